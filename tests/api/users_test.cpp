#include <gtest/gtest.h>

#include "api/client.h"

namespace certreg::test {
namespace {

TEST(Users, TheOneTimePasswordIsShownOnce) {
  Site site;
  const auto made =
      site.admin.post("/v1/users", {{"name", "Ada"}, {"email", "ada@example.com"}, {"role", "buyer"}});
  ASSERT_EQ(made.status(), 201) << made.text();
  EXPECT_EQ(made.header("Cache-Control"), "no-store");
  const auto password = made.body()["one_time_password"].get<std::string>();
  const auto listed = site.admin.get("/v1/users");
  EXPECT_EQ(listed.text().find(password), std::string::npos);
  EXPECT_EQ(listed.text().find("argon2"), std::string::npos);
  EXPECT_EQ(listed.body()["items"][0]["one_time_until"], "2026-06-08T12:00:00.000000Z");
}

TEST(Users, RefusesWhatIsNoUser) {
  Site site;
  const json good{{"name", "Ada"}, {"email", "ada@example.com"}, {"role", "buyer"}};
  EXPECT_EQ(site.admin.post("/v1/users", good).status(), 201);
  const auto with = [&](const char* name, json value) {
    auto input = good;
    input[name] = std::move(value);
    return input;
  };
  EXPECT_EQ(site.admin.post("/v1/users", with("name", "ADA")).status(), 409);
  EXPECT_EQ(site.admin.post("/v1/users", with("name", "Bob")).status(), 409) << "the address is another's";
  for (const auto& [name, value] : {std::pair<const char*, json>{"name", "a@b.example"},
                                    {"name", "A\u202e"},
                                    {"email", "nobody"},
                                    {"role", "king"},
                                    {"password", "x"}})
    EXPECT_EQ(site.admin.post("/v1/users", with(name, value)).fields(), std::vector<std::string>{name});
}

TEST(Users, ChangesAreInTheAuditTrail) {
  Site site;
  const auto made =
      site.admin.post("/v1/users", {{"name", "Ada"}, {"email", "ada@example.com"}, {"role", "buyer"}});
  const auto at = "/v1/users/" + made.body()["id"].get<std::string>();
  EXPECT_EQ(site.admin.put(at, {{"role", "reviewer"}, {"blocked", false}}).body()["role"], "reviewer");
  EXPECT_EQ(site.admin.put(at, {{"role", "reviewer"}, {"blocked", true}}).body()["blocked"], true);
  EXPECT_EQ(site.admin.put(at, {{"role", "reviewer"}, {"blocked", false}}).status(), 200);
  EXPECT_EQ(site.admin.put(at, {{"role", "reviewer"}}).fields(), std::vector<std::string>{"blocked"});
  EXPECT_EQ(site.admin.post(at + "/password", nullptr).status(), 200);
  std::vector<std::string> deeds;
  const auto trail = site.admin.get("/v1/audit-events").body();
  for (const auto& event : trail["items"]) {
    EXPECT_EQ(event["actor"], "admin");
    deeds.push_back(event["action"]);
  }
  EXPECT_EQ(deeds, (std::vector<std::string>{"set_password", "unblock", "block", "change", "create"}));
}

}  // namespace
}  // namespace certreg::test
