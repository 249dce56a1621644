// What is shown of a reading before it is accepted.
#include "web/proposal_lines.h"

#include <gtest/gtest.h>

#include <set>

#include "certreg/codec/record_writer.h"
#include "support/certificates.h"
#include "support/reference.h"
#include "web/line_list.h"

namespace certreg::web {
namespace {

const Field& field(std::string_view member) { return *field_of_member(member); }

// A member that a page does not show would be written unseen.
TEST(ProposalLines, ShowEveryMemberThatIsWritten) {
  const std::set<std::string_view> elsewhere{
      "id",       "certificate", "supplier",         "standard_printed",
      "claimant", "signature",   "document_changed", "scope_language",
      "parent"};
  for (const auto& [name, value] : codec::stated_members(CertificateVersion{}))
    EXPECT_TRUE(field_of_member(name) != nullptr || elsewhere.contains(name)) << name;
}

struct Said {
  const char* name;
  const char* member;
  std::function<void(CertificateVersion&)> change;
  std::vector<std::string> expected;
};

const Said kSaid[] = {
    {"a holder by name",
     "holders",
     [](auto& v) { v.holders = {{.name = "Acme Limited", .role = "main"}}; },
     {"Acme Limited"}},
    {"a holder's identifiers",
     "holders",
     [](auto& v) {
       v.holders = {{"Acme Limited", "main", "1 Way", "GB", "LEI1", "REG1", "VAT1"},
                    {.name = "Acme Shop", .role = "trading_name"}};
     },
     {"Acme Limited; 1 Way; GB; LEI LEI1; registration number REG1; VAT number VAT1",
      "Acme Shop; trading name"}},
    {"a site",
     "sites",
     [](auto& v) {
       v.sites = {{"Berlin", "1 Weg", "DE", "Hosting"}, {"", "2 Weg", "", ""}};
     },
     {"Berlin; 1 Weg; DE; scope there: Hosting", "2 Weg"}},
    {"a service in scope", "scope_items", [](auto& v) { v.scope_items = {{.name = "Mail"}}; }, {"Mail"}},
    {"what a list says of services",
     "scope_items",
     [](auto& v) {
       v.scope_items = {{.name = "Storage",
                         .short_names = {"S3"},
                         .family = "Data",
                         .regions = {"eu-1", "eu-2"},
                         .extent = ScopeExtent::InPart,
                         .exclusion = "not the tapes"},
                        {.name = "Queue", .all_regions = true},
                        {.name = "Maps", .extent = ScopeExtent::Out, .exclusion = "in preview"}};
     },
     {"Storage (S3); under Data; regions: eu-1, eu-2; in scope but for a part: not the tapes",
      "Queue; regions: all regions", "Maps; not in scope: in preview"}},
    {"a status",
     "statuses",
     [](auto& v) {
       v.statuses = {{CertificateStatus::Suspended,
                      Date(2026, 1, 2),
                      Date(2026, 3, 4),
                      StatusSource::Issuer,
                      "Good Certification",
                      {"Berlin"},
                      {"Mail"}}};
     },
     {"suspended from 2 January 2026 – 4 March 2026; says Good Certification, the issuing body; for the "
      "sites: Berlin; for the services: Mail"}},
    {"a kind of expiry",
     "expires",
     [](auto& v) {
       v.expires = Date(2028, 1, 9);
       v.expiry_kind = ExpiryKind::RecertificationDue;
     },
     {"9 January 2028; by this day it is due for recertification"}},
    {"an issuer that nobody knows",
     "issuer",
     [](auto& v) { v.issuer_printed = "Somebody"; },
     {"Somebody; a body that the register does not know"}},
    {"an accreditation",
     "accreditations",
     [](auto& v) {
       v.accreditations = {{"Nowhere Board", std::nullopt, "7"}};
     },
     {"Nowhere Board; number 7; a body that the register does not know"}},
    {"a closed list",
     "services_closed",
     [](auto& v) { v.services_closed = true; },
     {"what the list does not name is not in scope"}},
    {"closed sites",
     "sites_closed",
     [](auto& v) { v.sites_closed = true; },
     {"what the list of sites does not name is not in scope"}},
    {"a form", "form", [](auto& v) { v.form = ExtensionForm::Words; }, {"in words only"}},
    {"roles", "roles", [](auto& v) { v.roles = {"processor"}; }, {"processor of personal data"}},
    {"pages",
     "pages_held",
     [](auto& v) {
       v.pages_held = 2;
       v.pages_stated = 3;
     },
     {"2 of 3 are held"}},
    {"a broken signature",
     "evidence",
     [](auto& v) {
       v.evidence = EvidenceLevel::Documented;
       v.signature = SignatureState::Broken;
     },
     {"the document; its signature is broken"}},
};

TEST(ProposalLines, SayAllThatIsKnownOfAnEntry) {
  for (const auto& [name, member, change, expected] : kSaid) {
    CertificateVersion version;
    change(version);
    EXPECT_EQ(lines_of(field(member), version, support::reference(), Language::English), expected) << name;
  }
}

// Each of them is a difference beside a version that does not say it.
TEST(ProposalLines, WhatIsSaidDiffers) {
  for (const auto& [name, member, change, expected] : kSaid) {
    CertificateVersion version, other;
    change(version);
    EXPECT_FALSE(says_the_same(field(member), version, other, support::reference())) << name;
    EXPECT_TRUE(says_the_same(field(member), version, version, support::reference())) << name;
  }
}

TEST(ProposalLines, OrderAndPunctuationOfAListAreNoDifference) {
  CertificateVersion one, other;
  one.scope_items = {{.name = "Mail", .regions = {"eu-1", "eu-2"}}, {.name = "Drive"}};
  other.scope_items = {{.name = "DRIVE"}, {.name = "Mail", .regions = {"eu 2", "eu 1"}}};
  EXPECT_TRUE(says_the_same(field("scope_items"), one, other, support::reference()));
  other.scope_items[1].extent = ScopeExtent::Out;
  other.scope_items[1].exclusion = "no more";
  EXPECT_FALSE(says_the_same(field("scope_items"), one, other, support::reference()));
}

TEST(ProposalLines, ThoseThatDifferStandFirst) {
  CertificateVersion read, known;
  for (int number = 0; number < 60; ++number) read.services.push_back("Service " + std::to_string(number));
  known.services = read.services;
  read.services.emplace_back("New one");
  read.services.emplace_back("Service 7");  // said twice, known once
  const auto lines = lines_beside(field("services"), read, &known, support::reference(), Language::English);
  ASSERT_EQ(lines.size(), 62U);
  EXPECT_EQ(lines[0].text, "New one");
  EXPECT_EQ(lines[1].text, "Service 7");
  EXPECT_TRUE(lines[1].is_only_here);
  EXPECT_EQ(lines[2].text, "Service 0");
  EXPECT_FALSE(lines[2].is_only_here);
  const auto alone = lines_beside(field("services"), read, nullptr, support::reference(), Language::English);
  EXPECT_EQ(alone.front().text, "Service 0");
  EXPECT_FALSE(alone.front().is_only_here);
}

}  // namespace
}  // namespace certreg::web
