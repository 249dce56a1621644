#include "api/router.h"

#include <gtest/gtest.h>

#include "http/target.h"

namespace certreg::api {
namespace {

Match asked(http::Method method, const std::string& path) {
  static const Router router(routes());
  return router.match(method, http::parse_target("GET", path).value().segments);
}

TEST(Router, FindsTheRouteAndItsParameters) {
  const auto match = asked(http::Method::Get, "/v1/suppliers/a%2Fb/history");
  ASSERT_NE(match.route, nullptr);
  EXPECT_EQ(match.route->operation, "get_supplier_history");
  EXPECT_EQ(match.parameters, std::vector<std::string>{"a/b"});
}

TEST(Router, TakesHeadForGet) {
  ASSERT_NE(asked(http::Method::Head, "/v1/suppliers").route, nullptr);
  EXPECT_EQ(asked(http::Method::Head, "/v1/suppliers").route->operation, "list_suppliers");
}

TEST(Router, FindsNothingElsewhere) {
  for (const char* path : {"/v1/nothing", "/v1/suppliers/", "/v1//suppliers", "/V1/suppliers",
                           "/v1/suppliers/x/y", "/v2/suppliers", "/v1/sources//fetches"}) {
    const auto match = asked(http::Method::Get, path);
    EXPECT_EQ(match.route, nullptr) << path;
    EXPECT_EQ(match.allow, "") << path;
  }
}

TEST(Router, NamesTheMethodsOfAPath) {
  const auto match = asked(http::Method::Post, "/v1/suppliers/x");
  EXPECT_EQ(match.route, nullptr);
  EXPECT_EQ(match.allow, "GET, HEAD, PUT, DELETE, OPTIONS");
}

TEST(Router, WordsStandBeforeParameters) {
  EXPECT_EQ(asked(http::Method::Get, "/v1/reviews/preview").route->operation, "preview_review");
  EXPECT_EQ(asked(http::Method::Get, "/v1/reviews/other").route->operation, "get_review");
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
    EXPECT_EQ(route.where, Where::Database) << route.operation;
  }
}

}  // namespace
}  // namespace certreg::api
