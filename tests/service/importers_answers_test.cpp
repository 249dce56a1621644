// What is answered for the suppliers under importers/ after their pages were read.
#include "service/real_world.h"

namespace certreg::service {
namespace {

std::string outcome_of(const Verification& answer) { return std::string(to_string(answer.verdict.outcome)); }

std::string first_words(const Verification& answer) {
  return answer.verdict.deciding().answers.front().reasons.front().detail;
}

// As BSI prints it: AWS's certificates name the services in the scope.
std::string certificate(const std::string& standard, const std::string& number) {
  return sample::draw_pdf(
      "60 70 20 Certificate of Registration\n60 140 11 This is to certify that:\n60 160 14 Amazon Web "
      "Services, Inc.\n60 280 11 operates a management system which complies with the requirements of\n60 "
      "296 "
      "13 " +
      standard +
      "\n60 316 11 for the following scope:\n60 336 11 Operation of Amazon S3 and Amazon EC2.\n60 400 11 "
      "Certificate Number: " +
      number +
      "\n60 420 11 Issue date: 10 January 2025\n60 440 11 Expiry date: 9 January 2028\n60 480 11 Issued by: "
      "BSI "
      "Assurance UK Limited\n");
}

const std::string kAws = "https://aws.amazon.com/compliance/";
const std::string kAwsPdf = "https://d1.awsstatic.com/certifications/";

void publish_aws(RealWorld& world) {
  world.web().put(kAws + "iso-certified/", "text/html", made_for("aws", "aws-iso-certified.html"));
  world.web().put(kAws + "services-in-scope/ISO/", "text/html",
                  made_for("aws", "aws-services-in-scope.html"));
  world.web().put(kAwsPdf + "iso_27001_global_certification.pdf", "application/pdf",
                  certificate("ISO/IEC 27001:2022", "2013-009"));
  world.web().put(kAwsPdf + "iso_22301_certification.pdf", "application/pdf",
                  certificate("ISO 22301:2019", "2019-007"));
}

TEST(Aws, ItsCertificatesAreFollowedAndItsListIsAClaim) {
  RealWorld world;
  publish_aws(world);
  const auto run = world.refresh("aws");
  EXPECT_EQ(world.count(run, "page_new"), 4) << run.counts;
  EXPECT_EQ(world.web().times_asked("https://d1.awsstatic.com/whitepapers/overview.pdf"), 0U);
  for (const auto* standard : {"27001", "22301"}) {
    const auto answer = world.verify_for("Amazon Web Services, Inc.", standard, {"Amazon S3"});
    EXPECT_TRUE(has_code(answer, Topic::Evidence, "documented")) << standard;
    EXPECT_TRUE(has_code(answer, Topic::Scope, "service_named")) << standard;
  }
  for (const auto* standard : {"27017", "27018"}) {
    const auto answer = world.verify_for("Amazon Web Services, Inc.", standard, {"S3"});
    EXPECT_TRUE(has_code(answer, Topic::Evidence, "claimed")) << standard;
    EXPECT_TRUE(has_code(answer, Topic::Standard, "extension_in_words_only")) << standard;
    EXPECT_NE(outcome_of(answer), "satisfied") << standard;
  }
  const auto thin = world.verify_for("Amazon Web Services, Inc.", "27001", {"Amazon WorkSpaces Thin Client"});
  EXPECT_FALSE(has_code(thin, Topic::Scope, "service_named"));
}

TEST(OperatedBy21Vianet, IsNoWordAboutMicrosoftAndNeitherTheOtherWay) {
  RealWorld world;
  world.take("azure-21vianet/compliance.en-us.md", made_for("azure-21vianet", "compliance.en-us.md"));
  EXPECT_TRUE(has_code(world.verify_for("Microsoft Corporation", "27001", {"Azure"}), Topic::Standard,
                       "nothing_found"));
  const auto own = world.verify_for("Shanghai Blue Cloud Technology Co., Ltd.", "27001");
  EXPECT_TRUE(has_code(own, Topic::Holder, "same_entity"));

  RealWorld other;
  other.take("microsoft/microsoft-offering-iso-27001.html",
             made_for("microsoft", "microsoft-offering-iso-27001.html"));
  EXPECT_TRUE(
      has_code(other.verify_for("Microsoft Corporation", "27001", {"Azure"}), Topic::Scope, "service_named"));
  EXPECT_TRUE(has_code(other.verify_for("Shanghai Blue Cloud Technology Co., Ltd.", "27001", {"Azure"}),
                       Topic::Standard, "nothing_found"));
}

TEST(Microsoft, AStatementAboutAProductIsOneOfItsHolder) {
  RealWorld world;
  world.take("microsoft/microsoft-offering-iso-27001.html",
             made_for("microsoft", "microsoft-offering-iso-27001.html"));
  for (const auto* service : {"Azure", "Dynamics 365", "Power Platform", "Exchange Online", "Azure DevOps"}) {
    const auto answer = world.verify_for("Microsoft Corporation", "27001", {service});
    EXPECT_TRUE(has_code(answer, Topic::Holder, "same_entity")) << service;
    EXPECT_TRUE(has_code(answer, Topic::Scope, "service_named")) << service;
    EXPECT_TRUE(has_code(answer, Topic::Evidence, "claimed")) << service;
    EXPECT_EQ(outcome_of(answer), "undecided") << service;
  }
}

TEST(Arduino, ItsEditionCountsToTheLastDayOnly) {
  RealWorld world;
  world.take("arduino/arduino-cloud.md", made_for("arduino", "arduino-cloud.md"));
  const auto before = world.verify_for("Arduino", "27001", {"Arduino Cloud"}, "2025-10-31");
  EXPECT_TRUE(has_code(before, Topic::Scope, "service_named"));
  EXPECT_EQ(outcome_of(before), "undecided");
  const auto after = world.verify_for("Arduino", "27001", {"Arduino Cloud"}, "2025-11-01");
  EXPECT_TRUE(has_code(after, Topic::Standard, "edition_withdrawn"));
  EXPECT_EQ(outcome_of(after), "not_satisfied");
}

const std::string kUtho = "https://utho.com/docs/products/images/iso/FAQs/";

TEST(NothingFound, NamesWhatWasSearchedWhatWasNotAndWhatFailed) {
  RealWorld world;
  const auto said = [&] { return first_words(world.verify_for("Utho", "27001")); };
  EXPECT_TRUE(said().ends_with("is in the register. Never searched: utho (" + kUtho + ").")) << said();

  world.take("utho-iso-faqs.md", made_for("utho", "utho-iso-faqs.md"));
  EXPECT_TRUE(said().ends_with("Searched: utho (" + kUtho + " as file:utho-iso-faqs.md, 2026-06-01)."))
      << said();

  world.clock().set("2026-06-02T12:00:00Z");
  world.web().put(kUtho, "text/markdown", made_for("utho", "utho-iso-faqs.md"));
  world.refresh("utho");
  world.clock().set("2026-06-05T12:00:00Z");
  world.web().remove(kUtho);
  world.refresh("utho");
  world.services().feed.refresh();
  EXPECT_NE(said().find("Searched: utho (" + kUtho + " as file:utho-iso-faqs.md, 2026-06-01; " + kUtho +
                        ", 2026-06-02)."),
            std::string::npos)
      << said();
  EXPECT_TRUE(said().ends_with("Could not be read: utho (" + kUtho + ", is gone since 2026-06-05)."))
      << said();
}

TEST(NothingFound, SaysWhatHadBeenSearchedThen) {
  RealWorld world;
  world.take("utho-iso-faqs.md", made_for("utho", "utho-iso-faqs.md"));
  auto request = world.verify_for("Utho", "27001").request;
  request.known_at = support::at("2026-05-31T00:00:00Z");
  EXPECT_TRUE(
      first_words(verify(world.services(), request)).ends_with("Never searched: utho (" + kUtho + ")."));
}

TEST(NothingFound, SaysThatNoSourceIsDefined) {
  RealWorld world;
  EXPECT_TRUE(first_words(world.verify_for("Nobody Limited", "27001"))
                  .ends_with("No source of it is defined, so none was searched."));
}

// A new supplier's first page may speak of several products by names that nobody told us.
TEST(Claims, OfOnePageAreKeptApartThoughTheirSupplierIsNew) {
  RegisterWorld world;
  const auto page = std::string("<html><body><h1>Trust</h1>") +
                    "<p>Acme Mail is certified to ISO/IEC 27001:2022.</p>"
                    "<p>Acme Drive is certified to ISO/IEC 27001:2022.</p>"
                    "<p>Acme Disk is certified to ISO/IEC 27001:2022.</p></body></html>";
  const auto run = world.take("acme/trust.html", page);
  EXPECT_EQ(run.state, "done") << run.error;
  EXPECT_EQ(world.count(run, "accepted"), 3) << run.counts;
  EXPECT_EQ(world.certificates().size(), 3U);
  EXPECT_EQ(world.count(world.take("acme/trust.html", page), "unchanged"), 3);
}

}  // namespace
}  // namespace certreg::service
