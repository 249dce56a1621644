// What becomes of readings: accepted by a rule, confirmed, or left for a person.
#include "service/register_world.h"

namespace certreg::service {
namespace {

constexpr const char* kPdf = "acme/iso27001.pdf";  // the source "acme" names its holder

TEST(FirstCertificate, IsAcceptedWhenItsSourceNamesTheHolder) {
  RegisterWorld world;
  const auto run = world.take(kPdf, pdf({}));
  EXPECT_EQ(world.count(run, "accepted"), 1) << run.counts << run.error;
  EXPECT_TRUE(world.proposals().empty()) << world.proposals().front().rule;
  const auto answer = world.asked();
  EXPECT_EQ(to_string(answer.verdict.outcome), "satisfied") << codes(answer, Topic::Scope).front();
}

TEST(FirstCertificate, WaitsWhenNobodyNamesTheHolder) {
  RegisterWorld world;
  EXPECT_EQ(world.count(world.take("upload.pdf", pdf({})), "pending"), 1);
  EXPECT_EQ(world.proposals().at(0).rule, "a first certificate, and no source names its holder");
  EXPECT_EQ(to_string(world.asked().verdict.outcome), "undecided");
}

// Nothing ends the name, so that less is sure that it is all of it.
TEST(FirstCertificate, WaitsWhenAFieldWasNotReadWithCertainty) {
  RegisterWorld world;
  world.define({});
  const auto unsure = world.take("unsure.pdf", pdf({.holder = "Acme Mailbox"}), true);
  EXPECT_EQ(world.count(unsure, "pending"), 1) << unsure.counts;
  ASSERT_FALSE(world.proposals().empty());
  EXPECT_EQ(world.proposals().at(0).rule, "holder was not read with certainty");
  const auto sure =
      world.take("sure.pdf", pdf({.number = "IS 101", .holder = "Northgate Systems GmbH"}), true);
  EXPECT_EQ(world.count(sure, "accepted"), 1) << sure.counts;
}

TEST(FirstCertificate, WaitsWhenItIsPrintedForAnotherCompany) {
  const struct {
    const char *name, *holder;
    bool accepted;
  } cases[] = {
      {"as the source writes it", "Acme Cloud Limited", true},
      {"in another spelling", "ACME Cloud Ltd.", true},
      {"with another legal form", "Acme Cloud GmbH", true},
      {"a product of the source", "Acme Mailbox", true},
      {"another company", "Northgate Systems GmbH", false},
      {"a company with a longer name", "Acme Cloud Holding Limited", false},
      {"a company with a shorter name", "Acme Limited", false},
  };
  for (const auto& [name, holder, accepted] : cases) {
    RegisterWorld world;
    auto source = support::source();
    source.products = {"Acme Mailbox"};
    world.define({source});
    const auto run = world.take(kPdf, pdf({.holder = holder}));
    EXPECT_EQ(world.count(run, "accepted"), accepted ? 1 : 0) << name << run.counts;
    EXPECT_EQ(world.count(run, "pending"), accepted ? 0 : 1) << name << run.counts;
    if (accepted) continue;
    EXPECT_EQ(world.proposals().at(0).rule,
              "it names another holder than Acme Cloud Limited: " + std::string(holder));
  }
}

const Drawn kAnothers{.number = "IS 9900", .holder = "Northgate Systems GmbH"};

TEST(Displaced, CertificateIsNoCleanAnswerUntilAPersonDecided) {
  RegisterWorld world;
  world.take(kPdf, pdf({}));
  ASSERT_EQ(world.asked().verdict.outcome, Outcome::Satisfied);
  for (int week = 0; week < 2; ++week) world.take(kPdf, pdf(kAnothers));
  EXPECT_TRUE(has_code(world.asked(), Topic::Evidence, "document_changed"));
  EXPECT_EQ(world.certificates().size(), 1U);
  const auto proposals = world.proposals();
  ASSERT_EQ(proposals.size(), 1U);
  EXPECT_EQ(proposals[0].certificate, world.certificates()[0]->id) << "whose place it took";
  reject_proposal(world.services(), proposals[0].id, "put there by mistake", kReviewer);
  world.take(kPdf, pdf(kAnothers));
  EXPECT_EQ(world.asked().verdict.outcome, Outcome::Satisfied);
}

TEST(Displaced, IsNothingAtAnotherAddress) {
  RegisterWorld world;
  world.take(kPdf, pdf({}));
  EXPECT_EQ(world.count(world.take("acme/another.pdf", pdf(kAnothers)), "pending"), 1);
  EXPECT_EQ(world.asked().verdict.outcome, Outcome::Satisfied);
}

TEST(FirstCertificate, IsAcceptedByTheCaller) {
  RegisterWorld world;
  EXPECT_EQ(world.count(world.take("upload.pdf", pdf({}), true), "accepted"), 1);
  EXPECT_EQ(world.certificates().size(), 1U);
}

TEST(SameDocument, ChangesNothing) {
  RegisterWorld world;
  world.take(kPdf, pdf({}));
  const auto before = world.certificates().at(0);
  const auto again = world.take(kPdf, pdf({}));
  EXPECT_EQ(world.count(again, "unchanged"), 1) << again.counts;
  EXPECT_EQ(world.certificates().at(0)->latest().id, before->latest().id);
  EXPECT_EQ(world.proposals("").size(), 1U);
  EXPECT_TRUE(world.observations().empty());
}

TEST(LaterIssue, IsAcceptedWhenOnlyDatesMoveForward) {
  RegisterWorld world;
  world.take(kPdf, pdf({}));
  const auto run = world.take(kPdf, pdf({.issued = "5 January 2026", .expires = "4 January 2029"}));
  EXPECT_EQ(world.count(run, "accepted"), 1) << run.counts;
  EXPECT_EQ(world.certificates().at(0)->issues.size(), 2U);
}

TEST(LaterIssue, WaitsForAPersonOtherwise) {
  const std::string later = "5 January 2026", ends = "4 January 2029";
  const Drawn cases[] = {
      {.issued = later, .expires = ends, .scope = "Development and operation of Acme Drive."},
      {.issued = "5 January 2024", .expires = ends},
      {.issued = later, .expires = "4 January 2027"},
      {.holder = "Other Cloud Limited", .issued = later, .expires = ends},
  };
  for (const auto& drawn : cases) {
    RegisterWorld world;
    world.take(kPdf, pdf({}));
    const auto run = world.take(kPdf, pdf(drawn));
    EXPECT_EQ(world.count(run, "pending"), 1) << run.counts << drawn.scope << drawn.issued;
    EXPECT_TRUE(has_code(world.asked(), Topic::Evidence, "document_changed"));
    EXPECT_NE(to_string(world.asked().verdict.outcome), "satisfied");
  }
}

TEST(LaterIssue, IsNotTakenFromAnotherSupplier) {
  RegisterWorld world;
  world.take("upload.pdf", pdf({.holder = "Other Cloud Limited"}), true);
  const auto run = world.take(
      kPdf, pdf({.holder = "Other Cloud Limited", .issued = "5 January 2026", .expires = "4 January 2029"}));
  EXPECT_EQ(world.count(run, "pending"), 1) << run.counts;
  EXPECT_EQ(world.proposals().at(0).rule, "it is known as another supplier's");
  EXPECT_EQ(world.certificates().at(0)->issues.size(), 1U);
}

TEST(Rejected, ReadingIsNotProposedAgainAndTheMarkGoes) {
  RegisterWorld world;
  world.take(kPdf, pdf({}));
  const auto changed = pdf({.scope = "Development and operation of Acme Drive."});
  world.take(kPdf, changed);
  const auto proposal = world.proposals().at(0);
  EXPECT_THROW(reject_proposal(world.services(), proposal.id, "", kReviewer), Error);
  reject_proposal(world.services(), proposal.id, "a draft on their site", kReviewer);
  EXPECT_FALSE(has_code(world.asked(), Topic::Evidence, "document_changed"));
  EXPECT_EQ(world.count(world.take(kPdf, changed), "rejected_before"), 1);
  EXPECT_TRUE(world.proposals().empty());
}

TEST(Status, ASuspensionOutlivesANewerCopyOfTheSupplier) {
  RegisterWorld world;
  world.take(kPdf, pdf({}));
  const auto record = world.certificates().at(0);
  auto suspended = record->latest();
  suspended.statuses = {{CertificateStatus::Suspended,
                         support::day("2026-05-01"),
                         {},
                         StatusSource::Issuer,
                         "Good Certification Limited",
                         {},
                         {}}};
  suspended.quotes.clear();
  correct_certificate(world.services(), record->id, record->latest().id, suspended,
                      CorrectionKind::Correction, kReviewer);
  world.take(kPdf, pdf({}));
  EXPECT_TRUE(has_code(world.asked(), Topic::Dates, "suspended"));
  world.take(kPdf, pdf({.issued = "5 January 2026", .expires = "4 January 2029"}));
  EXPECT_TRUE(has_code(world.asked(), Topic::Dates, "suspended"));
  for (const auto& proposal : world.proposals())
    accept_proposal(world.services(), proposal.id, {.reason = "seen"}, kReviewer);
  EXPECT_TRUE(has_code(world.asked(), Topic::Dates, "suspended"));
}

TEST(Status, AWithdrawalThatAnotherDocumentStatesLeavesNoCleanAnswer) {
  RegisterWorld world;
  world.take("acme/certificate.pdf", pdf({}));
  ASSERT_EQ(world.asked().verdict.outcome, Outcome::Satisfied);
  const std::string rows =
      "holder,number,standard,issuer,issued,expires,scope,status\n"
      "Acme Cloud Limited,IS 100,ISO/IEC 27001:2022,Good Certification Limited,2025-01-10,2028-01-09,"
      "Development and operation of Acme Mail and Acme Drive.,withdrawn\n";
  world.take("acme/register.csv", rows);
  EXPECT_NE(world.asked().verdict.outcome, Outcome::Satisfied);
}

TEST(Retired, IsNotBroughtBackByALaterIssue) {
  RegisterWorld world;
  world.take(kPdf, pdf({}));
  const auto record = world.certificates().at(0);
  retire_certificate(world.services(), record->id, record->latest().id, "not theirs", kReviewer);
  EXPECT_EQ(world.count(world.take(kPdf, pdf({})), "unchanged"), 1);
  const auto run = world.take(kPdf, pdf({.issued = "5 January 2026", .expires = "4 January 2029"}));
  EXPECT_EQ(world.count(run, "pending"), 1) << run.counts;
  EXPECT_TRUE(world.certificates().empty());
}

TEST(Table, GoodRowsLandAndBadOnesAreListed) {
  RegisterWorld world;
  const auto bytes = table(row("IS 1", "2025-01-10", "2028-01-09") + row("IS 2", "2026-02-30", "2028-01-09") +
                           row("IS 3", "2025-01-10", "2028-01-09") + "Acme,\"never ends\n");
  const auto run = world.take("list.csv", bytes);
  EXPECT_EQ(run.state, "done") << run.error;
  EXPECT_EQ(world.count(run, "accepted"), 2) << run.counts;
  EXPECT_EQ(world.count(run, "bad_rows"), 2) << run.counts;
  const auto again = world.take("list.csv", bytes);
  EXPECT_EQ(world.count(again, "unchanged"), 2) << again.counts;
  EXPECT_EQ(world.certificates().size(), 2U);
}

TEST(Table, ARowThatContradictsADocumentIsKeptBesideItAsAClaim) {
  RegisterWorld world;
  world.take(kPdf, pdf({}));
  const auto bytes = table(row("IS 100", "2026-01-05", "2031-01-04"));
  world.take("list.csv", bytes);
  EXPECT_EQ(world.certificates().size(), 2U);
  const auto answer = world.asked();
  EXPECT_TRUE(has_code(answer, Topic::Evidence, "sources_disagree"))
      << codes(answer, Topic::Evidence).front();
  EXPECT_EQ(answer.verdict.deciding().certificate->expires, support::day("2028-01-09"));
  EXPECT_EQ(world.count(world.take("list.csv", bytes), "unchanged"), 1);
}

TEST(Table, ADocumentThatSaysWhatWasClaimedRaisesTheEvidence) {
  RegisterWorld world;
  world.take("list.csv", table(row("IS 100", "2025-01-10", "2028-01-09",
                                   "Development and operation of Acme Mail and Acme Drive.")));
  EXPECT_TRUE(has_code(world.asked(), Topic::Evidence, "claimed"));
  const auto run = world.take(kPdf, pdf({}));
  EXPECT_EQ(world.count(run, "accepted"), 1) << run.counts;
  EXPECT_TRUE(has_code(world.asked(), Topic::Evidence, "documented"));
  EXPECT_EQ(world.certificates().size(), 1U);
}

TEST(Document, ThatCannotBeReadFailsByItsKind) {
  RegisterWorld world;
  struct {
    std::string name, bytes, kind;
  } const cases[] = {
      {"acme/a.pdf", "", "failed_empty"},
      {"acme/b.pdf", "%PDF-1.4\nnothing of it", "failed_damaged"},
      {"acme/d.json", R"({"format":"certreg-certificates-1","certificates":[],"x":1})", "failed_invalid"},
      {"acme/e.json", std::string(10'000, '['), "failed_invalid"}};
  for (const auto& item : cases) {
    const auto run = world.take(item.name, item.bytes);
    EXPECT_EQ(run.state, "done") << item.name;
    EXPECT_EQ(world.count(run, item.kind.c_str()), 1) << item.name << run.counts;
  }
  EXPECT_TRUE(world.certificates().empty());
  EXPECT_TRUE(world.proposals("").empty());
}

}  // namespace
}  // namespace certreg::service
