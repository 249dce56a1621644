// Two versions of a certificate to what changed between them, in words.
#include "certreg/domain/register_change.h"

#include <gtest/gtest.h>

#include <functional>

#include "support/certificates.h"

namespace certreg {
namespace {

using support::day;

using Edit = std::function<void(CertificateVersion&)>;

struct Row {
  const char* name;
  Edit before, after;   // of the plain certificate
  std::string changes;  // "kind sentence", with "!" before the kind when it is adverse; one a line
};

std::string text(const RegisterChanges& changes) {
  std::string lines;
  for (const auto& change : changes)
    lines += (lines.empty() ? "" : "\n") + std::string(change.adverse ? "!" : "") +
             std::string(to_string(change.kind)) + " " + change.sentence;
  return lines;
}

void same(CertificateVersion&) {}

CertificateVersion edited(const Edit& edit) {
  auto version = support::certificate();
  edit(version);
  return version;
}

const Row kRows[] = {
    {"the same", same, same, ""},
    {"what the register itself keeps", same,
     [](auto& v) {
       v.id = {"another"};
       v.recorded_at = support::at("2026-07-01");
       v.reason = "read again";
       v.quotes.clear();
       v.document_changed = true;
     },
     ""},
    {"case and punctuation", same,
     [](auto& v) {
       v.number = "is-100";
       v.holders = {support::holder("Acme Cloud Limited")};
       v.scope = "DEVELOPMENT and operation of Acme Mail, and Acme Drive";
       v.services = {"acme drive", "ACME MAIL"};
     },
     ""},
    {"a newer edition", [](auto& v) { v.edition = "2013"; }, same,
     "edition_changed The ISO/IEC 27001 certificate IS 100 changed from edition 2013 to edition 2022."},
    {"an older edition", same, [](auto& v) { v.edition = "2013"; },
     "!edition_changed The ISO/IEC 27001 certificate IS 100 changed from edition 2022 to edition 2013. "
     "Certificates to edition 2013 count until 2025-10-31 at most."},
    {"an edition that is stated now", [](auto& v) { v.edition = ""; }, same,
     "edition_changed The ISO/IEC 27001 certificate IS 100 now states its edition, 2022."},
    {"an edition that is not stated any more", same, [](auto& v) { v.edition = ""; },
     "!edition_changed The ISO/IEC 27001 certificate IS 100 no longer states its edition; it was 2022."},
    {"renewed", same,
     [](auto& v) {
       v.issued = v.valid_from = day("2028-01-05");
       v.expires = day("2031-01-04");
     },
     "renewed The ISO/IEC 27001 certificate IS 100 was renewed with the issue of 2028-01-05: it ends on "
     "2031-01-04 instead of 2028-01-09."},
    {"issued anew with the same end", same, [](auto& v) { v.issued = v.valid_from = day("2026-03-01"); },
     "reissued The ISO/IEC 27001 certificate IS 100 was issued anew on 2026-03-01; its end stays "
     "2028-01-09."},
    {"a later end without a later issue is no renewal", same, [](auto& v) { v.expires = day("2028-02-09"); },
     "expiry_changed The ISO/IEC 27001 certificate IS 100 ends later: on 2028-02-09 instead of 2028-01-09."},
    {"an earlier end", same, [](auto& v) { v.expires = day("2027-01-09"); },
     "!expiry_changed The ISO/IEC 27001 certificate IS 100 ends earlier: on 2027-01-09 instead of "
     "2028-01-09."},
    {"an end that is stated now", [](auto& v) { v.expires.reset(); }, same,
     "expiry_changed The ISO/IEC 27001 certificate IS 100 now states its end: 2028-01-09."},
    {"an end that is not stated any more", same, [](auto& v) { v.expires.reset(); },
     "!expiry_changed The ISO/IEC 27001 certificate IS 100 no longer states its end; it was 2028-01-09."},
    {"another first certification", same, [](auto& v) { v.first_issued = day("2019-01-10"); },
     "details_changed The ISO/IEC 27001 certificate IS 100 now states 2019-01-10 as its date of first "
     "certification."},
    {"another number", same, [](auto& v) { v.number = "IS 200"; },
     "number_changed The ISO/IEC 27001 certificate of ACME CLOUD LTD changed its number from IS 100 to IS "
     "200."},
    {"another issuer", same, [](auto& v) { v.issuer = CertificationBodyId{"odd-cert"}; },
     "!issuer_changed The ISO/IEC 27001 certificate IS 100 changed its issuer from Good Certification "
     "Limited "
     "to Odd Certification BV."},
    {"an issuer that is stated now",
     [](auto& v) {
       v.issuer.reset();
       v.issuer_printed = "";
     },
     same,
     "issuer_changed The ISO/IEC 27001 certificate IS 100 now states its issuer, Good Certification "
     "Limited."},
    {"a supplier taken over", same, [](auto& v) { v.holders = {support::holder("Other Cloud Limited")}; },
     "!holder_changed The ISO/IEC 27001 certificate IS 100 is now another company's: its holder is Other "
     "Cloud Limited instead of ACME CLOUD LTD."},
    {"a company less beside the holder",
     [](auto& v) { v.holders.push_back(support::holder("Acme Ireland Limited")); }, same,
     "!holder_changed The ISO/IEC 27001 certificate IS 100 no longer names Acme Ireland Limited beside its "
     "holder."},
    {"an accreditation lost", same, [](auto& v) { v.accreditations.clear(); },
     "!accreditation_changed The ISO/IEC 27001 certificate IS 100 no longer names the accreditation by "
     "UKAS."},
    {"another accreditation", same,
     [](auto& v) {
       v.accreditations = {{"ANAB", AccreditationBodyId{"anab"}, ""}};
     },
     "!accreditation_changed The ISO/IEC 27001 certificate IS 100 no longer names the accreditation by UKAS "
     "and now names the accreditation by ANAB."},
    {"other words of the scope", same,
     [](auto& v) { v.scope = "Development and support of Acme Mail, Acme Drive and Acme Chat."; },
     "!scope_changed The scope of the ISO/IEC 27001 certificate IS 100 changed: it lost \"operation\" and "
     "gained \"support\", \"Acme Chat\"."},
    {"a name of the scope less",
     [](auto& v) { v.scope = "Development of Acme Mail, Acme Chat and Acme Drive."; },
     [](auto& v) { v.scope = "Development of Acme Mail and Acme Drive."; },
     "!scope_changed The scope of the ISO/IEC 27001 certificate IS 100 changed: it lost \"Acme Chat\"."},
    {"more words of the scope", same,
     [](auto& v) { v.scope = "Development and operation of Acme Mail and Acme Drive in Leeds."; },
     "scope_changed The scope of the ISO/IEC 27001 certificate IS 100 changed: it gained \"in Leeds\"."},
    {"words that take something away", same,
     [](auto& v) { v.scope = "Development and operation of Acme Mail and Acme Drive, excluding support."; },
     "!scope_changed The scope of the ISO/IEC 27001 certificate IS 100 changed: it gained \"excluding "
     "support\"."},
    {"a scope that is known now", [](auto& v) { v.scope = ""; }, same,
     "scope_changed The scope of the ISO/IEC 27001 certificate IS 100 is known now: \"Development and "
     "operation of Acme Mail and Acme Drive.\"."},
    {"a service more", same, [](auto& v) { v.services.push_back("Acme Chat"); },
     "service_added The scope of the ISO/IEC 27001 certificate IS 100 now names the service Acme Chat."},
    {"services fewer", same, [](auto& v) { v.services.clear(); },
     "!service_dropped The scope of the ISO/IEC 27001 certificate IS 100 no longer names the services Acme "
     "Mail and Acme Drive."},
    {"all services no more", [](auto& v) { v.all_services = true; }, same,
     "!scope_changed The scope of the ISO/IEC 27001 certificate IS 100 no longer says that it covers all "
     "services of its holder."},
    {"a site for another",
     [](auto& v) {
       v.sites = {{"Leeds", "", "GB", ""}};
     },
     [](auto& v) {
       v.sites = {{"", "1 High Street, York", "GB", ""}};
     },
     "!site_dropped The scope of the ISO/IEC 27001 certificate IS 100 no longer names the site Leeds.\n"
     "site_added The scope of the ISO/IEC 27001 certificate IS 100 now names the site 1 High Street, York."},
    {"an exclusion more", same, [](auto& v) { v.exclusions = {"call centre"}; },
     "!exclusion_added The scope of the ISO/IEC 27001 certificate IS 100 now excludes call centre."},
    {"an exclusion less", [](auto& v) { v.exclusions = {"call centre"}; }, same,
     "exclusion_dropped The scope of the ISO/IEC 27001 certificate IS 100 no longer excludes call centre."},
    {"a newer Statement of Applicability", [](auto& v) { v.soa_version = "3.0"; },
     [](auto& v) {
       v.soa_version = "3.1";
       v.soa_date = day("2026-01-20");
     },
     "soa_changed The ISO/IEC 27001 certificate IS 100 now refers to the Statement of Applicability version "
     "3.1 of 2026-01-20 instead of version 3.0."},
    {"suspended", same,
     [](auto& v) { v.statuses = {support::status(CertificateStatus::Suspended, "2026-05-01")}; },
     "!status_changed The ISO/IEC 27001 certificate IS 100 is suspended from 2026-05-01, says its issuer."},
    {"active again",
     [](auto& v) { v.statuses = {support::status(CertificateStatus::Suspended, "2026-05-01")}; },
     [](auto& v) {
       v.statuses = {support::status(CertificateStatus::Suspended, "2026-05-01"),
                     support::status(CertificateStatus::Active, "2026-06-01")};
     },
     "status_changed The ISO/IEC 27001 certificate IS 100 is active from 2026-06-01, says its issuer."},
    {"a document of what was claimed", [](auto& v) { v.evidence = EvidenceLevel::Claimed; }, same,
     "evidence_changed The ISO/IEC 27001 certificate IS 100 is now documented; it was claimed before."},
    {"a broken signature", same, [](auto& v) { v.signature = SignatureState::Broken; },
     "!evidence_changed The signature on the document of the ISO/IEC 27001 certificate IS 100 is broken."},
    {"retired", same,
     [](auto& v) {
       v.retired = true;
       v.reason = "not theirs";
     },
     "!retired A person retired the ISO/IEC 27001 certificate IS 100 of ACME CLOUD LTD: not theirs."},
    {"retired and known again", [](auto& v) { v.retired = true; }, same,
     "certificate_added The document of a certificate came in: to ISO/IEC 27001:2022 of ACME CLOUD LTD, "
     "number IS 100, issued by Good Certification Limited on 2025-01-10, valid to 2028-01-09."},
};

TEST(ChangesBetween, AreToldInWords) {
  for (const auto& row : kRows)
    EXPECT_EQ(text(changes_between(edited(row.before), edited(row.after), support::reference())), row.changes)
        << row.name;
}

TEST(ChangesBetween, AFirstVersionIsAdded) {
  const auto added = [](const CertificateVersion& version) {
    return text(changes_between(std::nullopt, version, support::reference()));
  };
  EXPECT_EQ(added(support::claim("2013")),
            "claim_added Acme Cloud says that Acme Cloud Limited is certified to ISO/IEC 27001:2013; no "
            "certificate is held.")
      << "nobody is said to have checked";
  EXPECT_EQ(added(support::claim("2022", ClaimantKind::ThirdParty)),
            "claim_added A third party (Acme Cloud) says that Acme Cloud Limited is certified to ISO/IEC "
            "27001:2022; no certificate is held.");
  auto absent = support::claim();
  absent.declared_absent = true;
  EXPECT_EQ(added(absent),
            "!claim_added Acme Cloud says that Acme Cloud Limited is not certified to ISO/IEC 27001:2022.");
  auto withdrawn = support::certificate();
  withdrawn.statuses = {support::status(CertificateStatus::Withdrawn, "2026-05-01")};
  EXPECT_TRUE(changes_between(std::nullopt, withdrawn, support::reference()).back().adverse);
  auto retired = support::certificate();
  retired.retired = true;
  EXPECT_EQ(added(retired), "");
}

TEST(ChangesBetween, WhoSaysTheContraryIsNamed) {
  auto absent = support::claim("2022", ClaimantKind::ThirdParty);
  absent.declared_absent = true;
  const auto claim = support::claim("2022", ClaimantKind::ThirdParty);
  EXPECT_EQ(text(changes_between(claim, absent, support::reference())),
            "!claim_no_longer_stated A third party (Acme Cloud) says now that Acme Cloud Limited is not "
            "certified to ISO/IEC 27001.");
  EXPECT_EQ(text(changes_between(absent, claim, support::reference())),
            "claim_added A third party (Acme Cloud) says now that Acme Cloud Limited is certified to ISO/IEC "
            "27001; before, the contrary was said.");
}

TEST(ChangesBetween, SentencesAreBoundedAndOneLine) {
  std::string scope;
  for (int i = 0; i < 5000; ++i) scope += "word" + std::to_string(i) + "\n";
  auto after = support::certificate();
  after.scope = scope;
  for (int i = 0; i < 1000; ++i) after.services.push_back("Service " + std::to_string(i));
  for (const auto& change : changes_between(support::certificate(), after, support::reference())) {
    EXPECT_LT(change.sentence.size(), 1500U) << to_string(change.kind);
    EXPECT_LT(change.after.size(), 2100U) << to_string(change.kind);
    EXPECT_EQ(change.sentence.find('\n'), std::string::npos);
  }
}

TEST(ChangesBetween, SentencesHideNothing) {
  const auto change = page_change(ChangeKind::PageBecameSignIn, "https://acme.example/trust",
                                  "\"Sign\xE2\x80\xAE ni\xE2\x80\x8B\x1B[2J in \xC3\xBC\"");
  EXPECT_NE(change.sentence.find("\"Sign ni [2J in \xC3\xBC\""), std::string::npos) << change.sentence;
}

CertificateVersion successor() {
  auto later = support::certificate("certificate-2");
  later.number = "IS 200";
  later.issued = later.valid_from = day("2027-12-20");
  later.expires = day("2030-12-19");
  return later;
}

TEST(Replacement, FollowsInTimeWithMostOfTheScope) {
  const struct {
    const char* name;
    Edit edit;  // of the later one
    bool replaces;
  } rows[] = {
      {"follows", same, true},
      {"from another issuer",
       [](auto& v) {
         v.number = "IS 100";
         v.issuer = CertificationBodyId{"odd-cert"};
       },
       true},
      {"a transfer keeps the end",
       [](auto& v) {
         v.issuer = CertificationBodyId{"odd-cert"};
         v.issued = v.valid_from = day("2026-01-01");
         v.expires = day("2028-01-09");
       },
       true},
      {"another certificate beside it",
       [](auto& v) {
         v.issued = v.valid_from = day("2025-06-01");
         v.expires = day("2028-05-31");
       },
       false},
      {"the same number and issuer", [](auto& v) { v.number = "IS 100"; }, false},
      {"another standard", [](auto& v) { v.standard = {"iso-22301"}; }, false},
      {"another holder", [](auto& v) { v.holders = {support::holder("Other Limited")}; }, false},
      {"another scope", [](auto& v) { v.scope = "Manufacture of wooden toys in Leeds."; }, false},
      {"ends before",
       [](auto& v) {
         v.issued = v.valid_from = day("2027-12-20");
         v.expires = day("2027-12-31");
       },
       false},
  };
  for (const auto& row : rows) {
    auto later = successor();
    row.edit(later);
    const auto found = replacement_of(support::certificate(), later, support::reference());
    EXPECT_EQ(found.has_value(), row.replaces) << row.name;
    EXPECT_EQ(found && found->adverse, row.replaces && later.issuer != support::certificate().issuer);
  }
  EXPECT_EQ(replacement_of(support::certificate(), successor(), support::reference())->sentence,
            "The ISO/IEC 27001 certificate IS 200 seems to take the place of another: IS 200 of Good "
            "Certification Limited, to 2030-12-19, after IS 100 of Good Certification Limited, to "
            "2028-01-09.");
}

TEST(Check, NotFoundAndFailedAreNotTheSame) {
  const auto recorded = [](CheckResult result) {
    return text(
        {check_recorded(support::check(result, "2026-05-01"), support::certificate(), support::reference())});
  };
  const std::string start =
      "check_recorded A person looked for the ISO/IEC 27001 certificate IS 100 of ACME CLOUD LTD in IAF "
      "CertSearch on 2026-05-01: ";
  EXPECT_EQ(recorded(CheckResult::Active), start + "it is active there.");
  EXPECT_EQ(recorded(CheckResult::NotFound), "!" + start + "it was not found there.");
  EXPECT_EQ(recorded(CheckResult::SourceFailed),
            start + "the register could not be used, so nothing is known from it.");
}

TEST(Waiting, SaysWhatWouldChange) {
  auto read = support::certificate();
  read.expires = day("2027-01-09");
  read.evidence = EvidenceLevel::Signed;
  const auto change = waits_for_decision(support::certificate(), read, "it differs from what is known",
                                         "https://acme.example/a.pdf", support::reference());
  EXPECT_TRUE(change.adverse);
  EXPECT_EQ(change.sentence,
            "What was read at https://acme.example/a.pdf about the ISO/IEC 27001 certificate IS 100 of ACME "
            "CLOUD LTD waits for a person: it differs from what is known. If it is accepted: The ISO/IEC "
            "27001 certificate IS 100 ends earlier: on 2027-01-09 instead of 2028-01-09.");
}

TEST(Page, WhatIsNotKnownIsNotAdverse) {
  const struct {
    ChangeKind kind;
    bool adverse;
  } rows[] = {{ChangeKind::SourceUnreachable, false},    {ChangeKind::PageGone, true},
              {ChangeKind::PageEmptied, true},           {ChangeKind::PageBecameSignIn, false},
              {ChangeKind::PageBecameCookieWall, false}, {ChangeKind::BlockedByRobots, false}};
  for (const auto& row : rows)
    EXPECT_EQ(page_change(row.kind, "https://acme.example/").adverse, row.adverse) << to_string(row.kind);
  const auto moved =
      page_change(ChangeKind::PageMoved, "https://acme.example/", "https://acme.example/trust");
  EXPECT_EQ(moved.sentence,
            "The page https://acme.example/ moved to another address: https://acme.example/trust.");
  EXPECT_EQ(moved.after, "https://acme.example/trust");
}

TEST(Kinds, HaveNamesThatLeadBack) {
  const auto last = static_cast<int>(ChangeKind::PageSaysLess);
  ASSERT_EQ(change_kind_names().size(), static_cast<std::size_t>(last) + 1);
  for (int kind = 0; kind <= last; ++kind)
    EXPECT_EQ(change_kind_of(to_string(static_cast<ChangeKind>(kind))), static_cast<ChangeKind>(kind));
  EXPECT_EQ(to_string(ChangeKind::BlockedByRobots), "blocked_by_robots");
  EXPECT_FALSE(change_kind_of("something else"));
}

}  // namespace
}  // namespace certreg
