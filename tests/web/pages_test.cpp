#include "certreg/web/pages.h"

#include <gtest/gtest.h>

#include "certreg/domain/harmless.h"
#include "certreg/service/suppliers.h"
#include "http/target.h"
#include "support/cluster_state.h"
#include "support/services.h"
#include "web/access.h"

namespace certreg::web {
namespace {

http::Request asked(const std::string& target, const std::string& host = "localhost:8080") {
  const auto parsed = http::parse_target("GET", target).value();
  http::Request request;
  request.method_text = "GET";
  request.target = target;
  request.path = parsed.path;
  request.segments = parsed.segments;
  request.query = parsed.query;
  request.headers = {{"Host", host}};
  request.peer = "127.0.0.1";
  return request;
}

std::string header(const http::Response& response, std::string_view name) {
  for (const auto& field : response.headers)
    if (http::is_same_name(field.name, name)) return field.value;
  return {};
}

http::Response shown(support::World& world, const http::Request& request) {
  return Pages(world.services(), {.open_lookup = true}).handle(request).value();
}

bool holds(const http::Response& page, std::string_view text) {
  return page.body.find(text) != std::string::npos;
}

TEST(Pages, TheFormIsAtTheRoot) {
  support::World world;
  const auto page = shown(world, asked("/"));
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "<form class=\"panel\" action=\"/\" method=\"get\" role=\"search\">"));
  EXPECT_TRUE(holds(page, "ISO 22301"));
  EXPECT_FALSE(holds(page, "<script>"));
  EXPECT_FALSE(holds(page, "style=\""));
  EXPECT_FALSE(holds(page, "{{"));
  EXPECT_FALSE(holds(page, "[["));
  EXPECT_NE(header(page, "Content-Security-Policy").find("default-src 'none'"), std::string::npos);
}

TEST(Pages, ShowTheSixAnswers) {
  support::World world;
  const auto page = shown(world, asked("/?entity=Nobody+Ltd&standard=iso-iec-27001"));
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(holds(page, "Undecided: not enough is known"));
  EXPECT_TRUE(holds(page, "<code>nothing_found</code>"));
  std::size_t answers = 0;
  for (auto at = page.body.find("class=\"answer\""); at != std::string::npos;
       at = page.body.find("class=\"answer\"", at + 1))
    ++answers;
  EXPECT_EQ(answers, 6U);
}

TEST(Pages, HostileNamesAreShownHarmlessly) {
  support::World world;
  Supplier supplier;
  supplier.name = "<script>alert(1)</script> \"Acme\" & Sons";
  service::create_supplier(world.services(), supplier, {"test", service::Role::Reviewer});
  const auto page =
      shown(world, asked("/?standard=27001&entity=%3Cscript%3Ealert(1)%3C%2Fscript%3E+%22Acme%22+%26+Sons"));
  EXPECT_EQ(page.status, 200);
  EXPECT_FALSE(holds(page, "<script>"));
  EXPECT_TRUE(holds(page, "&lt;script&gt;alert(1)"));
  EXPECT_TRUE(holds(page, "value=\"&lt;script&gt;"));
}

TEST(Pages, WhatIsWrongIsSaid) {
  support::World world;
  for (const char* query :
       {"entity=&standard=27001", "entity=Acme&standard=nothing", "entity=Acme&standard=27001&on=2026-02-30",
        "entity=%E2%80%AEemcA&standard=27001"}) {
    const auto page = shown(world, asked(std::string("/?") + query));
    EXPECT_EQ(page.status, 400) << query;
    EXPECT_TRUE(holds(page, "role=\"alert\"")) << query;
    EXPECT_FALSE(holds(page, "\xe2\x80\xae")) << query;
  }
}

TEST(Pages, SampleDataIsLabelled) {
  support::World world;
  EXPECT_TRUE(holds(shown(world, asked("/")), "<strong>Sample data.</strong>"));
  for (const char* name : {"Acme Cloud Limited", "Real Limited"}) {
    Supplier supplier;
    supplier.name = name;
    service::create_supplier(world.services(), supplier, {"test", service::Role::Reviewer});
  }
  const std::string label = "<span class=\"sample\">sample data</span>";
  EXPECT_TRUE(holds(shown(world, asked("/?entity=Acme+Cloud+Limited&standard=27001")), label));
  EXPECT_FALSE(holds(shown(world, asked("/?entity=Real+Limited&standard=27001")), label));
}

TEST(Pages, OtherPathsAreNotTheirs) {
  support::World world;
  const Pages pages(world.services(), {});
  EXPECT_FALSE(pages.handle(asked("/v1/suppliers")).has_value());
  EXPECT_FALSE(pages.handle(asked("/assets/../etc/passwd")).has_value());
  EXPECT_EQ(shown(world, asked("/assets/style.css")).content_type, "text/css; charset=utf-8");
}

TEST(Pages, AreClosedUnlessOpened) {
  support::World world;
  const auto page = Pages(world.services(), {}).handle(asked("/?entity=Acme&standard=27001")).value();
  EXPECT_EQ(page.status, 303);
  EXPECT_EQ(header(page, "Location"), "/sign-in?to=%2F%3Fentity%3DAcme%26standard%3D27001");
  EXPECT_FALSE(holds(page, "nothing_found"));
}

TEST(Pages, WhatMayBeOldIsSaidToBe) {
  const auto conninfo = test::fresh_database();
  support::World world(conninfo);
  constexpr auto kAway = "The database does not answer.", kBehind = "could not be taken over into memory";
  const auto current = shown(world, asked("/"));
  EXPECT_FALSE(holds(current, kAway) || holds(current, kBehind));
  test::run_sql(conninfo, "alter table change rename to unreadable");
  world.services().feed.refresh();
  const auto behind = shown(world, asked("/"));
  EXPECT_FALSE(holds(behind, kAway)) << "it does";
  EXPECT_TRUE(holds(behind, kBehind));
  test::run_sql(conninfo, "alter table unreadable rename to change");
  world.services().feed.refresh();
  EXPECT_FALSE(holds(shown(world, asked("/")), kBehind));
}

TEST(Access, OnlyUsersOfThisMachine) {
  for (const char* host : {"localhost", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:8080"})
    EXPECT_TRUE(comes_from_this_machine(asked("/", host))) << host;
  for (const char* host :
       {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "[::2]"})
    EXPECT_FALSE(comes_from_this_machine(asked("/", host))) << host;
  for (const char* trace : {"X-Forwarded-For", "Forwarded", "Via", "x-real-ip"}) {
    auto request = asked("/");
    request.headers.push_back({trace, "x"});
    EXPECT_FALSE(comes_from_this_machine(request)) << trace;
  }
  auto elsewhere = asked("/");
  elsewhere.peer = "192.0.2.1";
  EXPECT_FALSE(comes_from_this_machine(elsewhere));
}

TEST(Harmless, TurnsNoTextAround) {
  const std::pair<const char*, const char*> cases[] = {
      {"plain", "plain"},
      {"a\nb\tc", "a b c"},
      {"a\xe2\x80\xae"
       "b",
       "a\xef\xbf\xbd"
       "b"},
      {"\xe2\x81\xa6"
       "x",
       "\xef\xbf\xbd"
       "x"},
      {"\xd8\x9c", "\xef\xbf\xbd"},
      {"\x01\x7f", "\xef\xbf\xbd\xef\xbf\xbd"},
      {"\xe2\x80\xa6", "\xe2\x80\xa6"},
      {"\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a", "\xd8\xb9\xd8\xb1\xd8\xa8\xd9\x8a"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(harmless(text), expected);
}

}  // namespace
}  // namespace certreg::web
