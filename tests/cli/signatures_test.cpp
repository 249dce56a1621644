#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/fake_register.h"

namespace certreg::cli {
namespace {

using namespace documents;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

SignatureReport sample_signature() {
  SignatureReport report;
  report.field = "Signature1";
  report.sub_filter = "ETSI.CAdES.detached";
  report.byte_range = {0, 10, 20, 30};
  report.integrity = {Integrity::Intact, "intact: as signed"};
  report.coverage = {Coverage::ContentChanged, "the document was changed after it: page 1"};
  report.trust = {Trust::NoRootConfigured, "signer not trusted: no root is configured"};
  report.time = {TimeValidity::ValidNow, "its certificate is valid"};
  report.revocation = {Revocation::NotKnown, "not known whether it was revoked"};
  report.signer = SignerCertificate{.common_name = "A \x1b[31mPerson",
                                    .organization = "Example GmbH",
                                    .organization_identifier = "VATXX-1",
                                    .issuer = "CN=Issuing",
                                    .serial = "0a"};
  report.key = "RSA 2048";
  report.digest = "SHA-256";
  report.weaknesses = {"something weak"};
  report.changes = {{ChangeKind::Page, "page 1 was changed"}};
  return report;
}

class SignaturesCommand : public testing::Test {
 protected:
  SignaturesCommand() {
    std::ofstream(file_) << "bytes";
    fake_.judge_signatures = [this](const SignatureQuestion& question) {
      asked_ = question;
      return report_;
    };
  }
  ~SignaturesCommand() override { std::filesystem::remove(file_); }

  cli::Run judge(std::vector<std::string> further) {
    std::vector<std::string> line{"signatures", file_};
    line.insert(line.end(), further.begin(), further.end());
    return run_cli(fake_, line);
  }

  const std::string file_ = testing::TempDir() + "certreg-signed-" + std::to_string(::getpid()) + ".pdf";
  FakeRegister fake_;
  SignaturesReport report_{{sample_signature()}, {"a warning"}};
  SignatureQuestion asked_;
};

TEST_F(SignaturesCommand, GivesFiveAnswersInWords) {
  const auto run = judge({"--roots", "here", "--at", "2026-01-31"});
  EXPECT_EQ(run.code, 0) << run.err;
  for (const auto* part :
       {"1 signature", "Signature1", "intact: as signed", "changed after it: page 1", "no root is configured",
        "its certificate is valid", "not known whether it was revoked", "something weak", "Example GmbH",
        "VATXX-1", "RSA 2048, SHA-256", "a warning"})
    EXPECT_THAT(run.out, HasSubstr(part));
  EXPECT_THAT(run.out, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("valid signature"))));
  EXPECT_EQ(asked_.document, "bytes");
  EXPECT_EQ(asked_.roots, "here");
  EXPECT_EQ(asked_.asked, parse_instant("2026-01-31"));
  EXPECT_TRUE(fake_.asked.empty());
}

TEST_F(SignaturesCommand, PrintsJson) {
  const auto told = nlohmann::json::parse(judge({"--json"}).out);
  const auto& one = told.at("signatures").at(0);
  EXPECT_EQ(one.at("integrity").at("value"), "intact");
  EXPECT_EQ(one.at("coverage").at("value"), "content_changed_after");
  EXPECT_EQ(one.at("trust").at("value"), "no_root_configured");
  EXPECT_EQ(one.at("time").at("value"), "valid_now");
  EXPECT_EQ(one.at("revocation").at("value"), "not_known");
  EXPECT_EQ(one.at("byte_range"), nlohmann::json({0, 10, 20, 30}));
  EXPECT_EQ(one.at("changes").at(0).at("kind"), "page");
  EXPECT_TRUE(one.at("stamped_time").is_null());
  EXPECT_EQ(told.at("warnings").at(0), "a warning");
  EXPECT_EQ(asked_.asked, std::nullopt);
}

TEST_F(SignaturesCommand, SaysThatThereIsNone) {
  report_ = {};
  EXPECT_THAT(judge({}).out, HasSubstr(": no signature\n"));
}

TEST_F(SignaturesCommand, MistakesAreFailures) {
  EXPECT_EQ(judge({"--at", "yesterday"}).code, 1);
  EXPECT_EQ(run_cli(fake_, {"signatures", file_ + ".none"}).code, 1);
  EXPECT_EQ(run_cli(fake_, {"signatures"}).code, 2);
}

}  // namespace
}  // namespace certreg::cli
