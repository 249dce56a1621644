#include <fmt/format.h>
#include <gtest/gtest.h>

#include "support/services.h"
#include "web/attempts.h"
#include "web/cookies.h"
#include "web/password_page.h"
#include "web/requests.h"
#include "web/sessions.h"

namespace certreg::web {
namespace {

using service::Role;

TEST(SignIn, LeadsToThePageThatWasAskedFor) {
  support::World world;
  const Pages pages(world.services(), {});
  Browser browser(pages);
  EXPECT_EQ(header_of(browser.get("/?standard=27001"), "Location"), "/sign-in?to=%2F%3Fstandard%3D27001");
  const auto done = browser.sign_in(world.key(Role::Reader), "%2F%3Fstandard%3D27001");
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(header_of(done, "Location"), "/?standard=27001");
  EXPECT_EQ(browser.session.size(), 64U);
  const auto page = browser.get("/");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(has(page, "(reader)"));
}

TEST(SignIn, TheCookieIsOutOfReachOfScripts) {
  support::World world;
  const auto cookie_with = [&](bool behind_proxy) {
    const Pages pages(world.services(), {.behind_proxy = behind_proxy});
    auto form = request_of("/sign-in");
    const auto token = cookie_of(pages.handle(form).value(), "certreg_form");
    auto request = request_of("/sign-in", http::Method::Post);
    request.headers.push_back({"Cookie", "certreg_form=" + token});
    request.headers.push_back({"X-Forwarded-Proto", "https"});
    request.body = "token=" + token + "&key=" + world.key(Role::Reader);
    return header_of(pages.handle(request).value(), "Set-Cookie");
  };
  EXPECT_TRUE(cookie_with(false).ends_with("; Path=/; HttpOnly; SameSite=Lax"));
  EXPECT_TRUE(cookie_with(true).ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"));
}

TEST(SignIn, AnotherSitesFormIsRefused) {
  support::World world;
  const Pages pages(world.services(), {});
  Browser browser(pages);
  const auto key = world.key(Role::Reader);
  browser.get("/sign-in");
  EXPECT_EQ(browser.post("/sign-in", "key=" + key).status, 403);
  EXPECT_EQ(browser.post("/sign-in", "key=" + key + "&token=" + std::string(64, '0')).status, 403);
  EXPECT_EQ(browser.session, "");
  browser.sign_in(key);
  EXPECT_EQ(browser.post("/sign-out", "").status, 403);
  EXPECT_EQ(browser.post("/sign-out", "token=" + std::string(64, '0')).status, 403);
  EXPECT_EQ(browser.get("/").status, 200);
}

TEST(SignIn, SigningOutEndsTheSession) {
  support::World world;
  const Pages pages(world.services(), {});
  Browser browser(pages);
  browser.sign_in(world.key(Role::Reader));
  const auto session = browser.session;
  EXPECT_EQ(browser.post("/sign-out", "token=" + form_token_in(browser.get("/"))).status, 303);
  browser.session = session;
  EXPECT_EQ(browser.get("/").status, 303);
}

TEST(SignIn, EndsWhenIdleForEightHours) {
  support::World world;
  const Pages pages(world.services(), {});
  Browser browser(pages);
  world.clock().set("2026-06-01T08:00:00Z");
  browser.sign_in(world.key(Role::Reader));
  world.clock().set("2026-06-01T15:59:59Z");
  EXPECT_EQ(browser.get("/").status, 200);
  world.clock().set("2026-06-01T23:59:59Z");
  EXPECT_EQ(browser.get("/").status, 303);
}

TEST(SignIn, EndsAtLastHoweverBusyItIs) {
  support::World world;
  const auto stays_until = [&](const Pages& pages) {
    Browser browser(pages);
    world.clock().set("2026-06-01T00:00:00Z");
    browser.sign_in(world.key(Role::Reader));
    for (int hour = 1; hour < 24; ++hour) {
      world.clock().set(fmt::format("2026-06-01T{:02}:00:00Z", hour));
      if (browser.get("/").status != 200) return hour;
    }
    return 24;
  };
  EXPECT_EQ(stays_until(Pages(world.services(), {})), 12);
  EXPECT_EQ(stays_until(Pages(world.services(), {.session_lasts = std::chrono::hours(3)})), 3);
}

TEST(SignIn, EndsWithItsKey) {
  support::World world;
  const Pages pages(world.services(), {});
  Browser browser(pages);
  const service::Actor admin{"test", Role::Admin};
  const auto made = service::create_key(world.services(), "buyer", Role::Buyer, {}, admin);
  EXPECT_EQ(browser.sign_in(made.key).status, 303);
  EXPECT_TRUE(has(browser.get("/"), "(buyer)"));
  service::revoke_key(world.services(), made.stored.id, admin);
  EXPECT_EQ(browser.get("/").status, 303);
}

TEST(SignIn, FailuresMakeTheAddressWait) {
  support::World world;
  const Pages pages(world.services(), {});
  Browser browser(pages), other(pages);
  other.peer = "192.0.2.8";
  const auto key = world.key(Role::Reader);
  EXPECT_EQ(browser.sign_in("crk_wrong").status, 401);
  const auto refused = browser.sign_in(key);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header_of(refused, "Retry-After"), "1");
  EXPECT_EQ(other.sign_in(key).status, 303);
  world.clock().set("2026-06-01T12:00:01Z");
  EXPECT_EQ(browser.sign_in(key).status, 303);
}

TEST(Attempts, WaitDoublesUpToAQuarterOfAnHour) {
  Attempts attempts;
  auto now = parse_instant("2026-06-01T12:00:00Z").value();
  for (const long expected : {1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L}) {
    EXPECT_EQ(attempts.begin("a", now).count(), 0);
    EXPECT_EQ(attempts.begin("a", now).count(), expected);
    now += std::chrono::seconds(expected);
  }
  attempts.succeeded("a");
  EXPECT_EQ(attempts.begin("a", now).count(), 0);
}

TEST(Attempts, WhatIsTakenBackForgivesNothingElse) {
  Attempts attempts;
  const auto start = parse_instant("2026-06-01T12:00:00Z").value();
  const auto after = [&](long seconds) { return start + std::chrono::seconds(seconds); };
  EXPECT_EQ(attempts.begin("a", start).count(), 0);
  EXPECT_EQ(attempts.begin("a", after(1)).count(), 0);
  EXPECT_EQ(attempts.begin("a", after(3)).count(), 0);
  attempts.take_back("a", after(3));
  EXPECT_EQ(attempts.begin("a", after(2)).count(), 1) << "two failures wait as before";
  EXPECT_EQ(attempts.begin("a", after(3)).count(), 0);
  EXPECT_EQ(attempts.begin("a", after(3)).count(), 4) << "it is the third failure";
  attempts.take_back("a", after(1));
  EXPECT_EQ(attempts.begin("a", after(3)).count(), 4) << "a later try goes on";
  attempts.take_back("nobody", start);
  EXPECT_EQ(attempts.begin("b", start).count(), 0);
  attempts.take_back("b", start);
  EXPECT_EQ(attempts.begin("b", start).count(), 0) << "nothing was tried";
}

// The same register with a database that does not answer.
service::Services without_database(service::Services& all, store::Database& away) {
  return {away,       all.catalogue, all.feed,  all.keys,   all.imports, all.world,
          all.worker, all.fetcher,   all.clock, all.reload, all.history, all.assessments};
}

TEST(SignIn, WhatWeCannotLookAtIsNoFailure) {
  support::World world;
  store::Database away({.conninfo = "host=/nowhere"});
  auto services = without_database(world.services(), away);
  const Pages pages(services, {});
  Browser browser(pages);
  for (int count = 0; count < 3; ++count) {
    browser.get("/sign-in");
    const auto refused =
        browser.post("/sign-in", "token=" + browser.form_cookie + "&name=Ada&password=some+password");
    EXPECT_EQ(refused.status, 503) << count;
  }
  EXPECT_EQ(browser.sign_in(world.key(Role::Reader)).status, 303) << "keys are known";
}

TEST(SignIn, APasswordThatWeCannotChangeIsNoFailure) {
  support::World world;
  store::Database away({.conninfo = "host=/nowhere"});
  auto services = without_database(world.services(), away);
  auto request = request_of("/password", http::Method::Post);
  request.body = "token=t&current=some+password&chosen=another+password&again=another+password";
  Door door;
  const Visit visit{request, services, Language::English,
                    Visitor{{"Ada", Role::Reader}, "t", service::SignedIn{"somebody", 0}}};
  for (int count = 0; count < 3; ++count) EXPECT_THROW(change_password(visit, door), Error) << count;
}

TEST(Cookies, OnlyOwnAddressesAreSentBackTo) {
  for (const char* own : {"/", "/?a=b", "/suppliers/x#y"}) EXPECT_EQ(own_address(own), own);
  for (const char* other : {"", "https://evil.example/", "//evil.example", "/\\evil.example", "/a\r\nX: y",
                            "javascript:alert(1)", "/a b"})
    EXPECT_EQ(own_address(other), "/") << other;
}

TEST(Form, IsDecodedOrEmpty) {
  auto request = request_of("/sign-in", http::Method::Post);
  request.body = "a=1+%2B+2&b=&a=3";
  EXPECT_EQ(form_value(request, "a"), "1 + 2");
  EXPECT_EQ(form_value(request, "b"), "");
  for (const char* broken : {"a=%zz", "a=%ff", "a=%00"}) {
    request.body = broken;
    EXPECT_EQ(form_value(request, "a"), "") << broken;
  }
}

TEST(Sessions, TheTokenIsNotWhatIsKept) {
  Sessions sessions;
  const auto now = parse_instant("2026-06-01T12:00:00Z").value();
  const auto token = sessions.open(KeyHash{"hash"}, now);
  EXPECT_EQ(std::get<KeyHash>(sessions.find(token, now)->bearer).value, "hash");
  EXPECT_FALSE(sessions.find("", now));
  EXPECT_FALSE(sessions.find(std::string(64, 'a'), now));
  EXPECT_NE(sessions.find(token, now)->form_token, token);
}

}  // namespace
}  // namespace certreg::web
