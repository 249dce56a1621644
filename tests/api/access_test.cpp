// Who may ask what, and how fast.
#include <gtest/gtest.h>

#include "api/client.h"
#include "api/routes.h"

namespace certreg::test {
namespace {

std::string name_of(http::Method method) {
  switch (method) {
    case http::Method::Get:
      return "GET";
    case http::Method::Post:
      return "POST";
    case http::Method::Put:
      return "PUT";
    default:
      return "DELETE";
  }
}

std::string target_of(const api::Route& route) {
  std::string target(route.path);
  for (auto at = target.find('{'); at != std::string::npos; at = target.find('{'))
    target.replace(at, target.find('}') - at + 1, "00000000-0000-7000-8000-000000000000");
  return target;
}

TEST(Access, EveryRouteNeedsItsRole) {
  Site site;
  const std::pair<service::Role, const Client*> roles[] = {{service::Role::Reader, &site.reader},
                                                           {service::Role::Buyer, &site.buyer},
                                                           {service::Role::Reviewer, &site.reviewer},
                                                           {service::Role::Admin, &site.admin}};
  for (const auto& route : api::routes()) {
    const auto method = name_of(route.method), target = target_of(route);
    EXPECT_EQ(site.nobody.call(method, target).status() == 401, route.role.has_value()) << target;
    for (const auto& [role, client] : roles) {
      const auto status = client->call(method, target).status();
      EXPECT_NE(status, 401) << target;
      EXPECT_NE(status, 500) << target;
      EXPECT_EQ(status == 403, route.role && role < *route.role) << method << ' ' << target;
    }
  }
}

TEST(Access, RefusesWhatIsNoKey) {
  Site site;
  const auto key = site.world.key(service::Role::Reader);
  const Client plain(site.api, "");
  EXPECT_EQ(plain.get("/v1/standards", {{"Authorization", "bearer " + key}}).status(), 200);
  const std::vector<std::string> values{"",
                                        "Bearer",
                                        "Bearer ",
                                        key,
                                        "Basic " + key,
                                        "Bearer " + key + "x",
                                        "Bearer  " + key,
                                        "Bearer crk_" + std::string(43, 'a')};
  for (const auto& value : values) {
    const auto answer = plain.get("/v1/standards", {{"Authorization", value}});
    EXPECT_EQ(answer.status(), 401) << value;
    EXPECT_EQ(answer.header("WWW-Authenticate"), "Bearer realm=\"certreg\"");
  }
  EXPECT_EQ(
      plain.get("/v1/standards", {{"Authorization", "Bearer " + key}, {"Authorization", "Bearer " + key}})
          .status(),
      401);
}

TEST(Access, RefusesAnUploadBeforeItsBody) {
  Site site;
  const Headers long_body{{"Content-Length", "200000000"}};
  for (const auto* client : {&site.nobody, &site.reader}) {
    const auto plan = site.api.plan(client->request_of("POST", "/v1/imports?name=a.pdf", long_body));
    ASSERT_TRUE(plan.refusal.has_value());
    EXPECT_EQ(plan.refusal->status, client == &site.nobody ? 401 : 403);
  }
  const auto plan = site.api.plan(site.reviewer.request_of("POST", "/v1/imports?name=a.pdf", long_body));
  EXPECT_FALSE(plan.refusal.has_value());
  EXPECT_EQ(plan.body_limit, 4ULL << 30);
  EXPECT_TRUE(plan.body_on_disk);
  EXPECT_EQ(site.api.plan(site.reviewer.request_of("POST", "/v1/suppliers")).body_limit, 1U << 20);
}

TEST(Access, OnlyWhatComesFromMemoryRunsOnTheIoThread) {
  Site site;
  const auto where = [&](const std::string& target) {
    return site.api.plan(site.reader.request_of("GET", target)).where;
  };
  EXPECT_EQ(where("/v1/verify?entity=x&standard=27001"), http::Plan::Where::IoThread);
  EXPECT_EQ(where("/v1/verify?entity=x&standard=27001&known_at=2026-01-01"), http::Plan::Where::Pool);
  EXPECT_EQ(where("/v1/suppliers/x"), http::Plan::Where::IoThread);
  EXPECT_EQ(where("/v1/suppliers/x/history"), http::Plan::Where::Pool);
}

TEST(Access, AKeyThatAsksTooFastWaits) {
  api::ApiOptions options;
  options.requests_per_second = 1;
  Site site(options);
  const auto first = site.reader.get("/v1/standards");
  EXPECT_EQ(first.status(), 200);
  EXPECT_EQ(first.header("RateLimit-Policy"), "\"default\";q=1;w=1");
  Answer answer = first;
  for (int i = 0; i < 50 && answer.status() != 429; ++i) answer = site.reader.get("/v1/standards");
  EXPECT_EQ(answer.status(), 429);
  EXPECT_EQ(answer.header("Retry-After"), "1");
  EXPECT_EQ(site.buyer.get("/v1/standards").status(), 200);
}

TEST(Access, PathsAndMethodsThatAreNotThere) {
  Site site;
  EXPECT_EQ(site.reader.get("/v1/nothing").status(), 404);
  const auto wrong = site.reader.call("POST", "/v1/standards");
  EXPECT_EQ(wrong.status(), 405);
  EXPECT_EQ(wrong.header("Allow"), "GET, HEAD, OPTIONS");
  const auto options = site.nobody.call("OPTIONS", "/v1/suppliers");
  EXPECT_EQ(options.status(), 204);
  EXPECT_EQ(options.header("Allow"), "GET, HEAD, POST, OPTIONS");
  EXPECT_EQ(site.reader.call("HEAD", "/v1/standards").status(), 200);
}

TEST(Access, PagesAnswerBesideTheApi) {
  api::ApiOptions options;
  options.pages = [](const http::Request& request) -> std::optional<http::Response> {
    if (request.path != "/") return std::nullopt;
    return http::Response{200, "text/html", {}, "page", {}, {}};
  };
  Site site(options);
  EXPECT_EQ(site.nobody.get("/").text(), "page");
  EXPECT_EQ(site.nobody.get("/other").status(), 404);
}

TEST(Access, AnExceptionTellsTheClientNothing) {
  std::string logged;
  api::ApiOptions options;
  options.log = [&](std::string_view line) { logged += line; };
  options.pages = [](const http::Request&) -> std::optional<http::Response> {
    throw std::runtime_error("password=hunter2");
  };
  Site site(options);
  const auto answer = site.nobody.get("/");
  EXPECT_EQ(answer.status(), 500);
  EXPECT_EQ(answer.text().find("hunter2"), std::string::npos);
  EXPECT_NE(logged.find("hunter2"), std::string::npos);
  EXPECT_NE(logged.find(answer.body()["request_id"].get<std::string>()), std::string::npos);
}

}  // namespace
}  // namespace certreg::test
