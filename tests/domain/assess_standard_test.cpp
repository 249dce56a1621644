#include "domain/situation.h"

namespace certreg {
namespace {

using support::day;

void ask_extension(Situation& s) {
  s.question.standard = {"iso-iec-27018"};
  s.records.push_back(support::record({support::extension()}));
}

CertificateVersion& child(Situation& s) { return s.records.back().issues.front(); }

void ask_on(Situation& s, const char* on) { s.question.on = day(on); }

// The certificate is to an edition of which only the end of its transition and the next edition are known.
void transition(Situation& s, const char* until) {
  s.version().edition = "2013";
  auto rows = support::reference_rows();
  auto& edition = rows.standards.front().editions[1];
  edition.published.reset();
  edition.ended.reset();
  edition.transition_until = support::day(until);
  edition.replaced_by = "2022";
  s.reference = Reference(std::move(rows), "changed");
}

}  // namespace

std::vector<Row> standard_rows() {
  using enum Code;
  return {
      {"2022 counts", [](Situation&) {}, kYes, {EditionCurrent}},
      {"2013 counts on its last day",
       [](Situation& s) {
         s.version().edition = "2013";
         ask_on(s, "2025-10-31");
       },
       kYes,
       {EditionCurrent, EditionInTransition}},
      {"2013 after its transition, though no end is known",
       [](Situation& s) {
         transition(s, "2025-09-30");
         ask_on(s, "2025-10-01");
       },
       kNo,
       {EditionWithdrawn}},
      {"2013 on the last day of its transition, its own day unknown",
       [](Situation& s) {
         transition(s, "2025-09-30");
         ask_on(s, "2025-09-30");
       },
       kYes,
       {EditionCurrent, EditionInTransition}},
      {"2013 ends the day after",
       [](Situation& s) {
         s.version().edition = "2013";
         ask_on(s, "2025-11-01");
       },
       kNo,
       {EditionWithdrawn}},
      {"2013 before its successor",
       [](Situation& s) {
         s.version().edition = "2013";
         ask_on(s, "2022-10-24");
       },
       kYes,
       {EditionCurrent}},
      {"no year", [](Situation& s) { s.version().edition = ""; }, kUnsure, {EditionUnknown}},
      {"a year that no edition bears",
       [](Situation& s) { s.version().edition = "2021"; },
       kUnsure,
       {EditionUnknown}},
      {"nothing", [](Situation& s) { s.records.clear(); }, kUnsure, {NothingFound}},
      {"another standard",
       [](Situation& s) { s.question.standard = {"iso-22301"}; },
       kUnsure,
       {NothingFound}},
      {"an unheard-of standard",
       [](Situation& s) { s.question.standard = {"iso-1"}; },
       kUnsure,
       {NothingFound}},
      {"retired", [](Situation& s) { s.version().retired = true; }, kUnsure, {NothingFound}},
      {"declared absent",
       [](Situation& s) {
         s.records = {support::record({support::claim()})};
         s.version().declared_absent = true;
       },
       kNo,
       {DeclaredAbsent}},
      {"extension under its parent", ask_extension, kYes, {EditionCurrent}},
      {"parent by its number",
       [](Situation& s) {
         ask_extension(s);
         child(s).parent.reset();
         child(s).parent_number = "is-100";
       },
       kYes,
       {EditionCurrent}},
      {"parent by the common issuer",
       [](Situation& s) {
         ask_extension(s);
         child(s).parent.reset();
       },
       kYes,
       {EditionCurrent}},
      {"no parent",
       [](Situation& s) {
         ask_extension(s);
         s.records.erase(s.records.begin());
       },
       kUnsure,
       {ParentUnknown, EditionCurrent}},
      {"a parent of another body is none",
       [](Situation& s) {
         ask_extension(s);
         s.version().issuer = CertificationBodyId{"silent-cert"};
       },
       kUnsure,
       {ParentUnknown, EditionCurrent}},
      {"in words only",
       [](Situation& s) {
         ask_extension(s);
         child(s).form = ExtensionForm::Words;
         child(s).edition = "";
       },
       kUnsure,
       {EditionUnknown, ExtensionInWordsOnly}},
      {"parent withdrawn",
       [](Situation& s) {
         ask_extension(s);
         s.version().statuses = {support::status(CertificateStatus::Withdrawn, "2026-01-01")};
       },
       kNo,
       {ParentEnded, EditionCurrent}},
      {"parent's edition withdrawn",
       [](Situation& s) {
         ask_extension(s);
         s.version().edition = "2013";
       },
       kNo,
       {ParentEnded, EditionCurrent}},
      {"parent's edition unknown",
       [](Situation& s) {
         ask_extension(s);
         s.version().edition = "";
       },
       kUnsure,
       {EditionUnknown, EditionCurrent}},
      {"both expired",
       [](Situation& s) {
         ask_extension(s);
         s.version().expires = child(s).expires = day("2026-03-31");
       },
       kNo,
       {ParentEnded, EditionCurrent}},
      {"the parent expired, the extension prints no end",
       [](Situation& s) {
         ask_extension(s);
         s.version().expires = day("2026-03-31");
         child(s).expires.reset();
       },
       kNo,
       {ParentEnded, EditionCurrent}},
      {"the extension outlives the parent's issue",
       [](Situation& s) {
         ask_extension(s);
         s.version().expires = day("2026-03-31");
       },
       kUnsure,
       {ParentUnknown, EditionCurrent}},
      {"the parent was found expired",
       [](Situation& s) {
         ask_extension(s);
         s.records.front().checks = {support::check(CheckResult::Expired, "2026-04-01")};
       },
       kNo,
       {ParentEnded, EditionCurrent}},
      {"27018:2014 has ended",
       [](Situation& s) {
         ask_extension(s);
         child(s).edition = "2014";
       },
       kNo,
       {EditionWithdrawn}},
  };
}

TEST(Assess, Standard) { expect_answers(Topic::Standard, standard_rows()); }

TEST(Assess, WithdrawnEditionNamesItsLastDay) {
  Situation s;
  s.version().edition = "2013";
  const auto verdict = s.verdict();
  EXPECT_EQ(verdict.deciding().answers[0].reasons.front().date, day("2025-10-31"));
  EXPECT_EQ(verdict.deciding().effective_end, day("2025-10-31"));
  EXPECT_EQ(verdict.outcome, Outcome::NotSatisfied);
}

TEST(Assess, WhatIsOnlyClaimedIsSaidToBe) {
  Situation s;
  const auto first_words = [&] {
    return s.verdict().deciding().answers[0].reasons.front().detail.substr(0, 15);
  };
  EXPECT_EQ(first_words(), "The certificate");
  s.version().evidence = EvidenceLevel::Claimed;
  EXPECT_EQ(first_words(), "The claimed cer");
}

TEST(Assess, NothingFoundListsWhatWasSearched) {
  Situation s;
  s.records.clear();
  const auto on = day("2026-05-01");
  s.question.searched = {
      {"acme", "", {{"acme.example/trust", on, {}, {}}, {"acme.example/iso", {}, on, "is gone"}}},
      {"other", "Acme Group", {{"other.example", {}, {}, {}}}}};
  const auto verdict = s.verdict();
  EXPECT_EQ(verdict.outcome, Outcome::Undecided);
  EXPECT_TRUE(verdict.deciding().answers[0].reasons.front().detail.ends_with(
      "Searched: acme (acme.example/trust, 2026-05-01). Could not be read: acme (acme.example/iso, is gone "
      "since "
      "2026-05-01). Never searched: other, about Acme Group (other.example)."));
  for (const auto& answer : verdict.deciding().answers)
    EXPECT_EQ(codes_of(answer), std::vector{Code::NothingFound});
}

}  // namespace certreg
