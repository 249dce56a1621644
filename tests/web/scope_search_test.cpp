#include "web/scope_search.h"

#include <gtest/gtest.h>

#include "support/services.h"
#include "web/requests.h"

namespace certreg::web {
namespace {

std::vector<catalogue::RecordPtr> list_of_three() {
  CertificateVersion version;
  version.scope_items = {
      {.name = "Acme Object Storage", .short_names = {"AOS"}, .regions = {"Frankfurt", "Paris"}},
      {.name = "Acme Mail",
       .family = "Office",
       .all_regions = true,
       .extent = ScopeExtent::InPart,
       .exclusion = "but for the archive"},
      {.name = "Acme Games", .extent = ScopeExtent::Out, .exclusion = "not yet certified"}};
  CertificateRecord record;
  record.issues = {version};
  return {std::make_shared<const CertificateRecord>(record)};
}

struct Case {
  const char* find;
  std::vector<std::string> names;
};

TEST(ScopeSearch, FindsEntriesThatHoldEveryWord) {
  support::World world;
  const auto request = request_of("/");
  const Visit visit{request, world.services()};
  const Case cases[] = {{"", {"Acme Object Storage", "Acme Mail", "Acme Games"}},
                        {"object STORAGE", {"Acme Object Storage"}},
                        {"aos frankfurt", {"Acme Object Storage"}},
                        {"aos madrid", {}},
                        {"office", {"Acme Mail"}},
                        {"games", {"Acme Games"}}};
  for (const auto& [find, names] : cases) {
    const auto view = scope_view(visit, list_of_three(), find);
    std::vector<std::string> found;
    for (const auto& item : view.get("items")->list_value())
      found.push_back(item.get("name")->string_value());
    EXPECT_EQ(found, names) << find;
    EXPECT_EQ(view.get("none_found")->is_true(), names.empty()) << find;
  }
}

TEST(ScopeSearch, WhatTheListLeavesOutIsSaid) {
  support::World world;
  const auto request = request_of("/");
  const auto view = scope_view({request, world.services()}, list_of_three(), "");
  const auto& items = view.get("items")->list_value();
  EXPECT_EQ(items[0].get("extent")->string_value(), "in scope");
  EXPECT_EQ(items[1].get("extent")->string_value(), "in scope but for a part:");
  EXPECT_EQ(items[2].get("extent")->string_value(), "not in scope:");
  EXPECT_EQ(items[2].get("regions")->string_value(), "the list does not say");
}

TEST(ScopeSearch, NoListIsNotNothingFound) {
  support::World world;
  const auto request = request_of("/");
  const auto view = scope_view({request, world.services()}, {}, "mail");
  EXPECT_FALSE(view.get("has_lists")->is_true());
  EXPECT_FALSE(view.get("none_found")->is_true());
}

}  // namespace
}  // namespace certreg::web
