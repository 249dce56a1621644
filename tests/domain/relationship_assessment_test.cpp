#include <gtest/gtest.h>

#include "certreg/domain/register_change.h"
#include "domain/bought.h"

namespace certreg {
namespace {

using support::day;

struct Fault {
  const char* name;
  std::function<void(Bought&)> commit;
  std::string rules;
  Outcome outcome;
};

void expect_rules(const std::vector<Fault>& faults) {
  for (const auto& fault : faults) {
    Bought bought;
    fault.commit(bought);
    const auto assessment = bought.assessment();
    EXPECT_EQ(rules_of(assessment), fault.rules) << fault.name;
    EXPECT_EQ(to_string(assessment.outcome), to_string(fault.outcome)) << fault.name;
    for (const auto& finding : assessment.findings) EXPECT_FALSE(finding.sentence.empty()) << fault.name;
  }
}

TEST(RelationshipAssessment, NothingIsFoundWhereNothingIsWrong) {
  const auto assessment = Bought().assessment();
  EXPECT_EQ(rules_of(assessment), "");
  EXPECT_EQ(to_string(assessment.outcome), "satisfied");
}

TEST(RelationshipAssessment, EachRuleHasACase) {
  expect_rules({
      {"unmatched", [](Bought& b) { b.matched = false; }, "supplier_unmatched ", Outcome::Undecided},
      {"no such tier", [](Bought& b) { b.relationship.tier = "gold"; }, "tier_unknown ", Outcome::Undecided},
      {"nothing held", [](Bought& b) { b.records.clear(); }, "certificate_missing ", Outcome::Undecided},
      {"old edition", [](Bought& b) { b.version().edition = "2013"; }, "edition_not_current ",
       Outcome::NotSatisfied},
      {"another holder", [](Bought& b) { b.version().holders = {support::holder("Other Limited")}; },
       "entity_mismatch ", Outcome::Undecided},
      {"service not named", [](Bought& b) { b.relationship.services = {"Acme Vault"}; }, "out_of_scope ",
       Outcome::Undecided},
      {"a scope that shrank",
       [](Bought& b) {
         b.records.front().issues.push_back(later_issue(b.version(), "Operation of Acme Drive."));
       },
       "out_of_scope scope_reduced ", Outcome::Undecided},
      {"expired",
       [](Bought& b) {
         b.on = day("2028-01-10");
         b.last_review = day("2028-01-01");
       },
       "lapsed evidence_stale ", Outcome::NotSatisfied},
      {"expiring", [](Bought& b) { b.version().expires = day("2026-07-31"); }, "expiring ",
       Outcome::Satisfied},
      {"expiring and stale",
       [](Bought& b) {
         b.version().expires = day("2026-07-31");
         b.need().evidence_days = 10;
       },
       "evidence_stale expiring ", Outcome::Undecided},
      {"a claim says otherwise",
       [](Bought& b) { b.records.push_back(support::record({support::claim("2013")})); }, "sources_disagree ",
       Outcome::Undecided},
      {"an extension without its parent",
       [](Bought& b) {
         b.need().standards = {{"iso-iec-27018"}};
         b.records = {support::record({support::extension()})};
       },
       "parent_not_in_force issuer_not_accredited ", Outcome::Undecided},
      {"suspended",
       [](Bought& b) {
         b.version().statuses = {support::status(CertificateStatus::Suspended, "2026-05-01")};
       },
       "suspended ", Outcome::NotSatisfied},
      {"withdrawn",
       [](Bought& b) {
         b.version().statuses = {support::status(CertificateStatus::Withdrawn, "2026-05-01")};
       },
       "withdrawn ", Outcome::NotSatisfied},
      {"no expiry", [](Bought& b) { b.version().expires.reset(); }, "dates_unclear ", Outcome::Undecided},
      {"unaccredited", [](Bought& b) { b.version().issuer = CertificationBodyId{"none-cert"}; },
       "issuer_not_accredited ", Outcome::NotSatisfied},
      {"accreditation ended", [](Bought& b) { b.version().issuer = CertificationBodyId{"past-cert"}; },
       "accreditation_lost ", Outcome::Undecided},
      {"claimed", [](Bought& b) { b.version().evidence = EvidenceLevel::Claimed; }, "evidence_too_weak ",
       Outcome::Undecided},
      {"stale", [](Bought& b) { b.need().evidence_days = 10; }, "evidence_stale ", Outcome::Undecided},
      {"document changed", [](Bought& b) { b.version().document_changed = true; }, "document_changed ",
       Outcome::Undecided},
      {"signature broken", [](Bought& b) { b.version().signature = SignatureState::Broken; },
       "signature_broken ", Outcome::NotSatisfied},
      {"source away",
       [](Bought& b) {
         b.searched = {
             {"acme", "", {{"https://acme.example/", day("2026-01-01"), day("2026-01-15"), "time-out"}}}};
       },
       "source_not_refreshed ", Outcome::Satisfied},
      {"sole reliance", [](Bought& b) { b.relationship.critical_function = true; }, "certificate_only ",
       Outcome::Satisfied},
      {"review overdue", [](Bought& b) { b.last_review = day("2025-05-01"); }, "review_overdue ",
       Outcome::Satisfied},
      {"unknown dependency",
       [](Bought& b) {
         b.relationship.dependencies = {{{"Hoster AG", {}}, {}}};
       },
       "dependency_uncovered ", Outcome::Satisfied},
  });
}

// Even where the reference data know no words of exclusion, and the list of services names it.
TEST(RelationshipAssessment, WordsThatMayLeaveAServiceOutOutweighAList) {
  Bought bought;
  bought.version().services = {"Acme Mail"};
  bought.version().scope = "Operation of Acme Drive, excluding Acme Mail.";
  EXPECT_NE(to_string(bought.assessment().outcome), "satisfied");
}

TEST(RelationshipAssessment, AComputedWindowIsNoFinding) {
  Bought bought;
  bought.version().decided = bought.version().first_issued = day("2025-01-10");
  bought.on = day("2025-12-01");
  bought.relationship.recorded_at = support::at("2025-06-01");
  for (const auto& finding : bought.assessment().findings)
    for (const auto& reason : finding.reasons) EXPECT_NE(to_string(reason.code), "surveillance_window");
}

TEST(RelationshipAssessment, APolicyToleratesWhatItSays) {
  expect_rules({
      {"scope may be unsure",
       [](Bought& b) {
         b.relationship.services = {"Acme Vault"};
         b.need().scope = ScopeRule::MayBeUnsure;
       },
       "", Outcome::Satisfied},
      {"an exclusion is no doubt",
       [](Bought& b) {
         b.version().exclusions = {"Acme Mail"};
         b.need().scope = ScopeRule::MayBeUnsure;
       },
       "out_of_scope ", Outcome::NotSatisfied},
      {"any body",
       [](Bought& b) {
         b.version().issuer = CertificationBodyId{"none-cert"};
         b.need().accredited = false;
       },
       "", Outcome::Satisfied},
      {"the supplier's word",
       [](Bought& b) {
         b.version().evidence = EvidenceLevel::Claimed;
         b.need().least_evidence = EvidenceLevel::Claimed;
       },
       "", Outcome::Satisfied},
      {"a register's word is asked for",
       [](Bought& b) { b.need().least_evidence = EvidenceLevel::Registered; }, "evidence_too_weak ",
       Outcome::Undecided},
      {"the group without a guarantee",
       [](Bought& b) {
         b.supplier.groups = {{SupplierId{"supplier-2"}, {}, {}, "annual report"}};
         b.version().supplier = {"supplier-2"};
         b.version().holders = {support::holder("Acme Holding")};
         b.need().entity = EntityRule::SameGroup;
       },
       "entity_mismatch ", Outcome::Undecided},
      {"the group with a guarantee",
       [](Bought& b) {
         b.supplier.groups = {{SupplierId{"supplier-2"}, {}, {}, "annual report"}};
         b.version().supplier = {"supplier-2"};
         b.version().holders = {support::holder("Acme Holding")};
         b.need().entity = EntityRule::SameGroup;
         b.relationship.group_guarantee = "G-7";
       },
       "", Outcome::Satisfied},
      {"a Statement of Applicability is asked for",
       [](Bought& b) { b.need().statement_of_applicability = true; }, "statement_of_applicability ",
       Outcome::Undecided},
      {"and named",
       [](Bought& b) {
         b.need().statement_of_applicability = true;
         b.version().soa_version = "3.1";
       },
       "", Outcome::Satisfied},
      {"a need that does not apply",
       [](Bought& b) {
         b.records.clear();
         b.need().when.data = {DataKind::Personal};
       },
       "", Outcome::Satisfied},
      {"and one that does",
       [](Bought& b) {
         b.records.clear();
         b.need().when.data = {DataKind::Personal};
         b.need().when.deployments = {Deployment::PublicCloud};
         b.relationship.data = {DataKind::Internal, DataKind::Personal};
         b.relationship.deployment = Deployment::PublicCloud;
       },
       "certificate_missing ", Outcome::Undecided},
      {"any of two standards",
       [](Bought& b) {
         b.need().standards = {{"iso-22301"}, {"iso-iec-27001"}};
         b.need().combine = Combine::Any;
       },
       "", Outcome::Satisfied},
      {"all of two standards",
       [](Bought& b) {
         b.need().standards = {{"iso-22301"}, {"iso-iec-27001"}};
       },
       "certificate_missing ", Outcome::Undecided},
  });
}

TEST(RelationshipAssessment, WhatIsOnlyClaimedIsNotSaidToBeHeld) {
  Bought bought;
  bought.need().statement_of_applicability = true;
  const auto sentence = [&] {
    for (const auto& finding : bought.assessment().findings)
      if (finding.rule == FindingRule::StatementOfApplicability) return finding.sentence;
    return std::string();
  };
  EXPECT_TRUE(sentence().starts_with("The certificate that we hold names no version"));
  bought.version().evidence = EvidenceLevel::Claimed;
  EXPECT_TRUE(sentence().starts_with("The claim of a certificate names no version"));
}

TEST(RelationshipAssessment, AnAssuranceCompensatesAndChangesNoOutcome) {
  Bought bought;
  bought.records.clear();
  bought.need().or_assurance = {AssuranceKind::Soc2Type2};
  Assurance report{.id = {"report-1"},
                   .kind = AssuranceKind::Soc2Type2,
                   .from = day("2025-04-01"),
                   .until = day("2026-03-31")};
  for (const auto& [kind, opinion, until, counts] :
       {std::tuple(AssuranceKind::Soc2Type2, Opinion::Unqualified, day("2026-03-31"), true),
        std::tuple(AssuranceKind::Soc2Type1, Opinion::Unqualified, day("2026-03-31"), false),
        std::tuple(AssuranceKind::Soc2Type2, Opinion::Adverse, day("2026-03-31"), false),
        std::tuple(AssuranceKind::Soc2Type2, Opinion::Qualified, day("2026-03-31"), false),
        std::tuple(AssuranceKind::Soc2Type2, Opinion::NotStated, day("2026-03-31"), false),
        std::tuple(AssuranceKind::Soc2Type2, Opinion::Unqualified, day("2025-05-01"), false)}) {
    report.kind = kind;
    report.opinion = opinion;
    report.until = until;
    bought.assurances = {report};
    const auto assessment = bought.assessment();
    EXPECT_EQ(to_string(assessment.outcome), "undecided");
    ASSERT_EQ(rules_of(assessment), "certificate_missing ");
    EXPECT_EQ(assessment.findings.front().compensated_by.has_value(), counts);
    EXPECT_EQ(to_string(state_of(assessment.findings.front(), nullptr)), counts ? "compensated" : "open");
  }
}

TEST(RelationshipAssessment, AnAssuranceStandsInForWhatItSaysItCovers) {
  Bought bought;
  bought.records.clear();
  bought.need().or_assurance = {AssuranceKind::C5Type2};
  Assurance report{.id = {"report-1"},
                   .kind = AssuranceKind::C5Type2,
                   .until = day("2026-03-31"),
                   .opinion = Opinion::Unqualified};
  for (const auto& [covered, used, counts] :
       {std::tuple(std::vector<std::string>{}, std::vector<std::string>{"Acme Mail"}, true),
        std::tuple(std::vector<std::string>{"acme mail"}, std::vector<std::string>{"Acme Mail"}, true),
        std::tuple(std::vector<std::string>{"Acme Drive"}, std::vector<std::string>{"Acme Mail"}, false),
        std::tuple(std::vector<std::string>{"Acme Mail"}, std::vector<std::string>{"Acme Mail", "Acme Drive"},
                   false),
        std::tuple(std::vector<std::string>{"Acme Mail"}, std::vector<std::string>{}, false)}) {
    report.services = covered;
    bought.relationship.services = used;
    bought.assurances = {report};
    EXPECT_EQ(bought.assessment().findings.front().compensated_by.has_value(), counts);
  }
}

TEST(RelationshipAssessment, AFindingStaysTheSameOverDaysAndRewordedPolicies) {
  Bought bought;
  bought.version().expires = day("2026-07-31");
  const auto key = key_of(bought.assessment().findings.front());
  bought.on = day("2026-07-15");
  bought.need().id = "another word";
  const auto later = bought.assessment();
  EXPECT_EQ(key_of(later.findings.front()), key);
  EXPECT_EQ(later.findings.front().due, day("2026-07-31"));
  EXPECT_GT(later.findings.front().severity, Severity::Low);
}

CertificateVersion successor(const std::string& start, const std::string& end) {
  auto version = support::certificate("certificate-2");
  version.number = "IS 200";
  version.issued = version.valid_from = day(start);
  version.expires = day(end);
  return version;
}

TEST(RelationshipAssessment, ASuccessorUnderAnotherNumberIsAskedAbout) {
  Bought bought;
  bought.version().expires = day("2026-07-31");
  bought.records.push_back(support::record({successor("2026-07-01", "2029-06-30")}));
  EXPECT_EQ(rules_of(bought.assessment()), "") << "the end is followed: nobody need be told of it";
  bought.on = day("2026-08-15");
  const auto assessment = bought.assessment();
  EXPECT_EQ(rules_of(assessment), "successor_unconfirmed ");
  EXPECT_EQ(assessment.findings.front().sentence,
            replacement_of(bought.version(), successor("2026-07-01", "2029-06-30"), support::reference())
                ->sentence);
  EXPECT_EQ(to_string(assessment.outcome), "satisfied");
  bought.decisions = {decision(assessment.findings.front(), DecisionKind::ConfirmSuccessor)};
  EXPECT_EQ(rules_of(bought.assessment()), "");
}

TEST(RelationshipAssessment, AWithdrawalStandsUntilItsSuccessorIsConfirmed) {
  Bought bought;
  bought.version().statuses = {support::status(CertificateStatus::Withdrawn, "2026-05-01")};
  auto next = successor("2026-05-02", "2029-05-01");
  bought.version().expires = day("2026-08-01");
  bought.records.push_back(support::record({next}));
  const auto assessment = bought.assessment();
  ASSERT_EQ(rules_of(assessment), "withdrawn successor_unconfirmed ");
  bought.decisions = {
      decision(*find(assessment, FindingRule::SuccessorUnconfirmed), DecisionKind::ConfirmSuccessor)};
  EXPECT_EQ(rules_of(bought.assessment()), "");
}

TEST(RelationshipAssessment, TheWorstSiteDecides) {
  Bought bought;
  bought.version().sites = {{"London", "", "GB", ""}};
  bought.relationship.services.clear();
  bought.relationship.sites = {"London", "Paris"};
  const auto assessment = bought.assessment();
  EXPECT_EQ(rules_of(assessment), "out_of_scope ");
  EXPECT_EQ(assessment.answers.front().site, "Paris");
  bought.relationship.sites = {"London"};
  EXPECT_EQ(rules_of(bought.assessment()), "");
}

TEST(RelationshipAssessment, ACriticalFunctionWeighsMore) {
  Bought bought;
  bought.relationship.services = {"Acme Vault"};
  const auto usual = find(bought.assessment(), FindingRule::OutOfScope)->severity;
  bought.relationship.critical_function = true;
  const auto assessment = bought.assessment();
  EXPECT_GT(find(assessment, FindingRule::OutOfScope)->severity, usual);
}

TEST(RelationshipAssessment, ATierThatNeedsNothingIsSatisfied) {
  Bought bought;
  bought.policy.tiers.front().needs.clear();
  EXPECT_EQ(to_string(bought.assessment().outcome), "satisfied");
}

TEST(Decisions, HoldUntilTheirDayAndCanBeTakenBack) {
  Bought bought;
  bought.relationship.services = {"Acme Vault"};
  const auto assessment = bought.assessment();
  const auto& finding = assessment.findings.front();
  const auto key = key_of(finding);
  const std::vector<Decision> accepted{decision(finding, DecisionKind::AcceptRisk, day("2026-06-10"))};
  EXPECT_EQ(decision_on(accepted, key, day("2026-05-19")), nullptr) << "not yet made";
  ASSERT_NE(decision_on(accepted, key, day("2026-06-10")), nullptr);
  EXPECT_EQ(decision_on(accepted, key, day("2026-06-11")), nullptr);
  EXPECT_EQ(decision_on(accepted, "another", day("2026-06-01")), nullptr);
  EXPECT_EQ(to_string(state_of(finding, &accepted.front())), "accepted");
  auto taken_back = accepted;
  taken_back.push_back(decision(finding, DecisionKind::Withdraw));
  EXPECT_EQ(decision_on(taken_back, key, day("2026-06-01")), nullptr);
  const auto asked = decision(finding, DecisionKind::AskSupplier, day("2026-06-30"));
  EXPECT_EQ(to_string(state_of(finding, &asked)), "open");
  EXPECT_TRUE(is_settled(FindingState::Open, &asked));
  EXPECT_FALSE(is_settled(FindingState::Open, nullptr));
}

}  // namespace
}  // namespace certreg
