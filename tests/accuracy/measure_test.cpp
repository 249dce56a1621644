#include "accuracy/measure/measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "accuracy/measure/report.h"
#include "support/reference.h"

namespace certreg::accuracy {
namespace {

using testing::HasSubstr;

const Reference& world() {
  static const Reference kept = support::reference();
  return kept;
}

reading::Draft draft_of(std::string standard, std::string number, double confidence = 1) {
  reading::Draft draft;
  draft.version.standard = {std::move(standard)};
  draft.version.number = std::move(number);
  for (const auto* field : {"standard", "number"})
    draft.version.quotes.push_back({.field = field, .text = "as printed", .confidence = confidence});
  return draft;
}

// Documents as they were read, without reading any.
class Measured {
 public:
  explicit Measured(const std::string& lines) : truth_(parse_truth(lines)) {
    for (const TruthRow& row : truth_.rows) {
      if (documents_.empty() || documents_.back().file != row.file)
        documents_.push_back({.file = row.file, .text_kind = TextKind::Full});
      documents_.back().rows.push_back(&row);
    }
  }
  ReadDocument& document(std::size_t at) { return documents_.at(at); }
  Measurement measurement() const { return measure(documents_, truth_, world()); }

 private:
  Truth truth_;
  std::vector<ReadDocument> documents_;
};

bool any(const Result&) { return true; }

TEST(Measure, PairsRowsAndCertificatesByWhatAgrees) {
  Measured two(
      R"({"file":"a.pdf","doc_type":"certificate","standard":"ISO 9001","certificate_number":"Q 1"})"
      "\n"
      R"({"file":"a.pdf","doc_type":"certificate","standard":"ISO 27001","certificate_number":"S 1"})");
  two.document(0).reading.drafts = {draft_of("iso-iec-27001", "S 1"), draft_of("iso-9001", "Q 1")};
  const auto measurement = two.measurement();
  EXPECT_EQ(tally_of(measurement, any, "number").of(Outcome::Right), 2U);
  EXPECT_EQ(tally_of(measurement, any, "standard").of(Outcome::Right), 2U);
}

TEST(Measure, SeveralCertificatesToOneStandardAreToldApartByTheirNumbers) {
  Measured two(
      R"({"file":"a.pdf","doc_type":"certificate","standard":"ISO 27001","certificate_number":"S 1"})"
      "\n"
      R"({"file":"a.pdf","doc_type":"certificate","standard":"ISO 27001","certificate_number":"S 2"})");
  two.document(0).reading.drafts = {draft_of("iso-iec-27001", "S 2"), draft_of("iso-iec-27001", "S 1")};
  EXPECT_EQ(tally_of(two.measurement(), any, "number").of(Outcome::Right), 2U);
}

TEST(Measure, TheOnlyCertificateOfAFileIsHeldAgainstItsOnlyRow) {
  Measured one(
      R"({"file":"a.pdf","doc_type":"certificate","standard":"ISO 22301","certificate_number":"S 1"})");
  one.document(0).reading.drafts = {draft_of("iso-iec-27001", "S 2")};
  EXPECT_EQ(tally_of_main(one.measurement(), any).of(Outcome::Wrong), 2U);
}

TEST(Measure, ACertificateThatTheTruthDoesNotKnowIsInvented) {
  Measured one(
      R"({"file":"a.pdf","doc_type":"certificate","standard":"ISO 27001","certificate_number":"S 1",)"
      R"("sub_certificates":["S 1-1"]})");
  auto extension = draft_of("iso-iec-27017", "");
  extension.version.form = ExtensionForm::Reference;
  one.document(0).reading.drafts = {draft_of("iso-iec-27001", "S 1"), draft_of("iso-9001", "Q 9"),
                                    draft_of("iso-iec-27001", "S 1-1"), std::move(extension)};
  const auto measurement = one.measurement();
  EXPECT_EQ(tally_of_main(measurement, any).of(Outcome::Invented), 2U);
  EXPECT_EQ(measurement.asides.size(), 2U);
}

TEST(Measure, OnAPageAClaimWithoutARowCountsForNothing) {
  Measured page(R"({"file":"a.md","doc_type":"page","standard":"ISO 27001"})");
  page.document(0).reading.drafts = {draft_of("iso-iec-27001", ""), draft_of("iso-9001", "")};
  const auto measurement = page.measurement();
  EXPECT_EQ(tally_of_main(measurement, any).of(Outcome::Invented), 0U);
  EXPECT_EQ(measurement.asides.size(), 1U);
}

TEST(Measure, ADocumentThatCouldNotBeReadIsMissedAndNamed) {
  Measured one(
      R"({"file":"a.pdf","doc_type":"certificate","standard":"ISO 27001","certificate_number":"S 1"})");
  one.document(0).failure = "the document is damaged";
  const auto measurement = one.measurement();
  EXPECT_EQ(measurement.failed, 1U);
  EXPECT_EQ(tally_of_main(measurement, any).of(Outcome::Missed), 2U);
  EXPECT_THAT(report_text(measurement, Detail::Misses),
              HasSubstr("a.pdf, line 1: not read: the document is damaged"));
}

TEST(Measure, DocumentsThatAreNoCertificate) {
  Measured three(R"({"file":"a.pdf","doc_type":"not a certificate"})"
                 "\n"
                 R"({"file":"b.pdf","doc_type":"not a certificate"})"
                 "\n"
                 R"({"file":"c.md","doc_type":"not a certificate"})");
  three.document(0).reading.nothing_found_why = "it is an invoice";
  three.document(1).reading.drafts = {draft_of("iso-iec-27001", "Q 1")};
  three.document(2).text_kind = TextKind::Page;
  three.document(2).reading.drafts = {draft_of("iso-iec-27001", "")};
  three.document(2).reading.drafts.front().kind = reading::DraftKind::Claim;
  const auto measurement = three.measurement();
  ASSERT_EQ(measurement.impostors.size(), 3U);
  EXPECT_FALSE(measurement.impostors[0].taken_for_one());
  EXPECT_TRUE(measurement.impostors[1].taken_for_one());
  EXPECT_TRUE(measurement.impostors[2].taken_for_one());
  EXPECT_TRUE(measurement.results.empty());
  EXPECT_THAT(report_text(measurement, Detail::Misses),
              HasSubstr("documents that are no certificate of an asked standard: 3, taken for one: 2; read "
                        "as another standard's: 0"));
}

TEST(Measure, ACertificateOfAnotherStandardIsToldApart) {
  Measured one(R"({"file":"a.pdf","doc_type":"not a certificate"})");
  one.document(0).reading.drafts = {draft_of("iso-none", "Q 1")};
  const auto measurement = one.measurement();
  ASSERT_EQ(measurement.impostors.size(), 1U);
  EXPECT_FALSE(measurement.impostors[0].taken_for_one());
  EXPECT_THAT(report_text(measurement, Detail::Misses), HasSubstr("another standard's: iso-none"));
}

TEST(Measure, CalibrationCountsWhatWasReadByItsConfidence) {
  Measured two(
      R"({"file":"a.pdf","doc_type":"certificate","standard":"ISO 27001","certificate_number":"S 1"})"
      "\n"
      R"({"file":"b.pdf","doc_type":"certificate","standard":"ISO 27001","certificate_number":"S 1"})");
  two.document(0).reading.drafts = {draft_of("iso-iec-27001", "S 1", 1)};
  two.document(1).reading.drafts = {draft_of("iso-iec-27001", "S 2", 0.9)};
  for (const Bin& bin : calibration(two.measurement(), any)) {
    const std::size_t expected = bin.from == 1.0 || bin.from == 0.9 ? 2 : 0;
    EXPECT_EQ(bin.right.total, expected) << bin.from;
    EXPECT_EQ(bin.right.right, bin.from == 0.9 ? 1 : expected) << bin.from;
  }
}

TEST(Measure, StandardsThatTheRegisterDoesNotAnswerForStandApart) {
  Measured two(R"({"file":"a.pdf","doc_type":"certificate","standard":"ISO 27001"})"
               "\n"
               R"({"file":"b.pdf","doc_type":"certificate","standard":"PCI DSS"})");
  const auto measurement = two.measurement();
  EXPECT_TRUE(measurement.results[0].asked);
  EXPECT_FALSE(measurement.results[1].asked);
  const auto json = report_json(measurement);
  ASSERT_EQ(json["groups"].size(), 3U);
  EXPECT_EQ(json["groups"][0]["name"], "certificates of the asked standards, text layer");
  EXPECT_EQ(json["groups"][0]["overall"]["missed"], 1);
  EXPECT_EQ(json["groups"][1]["name"], "certificates of other standards, text layer");
}

// Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
TEST(Share, WilsonsBounds) {
  struct Case {
    std::size_t right, total;
    double low, high;
  };
  for (const auto& [right, total, low, high] : {Case{81, 263, 0.2553, 0.3662}, Case{15, 148, 0.0624, 0.1605},
                                                Case{0, 20, 0.0, 0.1611}, Case{1, 29, 0.0061, 0.1718}}) {
    const auto share = share_of(right, total);
    EXPECT_NEAR(share.low, low, 0.0001) << right << " of " << total;
    EXPECT_NEAR(share.high, high, 0.0001) << right << " of " << total;
  }
  EXPECT_EQ(share_of(0, 0).total, 0U);
}

}  // namespace
}  // namespace certreg::accuracy
