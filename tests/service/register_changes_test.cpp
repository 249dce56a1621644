// What the change feed says of what comes in.
#include "certreg/service/register_changes.h"

#include <gmock/gmock.h>

#include "service/register_world.h"

namespace certreg::service {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kPdf = "acme/iso27001.pdf";  // the source "acme" names its holder
constexpr const char* kPage = "acme/trust.md";

class ChangeFeed : public testing::Test {
 protected:
  // The kinds of what came since the last call, in their order; "!" before those that are adverse.
  std::vector<std::string> fresh() {
    rows_ = follow_changes(world_.services(), {}, seen_, 500);
    std::vector<std::string> kinds;
    for (const auto& row : rows_) {
      kinds.push_back((row.change.adverse ? "!" : "") + std::string(to_string(row.change.kind)));
      seen_ = row.id;
    }
    return kinds;
  }
  void take(const char* name, const std::string& bytes, bool accept = false) {
    const auto run = world_.take(name, bytes, accept);
    ASSERT_EQ(run.state, "done") << run.error;
    world_.services().feed.refresh();
  }
  CertificateRecord only() { return *world_.certificates().at(0); }

  RegisterWorld world_;
  std::vector<store::RecordedChange> rows_;
  std::int64_t seen_ = 0;
};

TEST_F(ChangeFeed, SaysWhereAFirstCertificateCameFrom) {
  take(kPdf, pdf({}));
  ASSERT_THAT(fresh(), ElementsAre("certificate_added"));
  const auto certificate = only();
  EXPECT_EQ(rows_[0].source, "acme");
  EXPECT_EQ(rows_[0].supplier, certificate.latest().supplier);
  EXPECT_EQ(rows_[0].certificate, certificate.id);
  EXPECT_EQ(rows_[0].version, certificate.latest().id);
  EXPECT_EQ(rows_[0].address, "file:acme/iso27001.pdf");
  EXPECT_FALSE(rows_[0].document.empty());
  EXPECT_EQ(rows_[0].change.sentence,
            "The document of a certificate came in: to ISO/IEC 27001:2022 of Acme Cloud Limited, number IS "
            "100, issued by Good Certification Limited on 2025-01-10, valid to 2028-01-09.");
}

TEST_F(ChangeFeed, TheSameAgainSaysNothing) {
  const auto rows = table(row("IS 7", "2025-01-10", "2028-01-09"));
  const std::string page = "# Trust\n\nAcme Cloud Limited is certified for ISO 22301:2019.\n";
  take(kPdf, pdf({}));
  take("list.csv", rows);
  take(kPage, page);
  EXPECT_THAT(fresh(), ElementsAre("certificate_added", "claim_added", "claim_added"));
  take(kPdf, pdf({}));
  take("list.csv", rows);
  take(kPage, page);
  EXPECT_THAT(fresh(), IsEmpty());
}

TEST_F(ChangeFeed, TellsARenewal) {
  take(kPdf, pdf({}));
  fresh();
  take(kPdf, pdf({.issued = "5 January 2026", .expires = "4 January 2029"}));
  EXPECT_THAT(fresh(), ElementsAre("renewed"));
}

TEST_F(ChangeFeed, TellsAReplacementByAnotherNumber) {
  take(kPdf, pdf({}));
  fresh();
  take("acme/next.pdf",
       pdf({.number = "IS 200", .issued = "20 December 2027", .expires = "19 December 2030"}));
  EXPECT_THAT(fresh(), ElementsAre("certificate_added", "certificate_replaced"));
}

TEST_F(ChangeFeed, TellsTheEditionOfAClaim) {
  take(kPage, "Acme Cloud Limited is certified for ISO/IEC 27001:2013.\n");
  ASSERT_THAT(fresh(), ElementsAre("claim_added"));
  take(kPage, "Acme Cloud Limited is certified for ISO/IEC 27001:2022.\n");
  ASSERT_THAT(fresh(), ElementsAre("edition_changed"));
  EXPECT_EQ(rows_[0].change.before, "2013");
  EXPECT_EQ(rows_[0].change.after, "2022");
}

TEST_F(ChangeFeed, TellsAClaimThatIsNoLongerStatedOnce) {
  take(kPage,
       "Acme Cloud Limited is certified for ISO/IEC 27001:2022.\n\nAcme Cloud Limited is certified for ISO "
       "22301:2019.\n");
  ASSERT_THAT(fresh(), ElementsAre("claim_added", "claim_added"));
  const std::string less = "Acme Cloud Limited is certified for ISO/IEC 27001:2022.\n";
  take(kPage, less);
  ASSERT_THAT(fresh(), ElementsAre("!claim_no_longer_stated"));
  EXPECT_THAT(rows_[0].change.sentence, HasSubstr("ISO 22301"));
  take(kPage, less);
  EXPECT_THAT(fresh(), IsEmpty());
}

TEST_F(ChangeFeed, AsksAPersonOnceAndTellsTheDecision) {
  take(kPdf, pdf({}));
  fresh();
  const auto sooner = pdf({.expires = "9 January 2027"});
  take(kPdf, sooner);
  ASSERT_THAT(fresh(), ElementsAre("!waits_for_decision"));
  EXPECT_THAT(rows_[0].change.sentence, HasSubstr("ends earlier: on 2027-01-09 instead of 2028-01-09"));
  take(kPdf, sooner);
  EXPECT_THAT(fresh(), IsEmpty()) << "the same document";
  take(kPdf, sooner + "% other bytes\n");
  EXPECT_THAT(fresh(), IsEmpty()) << "the same difference";
  const auto waiting = world_.proposals();
  ASSERT_EQ(waiting.size(), 2U);
  reject_proposal(world_.services(), waiting[0].id, "a draft", kReviewer);
  EXPECT_THAT(fresh(), ElementsAre("reading_rejected"));
  accept_proposal(world_.services(), waiting[1].id, {.reason = "seen"}, kReviewer);
  EXPECT_THAT(fresh(), ElementsAre("!expiry_changed"));
}

TEST_F(ChangeFeed, TellsWhatAPersonCorrectsInAReading) {
  take("upload.pdf", pdf({}));
  ASSERT_THAT(fresh(), ElementsAre("waits_for_decision"));
  EXPECT_TRUE(rows_[0].supplier.empty()) << "nobody of that name is in the register yet";
  accept_proposal(world_.services(), world_.proposals().at(0).id,
                  {.corrections = R"({"expires":"2027-01-09"})", .reason = "misread"}, kReviewer);
  EXPECT_THAT(fresh(), ElementsAre("certificate_added", "corrected_by_person"));
}

TEST_F(ChangeFeed, TellsAServiceDroppedAndWhatElseAPersonCorrects) {
  auto entered = support::certificate();
  entered.supplier = create_supplier(world_.services(), {.name = "Acme Cloud Limited"}, kReviewer).id;
  const auto made = create_certificate(world_.services(), entered, kReviewer);
  EXPECT_THAT(fresh(), ElementsAre("claim_added")) << "what a person types is no document";
  entered.services = {"Acme Mail"};
  entered.reason = "not on page 2";
  const auto corrected = correct_certificate(world_.services(), made.id, made.latest().id, entered,
                                             CorrectionKind::Correction, kReviewer);
  EXPECT_THAT(fresh(), ElementsAre("!service_dropped", "!corrected_by_person"));
  EXPECT_THAT(rows_[0].change.before, "Acme Drive");
  retire_certificate(world_.services(), made.id, corrected.latest().id, "not theirs", kReviewer);
  EXPECT_THAT(fresh(), ElementsAre("!retired"));
}

TEST_F(ChangeFeed, TellsAnIssueThatIsOlderThanTheLatest) {
  auto entered = support::certificate();
  entered.supplier = create_supplier(world_.services(), {.name = "Acme Cloud Limited"}, kReviewer).id;
  const auto made = create_certificate(world_.services(), entered, kReviewer);
  fresh();
  entered.issued = entered.valid_from = support::day("2022-01-10");
  entered.expires = support::day("2025-01-09");
  correct_certificate(world_.services(), made.id, made.latest().id, entered, CorrectionKind::NewIssue,
                      kReviewer);
  EXPECT_THAT(fresh(), ElementsAre("certificate_added")) << "nothing ends earlier";
}

TEST_F(ChangeFeed, TellsACheck) {
  take(kPdf, pdf({}));
  fresh();
  auto check = support::check(CheckResult::Withdrawn, "2026-05-01");
  check.certificate = only().id;
  record_check(world_.services(), check, kReviewer);
  EXPECT_THAT(fresh(), ElementsAre("!check_recorded"));
  EXPECT_EQ(rows_[0].certificate, only().id);
}

TEST_F(ChangeFeed, RefusedWritesSayNothing) {
  take(kPdf, pdf({}));
  fresh();
  const auto record = only();
  EXPECT_THROW(retire_certificate(world_.services(), record.id, {"another"}, "x", kReviewer), Error);
  auto bad = record.latest();
  bad.number = std::string(101, '1');
  EXPECT_THROW(correct_certificate(world_.services(), record.id, record.latest().id, bad,
                                   CorrectionKind::Correction, kReviewer),
               Error);
  EXPECT_THAT(fresh(), IsEmpty());
}

TEST_F(ChangeFeed, TakesWhatOthersTellOfAPage) {
  const auto gone = page_change(ChangeKind::PageGone, "https://acme.example/trust", "404");
  auto transaction = world_.services().database.begin();
  record_changes(transaction, {&gone, 1},
                 {.at = world_.clock().now(), .source = "acme", .address = "https://acme.example/trust"});
  transaction.commit();
  const auto listed = list_changes(world_.services(), {.source = "acme"}, 0, 10);
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0].change.sentence,
            "The page https://acme.example/trust is gone; what was read from it stays as it was: 404.");
}

}  // namespace
}  // namespace certreg::service
