#include "api/router.h"

#include <gtest/gtest.h>

#include "http/target.h"

namespace certreg::api {
namespace {

const Router& router() {
  static const Router router(routes());
  return router;
}

std::vector<std::string> segments_of(const std::string& path) {
  return http::parse_target("GET", path).value().segments;
}

const Route* asked(http::Method method, const std::string& path) {
  return router().find(method, segments_of(path));
}

TEST(Router, FindsTheRouteAndItsParameters) {
  const std::string path = "/v1/suppliers/a%2Fb/history";
  const auto* route = asked(http::Method::Get, path);
  ASSERT_NE(route, nullptr);
  EXPECT_EQ(route->operation, "get_supplier_history");
  const auto segments = segments_of(path);
  const auto parameters = Router::parameters(*route, segments);
  ASSERT_EQ(parameters.size(), 1U);
  EXPECT_EQ(parameters.front(), "a/b");
}

TEST(Router, TakesHeadForGet) {
  ASSERT_NE(asked(http::Method::Head, "/v1/suppliers"), nullptr);
  EXPECT_EQ(asked(http::Method::Head, "/v1/suppliers")->operation, "list_suppliers");
}

TEST(Router, FindsNothingElsewhere) {
  for (const char* path : {"/v1/nothing", "/v1/suppliers/", "/v1//suppliers", "/V1/suppliers",
                           "/v1/suppliers/x/y", "/v2/suppliers", "/v1/sources//fetches"}) {
    EXPECT_EQ(asked(http::Method::Get, path), nullptr) << path;
    EXPECT_EQ(router().allowed(segments_of(path)), "") << path;
  }
}

TEST(Router, NamesTheMethodsOfAPath) {
  EXPECT_EQ(asked(http::Method::Post, "/v1/suppliers/x"), nullptr);
  EXPECT_EQ(router().allowed(segments_of("/v1/suppliers/x")), "GET, HEAD, PUT, DELETE, OPTIONS");
}

TEST(Router, EveryRouteIsFoundAtItsOwnPath) {
  for (const auto& route : routes())
    EXPECT_EQ(asked(route.method, std::string(route.path)), &route) << route.path;
}

TEST(Router, AMethodThatAWordLacksIsLookedForAtTheParameter) {
  const Route table[] = {{http::Method::Get, "/a/word", "get_word", nullptr, std::nullopt},
                         {http::Method::Put, "/a/{id}", "put_id", nullptr, std::nullopt}};
  const Router small(table);
  const std::vector<std::string> segments{"a", "word"};
  EXPECT_EQ(small.find(http::Method::Put, segments), &table[1]);
  EXPECT_EQ(small.allowed(segments), "GET, HEAD, PUT, OPTIONS");
}

TEST(Router, WordsStandBeforeParameters) {
  EXPECT_EQ(asked(http::Method::Get, "/v1/reviews/preview")->operation, "preview_review");
  EXPECT_EQ(asked(http::Method::Get, "/v1/reviews/other")->operation, "get_review");
}

TEST(Routes, OnlyTheServiceItselfIsPublic) {
  for (const auto& route : routes()) {
    if (route.operation == "get_calendar") continue;  // its address is the key
    EXPECT_EQ(route.role.has_value(), route.path.starts_with("/v1/") || route.path == "/metrics")
        << route.path;
  }
}

TEST(Routes, ChangesNeedAReviewerAndMayBlock) {
  for (const auto& route : routes()) {
    const bool only_asks = route.operation == "verify_list" || route.operation == "screen";
    if (route.method == http::Method::Get || only_asks) continue;
    EXPECT_GE(route.role.value(), service::Role::Reviewer) << route.operation;
    EXPECT_TRUE(route.where == Where::Database || route.where == Where::MemoryOnPool) << route.operation;
  }
}

}  // namespace
}  // namespace certreg::api
