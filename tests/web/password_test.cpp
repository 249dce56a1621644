#include <gtest/gtest.h>

#include "certreg/service/users.h"
#include "support/services.h"
#include "web/cookies.h"
#include "web/requests.h"

namespace certreg::web {
namespace {

using service::Role;

const service::Actor kAdmin{"root", Role::Admin};
constexpr const char* kOwn = "window carpet 7 onion";

struct Office {
  support::World world;
  Pages pages{world.services(), {}};
  Browser ada{pages};
  service::UserWithPassword account =
      service::create_user(world.services(), {"Ada", "ada@example.com", Role::Buyer}, kAdmin);

  http::Response sign_in(Browser& browser, const std::string& name, const std::string& password) {
    browser.get("/sign-in");
    return browser.post("/sign-in", "token=" + browser.form_cookie + "&name=" + percent_encoded(name) +
                                        "&password=" + percent_encoded(password) + "&to=%2F%3Fa%3Db");
  }
  http::Response change(Browser& browser, const std::string& current, const std::string& chosen,
                        const std::string& again) {
    const auto token = form_token_in(browser.get("/password"));
    return browser.post("/password", "token=" + token + "&current=" + percent_encoded(current) +
                                         "&chosen=" + percent_encoded(chosen) +
                                         "&again=" + percent_encoded(again) + "&to=%2F%3Fa%3Db");
  }
  void settle() {
    sign_in(ada, "Ada", account.one_time_password);
    change(ada, account.one_time_password, kOwn, kOwn);
  }
};

TEST(PasswordSignIn, AOneTimePasswordLeadsToAnOwnOneAndNowhereElse) {
  Office office;
  auto& ada = office.ada;
  EXPECT_EQ(header_of(office.sign_in(ada, "Ada", office.account.one_time_password), "Location"), "/?a=b");
  EXPECT_EQ(header_of(ada.get("/?a=b"), "Location"), "/password?to=%2F%3Fa%3Db");
  EXPECT_EQ(ada.get("/suggest?q=a").status, 403);
  EXPECT_TRUE(has(ada.get("/password"), "one-time password"));
  const auto done = office.change(ada, office.account.one_time_password, kOwn, kOwn);
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(header_of(done, "Location"), "/?a=b");
  EXPECT_TRUE(has(ada.get("/"), "(buyer)"));
}

// However it is written, as long as it is the same account.
TEST(PasswordSignIn, ANameWaitsHoweverItIsWritten) {
  Office office;
  std::string joined;  // zero-width joiners, which are no part of a name
  for (int count = 0; count < 80; ++count) joined += "\u200d";
  int peer = 10;
  const auto status_of = [&](const std::string& name, const std::string& password) {
    Browser browser(office.pages);
    browser.peer = "192.0.2." + std::to_string(++peer);
    return office.sign_in(browser, name, password).status;
  };
  EXPECT_EQ(status_of("Ada", "wrong"), 401);
  for (const auto& name : {std::string("ADA"), std::string("  ada "), joined + "Ada", "A" + joined + "da"})
    EXPECT_EQ(status_of(name, "wrong"), 429) << name;
  EXPECT_EQ(status_of(std::string(2000, ' ') + "Ada", office.account.one_time_password), 401);
  office.world.clock().set("2026-06-01T12:00:01Z");
  EXPECT_EQ(status_of(joined + "ada ", office.account.one_time_password), 303);
}

TEST(PasswordSignIn, WhatIsWrongIsNotTold) {
  Office office;
  Browser other(office.pages), third(office.pages);
  other.peer = "192.0.2.8";
  third.peer = "192.0.2.9";
  const auto blocked =
      service::create_user(office.world.services(), {"Bob", "bob@example.com", Role::Buyer}, kAdmin);
  service::change_user(office.world.services(), blocked.user.id, {Role::Buyer, true}, kAdmin);
  const auto unknown = office.sign_in(office.ada, "Eve", "window carpet 7 onion");
  const auto wrong = office.sign_in(other, "Ada", "window carpet 7 onion");
  const auto shut = office.sign_in(third, "Bob", blocked.one_time_password);
  for (const auto* page : {&unknown, &wrong, &shut}) {
    EXPECT_EQ(page->status, 401);
    EXPECT_TRUE(has(*page, "do not belong together"));
  }
}

TEST(PasswordSignIn, FailuresMakeTheNameWaitWhereverTheyComeFrom) {
  Office office;
  Browser other(office.pages);
  other.peer = "192.0.2.8";
  EXPECT_EQ(office.sign_in(office.ada, "Ada", "wrong").status, 401);
  const auto refused = office.sign_in(other, "ADA", office.account.one_time_password);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header_of(refused, "Retry-After"), "1");
  office.world.clock().set("2026-06-01T12:00:01Z");
  EXPECT_EQ(office.sign_in(other, "Ada", office.account.one_time_password).status, 303);
}

TEST(PasswordSignIn, BlockingAndAnotherPasswordEndEverySession) {
  Office office;
  office.settle();
  Browser elsewhere(office.pages);
  EXPECT_EQ(office.sign_in(elsewhere, "ada@example.com", kOwn).status, 303);
  EXPECT_EQ(elsewhere.get("/").status, 200);
  EXPECT_EQ(office.change(office.ada, kOwn, "curtain 12 banana ship", "curtain 12 banana ship").status, 303);
  EXPECT_EQ(elsewhere.get("/").status, 303);
  EXPECT_EQ(office.ada.get("/").status, 200);
  service::change_user(office.world.services(), office.account.user.id, {Role::Buyer, true}, kAdmin);
  EXPECT_EQ(office.ada.get("/").status, 303);
}

TEST(PasswordSignIn, WhatIsWrongWithANewPasswordIsSaid) {
  Office office;
  office.settle();
  EXPECT_TRUE(has(office.change(office.ada, kOwn, "curtain 12 banana ship", "other"), "differ"));
  EXPECT_TRUE(has(office.change(office.ada, kOwn, "short", "short"), "too short"));
  const auto wrong = office.change(office.ada, "wrong", "curtain 12 banana ship", "curtain 12 banana ship");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_TRUE(has(wrong, "current password is another"));
  EXPECT_EQ(office.change(office.ada, kOwn, "curtain 12 banana ship", "curtain 12 banana ship").status, 429);
  EXPECT_EQ(office.ada.post("/password", "current=a&chosen=b&again=b").status, 403);
}

TEST(PasswordSignIn, AKeyHasNoPassword) {
  Office office;
  office.ada.sign_in(office.world.key(Role::Admin));
  EXPECT_EQ(office.ada.get("/password").status, 404);
  EXPECT_FALSE(has(office.ada.get("/"), "href=\"/password\""));
}

TEST(Pages, ThatCameByTlsAreForTlsOnly) {
  support::World world;
  for (const char* scheme : {"https", "http"}) {
    auto request = request_of("/sign-in");
    request.headers.push_back({"X-Forwarded-Proto", scheme});
    const auto believed = Pages(world.services(), {.behind_proxy = true}).handle(request).value();
    const bool by_tls = std::string_view(scheme) == "https";
    EXPECT_EQ(header_of(believed, "Strict-Transport-Security"), by_tls ? "max-age=31536000" : "");
    const auto alone = Pages(world.services(), {}).handle(request).value();
    EXPECT_EQ(header_of(alone, "Strict-Transport-Security"), "");
  }
}

}  // namespace
}  // namespace certreg::web
