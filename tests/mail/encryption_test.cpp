// When a mail, and a password, may leave.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "mail/certificate_files.h"
#include "mail/sample_message.h"
#include "mail/smtp_server.h"

namespace certreg::mail {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

const char* const kNames = "DNS:localhost";

struct Way {
  SmtpTls tls;
  std::string word;  // of the server's settings
};

void PrintTo(const Way& way, std::ostream* out) { *out << way.word; }

std::string name_of(const ::testing::TestParamInfo<Way>& info) { return info.param.word; }

class EncryptionTest : public ::testing::TestWithParam<Way> {
 protected:
  Json settings(const std::string& names = kNames, bool expired = false) {
    Json json = {{"tls", GetParam().word}, {"user", "kim"}, {"password", "hunter22"}};
    json["certificate"] = files_.issue(names, expired);
    json["key"] = files_.key();
    return json;
  }

  SmtpOptions options(const SmtpServer& server) const {
    auto options = server.options();
    options.host = "localhost";
    options.tls = GetParam().tls;
    options.user = "kim";
    options.password = "hunter22";
    options.ca_file = files_.authority();
    return options;
  }

  void expect_deferred(const SmtpOptions& options, const std::string& detail) {
    const auto delivery = SmtpMailer(options).send(sample_message());
    EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred);
    EXPECT_THAT(delivery.detail, HasSubstr(detail));
    EXPECT_THAT(delivery.detail + delivery.reply, Not(HasSubstr("hunter22")));
  }

  CertificateFiles files_;
};

INSTANTIATE_TEST_SUITE_P(Encryption, EncryptionTest,
                         ::testing::Values(Way{SmtpTls::StartTlsRequired, "starttls"},
                                           Way{SmtpTls::Tls, "tls"}),
                         name_of);

TEST_P(EncryptionTest, CarriesMailAndUserToACertificateOfATrustedAuthority) {
  SmtpServer server(settings());
  const auto delivery = SmtpMailer(options(server)).send(sample_message());
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Accepted) << delivery.detail;
  const auto mail = server.mail();
  EXPECT_TRUE(mail["secure"].get<bool>());
  EXPECT_EQ(mail["user"], "kim");
}

TEST_P(EncryptionTest, RefusesAnExpiredCertificate) {
  SmtpServer server(settings(kNames, true));
  expect_deferred(options(server), "certificate has expired");
}

TEST_P(EncryptionTest, RefusesACertificateForAnotherName) {
  SmtpServer server(settings("DNS:mail.example,IP:127.0.0.2"));
  expect_deferred(options(server), "no alternative certificate subject name matches");
}

TEST_P(EncryptionTest, RefusesACertificateOfAnotherAuthority) {
  SmtpServer server(settings());
  auto wrong = options(server);
  wrong.ca_file = files_.other_authority();
  expect_deferred(wrong, "certificate");
  wrong.ca_file = "";
  expect_deferred(wrong, "certificate");
}

TEST_P(EncryptionTest, SaysThatAPasswordIsWrong) {
  for (const auto* method : {"PLAIN", "LOGIN", "CRAM-MD5"}) {
    auto told = settings();
    told["password"] = "another";
    told["auth_methods"] = {method};
    SmtpServer server(told);
    expect_deferred(options(server), "does not take the user or the password: 535");
  }
}

Json script(Json replies) { return {{"script", std::move(replies)}}; }

SmtpOptions with_user(SmtpOptions options, SmtpTls tls) {
  options.tls = tls;
  options.user = "kim";
  options.password = "hunter22";
  options.total_time = std::chrono::milliseconds(3'000);
  return options;
}

TEST(Encryption, ThatIsRequiredAndNotOfferedLetsNothingLeave) {
  SmtpServer server(script({{"EHLO", "250-hello\r\n250 AUTH PLAIN LOGIN\r\n"}}));
  const auto delivery =
      SmtpMailer(with_user(server.options(), SmtpTls::StartTlsRequired)).send(sample_message());
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred);
  EXPECT_THAT(delivery.detail, HasSubstr("does not offer STARTTLS"));
  const auto commands = server.commands();
  EXPECT_THAT(commands, Contains("EHLO"));
  for (const auto* word : {"AUTH", "MAIL", "DATA"}) EXPECT_THAT(commands, Not(Contains(word)));
}

TEST(Encryption, ThatTheServerRefusesToStartLetsNothingLeave) {
  SmtpServer server(script(
      {{"EHLO", "250-hello\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN\r\n"}, {"STARTTLS", "454 not now\r\n"}}));
  const auto delivery =
      SmtpMailer(with_user(server.options(), SmtpTls::StartTlsRequired)).send(sample_message());
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred);
  EXPECT_EQ(delivery.reply_code, 454);
  for (const auto& word : server.commands()) EXPECT_TRUE(word != "AUTH" && word != "MAIL") << word;
}

// What somebody in between adds behind the go-ahead would count as said under TLS (CVE-2011-0411).
TEST(Encryption, IsNotStartedByAReplyWithMoreBehindIt) {
  SmtpServer server(script({{"EHLO", "250-hello\r\n250 STARTTLS\r\n"},
                            {"STARTTLS", "220 go\r\n250-hello\r\n250 AUTH PLAIN\r\n"}}));
  const auto delivery =
      SmtpMailer(with_user(server.options(), SmtpTls::StartTlsRequired)).send(sample_message());
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred);
  for (const auto& word : server.commands()) EXPECT_TRUE(word != "AUTH" && word != "MAIL") << word;
}

TEST(Encryption, IsNotNeededForAUserOnLoopback) {
  SmtpServer server(Json{{"user", "kim"}, {"password", "hunter22"}});
  const auto delivery =
      SmtpMailer(with_user(server.options(), SmtpTls::PlainToLoopbackOnly)).send(sample_message());
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Accepted) << delivery.detail;
  const auto mail = server.mail();
  EXPECT_FALSE(mail["secure"].get<bool>());
  EXPECT_EQ(mail["user"], "kim");
}

}  // namespace
}  // namespace certreg::mail
