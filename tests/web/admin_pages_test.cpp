#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/relationships.h"
#include "certreg/service/keys.h"
#include "certreg/service/policies.h"
#include "certreg/service/relationships.h"
#include "certreg/service/users.h"
#include "support/services.h"
#include "web/cookies.h"
#include "web/requests.h"

namespace certreg::web {
namespace {

using service::Role;

constexpr const char* kPaths[] = {"/admin/policy", "/admin",         "/admin/users",
                                  "/admin/keys",   "/admin/sources", "/admin/audit"};

struct Office {
  support::World world;
  Pages pages{world.services(), {}};
  Browser browser{pages};

  explicit Office(Role role) { browser.sign_in(world.key(role)); }
  http::Response send(const std::string& path, const std::string& form) {
    return browser.post(path, "token=" + form_token_in(browser.get("/")) + "&" + form);
  }
};

TEST(AdminPages, AreForAdministratorsAlone) {
  for (const auto role : {Role::Reader, Role::Buyer, Role::Reviewer, Role::Admin}) {
    Office office(role);
    for (const char* path : kPaths)
      EXPECT_EQ(office.browser.get(path).status, role == Role::Admin ? 200 : 403) << path;
    EXPECT_EQ(office.send("/admin/users", "do=create&name=Eve&email=e@x.example&role=admin").status,
              role == Role::Admin ? 200 : 403);
    EXPECT_EQ(service::list_users(office.world.services()).size(), role == Role::Admin ? 1U : 0U);
  }
  Office office(Role::Admin);
  for (const char* path : {"/adminx", "/admin/userss", "/administrator"})
    EXPECT_FALSE(office.pages.handle(request_of(path))) << path;
}

TEST(AdminPages, FormsOfOthersChangeNothing) {
  Office office(Role::Admin);
  for (const char* path : {"/admin/users", "/admin/keys"})
    EXPECT_EQ(office.browser.post(path, "do=create&name=Eve&email=e@x.example&role=admin").status, 403);
  EXPECT_TRUE(service::list_users(office.world.services()).empty());
  EXPECT_TRUE(service::list_keys(office.world.services()).empty());
}

TEST(AdminPages, WhatIsMadeIsShownOnce) {
  Office office(Role::Admin);
  const auto made = office.send("/admin/users", "do=create&name=Ada&email=ada@example.com&role=buyer");
  ASSERT_TRUE(has(made, "class=\"secret\""));
  const auto key = office.send("/admin/keys", "do=create&name=shop&role=buyer&until=2026-06-01");
  ASSERT_TRUE(has(key, "crk_"));
  EXPECT_FALSE(has(office.browser.get("/admin/users"), "class=\"secret\""));
  EXPECT_FALSE(has(office.browser.get("/admin/keys"), "crk_"));
  EXPECT_EQ(service::list_keys(office.world.services())[0].expires_at, parse_instant("2026-06-02T00:00:00Z"));
}

TEST(AdminPages, ABlockIsNotUndoneByAPageFromBefore) {
  Office office(Role::Admin);
  auto& services = office.world.services();
  const service::Actor other{"other", Role::Admin};
  const auto ada = service::create_user(services, {"Ada", "ada@example.com", Role::Reader}, other).user.id;
  const auto promote = [&](const http::Response& page) {
    return office.send("/admin/users", "do=change&user=" + ada + "&role=buyer" +
                                           "&seen_role=" + field_of(page, "seen_role") +
                                           "&seen_blocked=" + field_of(page, "seen_blocked"));
  };
  const auto before = office.browser.get("/admin/users");
  service::change_user(services, ada, {Role::Reader, true}, other);
  const auto told = promote(before);
  EXPECT_EQ(told.status, 409);
  EXPECT_TRUE(has(told, "somebody changed this one meanwhile"));
  EXPECT_TRUE(service::find_user(services, ada).blocked);
  EXPECT_EQ(service::find_user(services, ada).role, "reader");
  EXPECT_EQ(promote(office.browser.get("/admin/users")).status, 200) << "who unblocks knowingly";
  EXPECT_FALSE(service::find_user(services, ada).blocked);
}

TEST(AdminPages, WhatIsWrongIsSaid) {
  Office office(Role::Admin);
  office.send("/admin/users", "do=create&name=Ada&email=ada@example.com&role=buyer");
  struct {
    const char *path, *form;
    int status;
  } const cases[] = {{"/admin/users", "do=create&name=Ada&email=b@example.com&role=buyer", 409},
                     {"/admin/users", "do=create&name=Bob&email=nobody&role=buyer", 400},
                     {"/admin/users", "do=create&name=Bob&email=b@example.com&role=king", 400},
                     {"/admin/users", "do=change&user=nobody&role=buyer", 404},
                     {"/admin/users", "do=harm", 400},
                     {"/admin/keys", "do=create&name=&role=buyer", 400},
                     {"/admin/keys", "do=create&name=a&role=buyer&until=2026-05-31", 400},
                     {"/admin/keys", "do=create&name=a&role=buyer&until=soon", 400},
                     {"/admin/keys", "do=revoke&key=nobody", 404}};
  for (const auto& row : cases) EXPECT_EQ(office.send(row.path, row.form).status, row.status) << row.form;
  EXPECT_EQ(service::list_users(office.world.services()).size(), 1U);
  EXPECT_TRUE(service::list_keys(office.world.services()).empty());
}

// Read, not to be read and never looked at are three states.
TEST(AdminPages, ASourceThatNobodyReadIsNoSourceWithoutFailures) {
  Office office(Role::Admin);
  const auto counts = [&] {
    const auto page = office.browser.get("/admin");
    const auto of = [&](const std::string& label) {
      const auto before = label + "</dt><dd>";
      const auto at = page.body.find(before);
      return at == std::string::npos ? -1 : std::stoi(page.body.substr(at + before.size()));
    };
    return std::pair(of("Sources that were never read"), of("Sources that could not be read"));
  };
  const auto sources = office.world.services().sources();
  const auto all = static_cast<int>(sources.size());
  ASSERT_GT(all, 0);
  EXPECT_EQ(counts(), std::pair(all, 0));
  const auto day = office.world.services().clock.today();
  const auto put = [&](PageSearch page) {
    office.world.services().catalogue.put(SourceSearch{sources.front().name, "", {std::move(page)}});
  };
  put({"https://acme.example/trust", {}, day, "is gone"});
  EXPECT_EQ(counts(), std::pair(all - 1, 1));
  put({"https://acme.example/trust", day, {}, ""});
  EXPECT_EQ(counts(), std::pair(all - 1, 0));
}

TEST(AdminPages, APolicyIsPreviewedAndSaved) {
  Office office(Role::Admin);
  auto& services = office.world.services();
  Relationship bought;
  bought.reference = "V-1";
  bought.supplier.name = "Nobody Knows Ltd";
  bought.tier = "critical";
  bought.services = {"Mail"};
  bought.owner = {"Ada", "ada@example.com"};
  service::create_relationship(services, bought, {"test", Role::Reviewer});
  auto policy = codec::to_json(service::current_policy(services));
  auto& tiers = policy.at("tiers");
  tiers.erase(std::remove_if(tiers.begin(), tiers.end(),
                             [](const auto& tier) { return tier.at("id") == "critical"; }),
              tiers.end());
  const auto text = percent_encoded(codec::dump(codec::Json{{"tiers", tiers}}));

  const auto preview = office.send("/admin/policy", "do=preview&seen=0&policy=" + text);
  EXPECT_EQ(preview.status, 200);
  EXPECT_TRUE(has(preview, "V-1")) << preview.body;
  EXPECT_EQ(service::current_policy(services).version, 0);
  EXPECT_EQ(office.send("/admin/policy", "do=save&seen=7&policy=" + text).status, 409);
  EXPECT_TRUE(has(office.send("/admin/policy", "do=save&seen=0&reason=why&policy=" + text), "Saved."));
  EXPECT_EQ(service::current_policy(services).version, 1);
  EXPECT_EQ(service::current_policy(services).reason, "why");
  for (const char* wrong : {"", "[]", "no", "%7B%22tiers%22%3A1%7D"})
    EXPECT_EQ(office.send("/admin/policy", std::string("do=save&seen=1&policy=") + wrong).status, 400)
        << wrong;
}

TEST(AdminPages, TheTrailGoesOnWhereThePageEnds) {
  Office office(Role::Admin);
  for (int i = 0; i < 101; ++i)
    service::create_key(office.world.services(), "key", Role::Reader, {}, {"maker", Role::Admin});
  const auto first = office.browser.get("/admin/audit");
  EXPECT_TRUE(has(first, "/admin/audit?before=2\""));
  EXPECT_FALSE(has(office.browser.get("/admin/audit?before=2"), "before="));
  EXPECT_EQ(office.browser.get("/admin/audit?before=nonsense").status, 200);
}

}  // namespace
}  // namespace certreg::web
