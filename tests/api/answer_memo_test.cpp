// A question that was asked before is answered as if it had not been.
#include <gtest/gtest.h>

#include "api/client.h"

namespace certreg::test {
namespace {

class VerifyMemo : public testing::Test {
 protected:
  std::string ask() { return site.reader.get(kQuestion).text(); }
  json asked() { return json::parse(ask()); }
  static std::string outcome(const json& answer) { return answer.at("outcome"); }
  // The same without anything that could have been kept.
  std::string afresh() {
    const api::Api other(site.world.services(), {});
    return Client(other, site.world.key(service::Role::Reader)).get(kQuestion).text();
  }

  static constexpr auto kQuestion =
      "/v1/verify?entity=Acme%20Cloud%20Limited&standard=27001&service=Acme%20Mail";
  Site site;
  json supplier = site.supplier();
  json certificate = site.certificate(supplier.at("id"));
};

TEST_F(VerifyMemo, GivesTheSameAnswerAgain) {
  const auto first = ask();
  EXPECT_EQ(ask(), first);
  EXPECT_EQ(afresh(), first);
}

// However many lie at the same place, each is answered by its own words.
TEST_F(VerifyMemo, KeepsManyApart) {
  const auto question = [](int service) {
    return "/v1/verify?entity=Acme%20Cloud%20Limited&standard=27001&service=Service" +
           std::to_string(service);
  };
  constexpr int kQuestions = 300;
  std::vector<std::string> answers;
  for (int at = 0; at < kQuestions; ++at) answers.push_back(site.reader.get(question(at)).text());
  for (int at = 0; at < kQuestions; ++at) {
    EXPECT_EQ(site.reader.get(question(at)).text(), answers[static_cast<std::size_t>(at)]) << at;
    EXPECT_NE(answers[static_cast<std::size_t>(at)].find("Service" + std::to_string(at) + "\""),
              std::string::npos);
  }
}

TEST_F(VerifyMemo, SeesACorrectedCertificate) {
  const auto before = asked();
  auto changed = Site::certificate_input(supplier.at("id"));
  changed["services"] = json::array();
  changed["scope"] = "Operation of Acme Calendar";
  const std::string path = "/v1/certificates/" + certificate.at("id").get<std::string>();
  const auto etag = site.reviewer.get(path).header("ETag");
  changed["reason"] = "misread";
  ASSERT_EQ(site.reviewer.put(path, changed, {{"If-Match", etag}}).status(), 200);
  EXPECT_NE(asked(), before);
  EXPECT_EQ(ask(), afresh());
}

TEST_F(VerifyMemo, SeesThatASecondSupplierHasTheName) {
  EXPECT_EQ(asked().at("supplier").at("id"), supplier.at("id"));
  site.supplier();
  EXPECT_TRUE(asked().at("supplier").is_null());
  EXPECT_EQ(ask(), afresh());
}

TEST_F(VerifyMemo, SeesANewCertificate) {
  const auto before = asked();
  site.certificate(supplier.at("id"), "IS 200");
  ask();
  EXPECT_EQ(ask(), afresh());
}

TEST_F(VerifyMemo, SeesThatADayHasGoneBy) {
  ask();
  site.world.clock().set("2028-02-01T12:00:00Z");
  EXPECT_EQ(asked().at("question").at("on"), "2028-02-01");
  EXPECT_EQ(outcome(asked()), "not_satisfied");
}

TEST_F(VerifyMemo, SeesOtherReferenceData) {
  ask();
  site.world.define({});
  EXPECT_EQ(ask(), afresh());
}

TEST_F(VerifyMemo, ARetiredSupplierIsToldAsBefore) {
  ask();
  const std::string path = "/v1/suppliers/" + supplier.at("id").get<std::string>();
  const auto etag = site.reviewer.get(path).header("ETag");
  ASSERT_EQ(site.reviewer.call("DELETE", path + "?reason=twice", {}, {{"If-Match", etag}}).status(), 200);
  EXPECT_TRUE(asked().at("supplier").is_null());
}

}  // namespace
}  // namespace certreg::test
