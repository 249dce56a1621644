#include "certreg/mail/smtp_mailer.h"

#include <gtest/gtest.h>

#include "mail/mail_server.h"

namespace certreg::mail {
namespace {

Message message_to(const std::string& address) {
  Message message;
  message.from = {"certreg", "certreg@example.com"};
  message.to = {"Ada", address};
  message.subject = "Zertifikat läuft ab: 株式会社サンプル";
  message.text = "Guten Tag,\n\n.\n..two dots\nein langes Wort: " + std::string(3000, 'x') + "\nGrüße\n";
  message.html = "<p>Guten Tag &amp; Grüße</p>\n";
  message.id = "one@certreg.example";
  message.date = parse_instant("2026-03-01T07:05:09Z").value();
  message.headers = {{"Auto-Submitted", "auto-generated"}};
  return message;
}

class Smtp : public testing::Test {
 protected:
  static void SetUpTestSuite() { server_ = new test::MailServer; }
  static void TearDownTestSuite() { delete server_; }

  static SmtpOptions options(const char* kind, SmtpSecurity security) {
    SmtpOptions options;
    options.host = "127.0.0.1";
    options.port = server_->port(kind);
    options.security = security;
    options.ca_file = server_->certificate();
    return options;
  }
  static SmtpOptions plain() { return options("plain", SmtpSecurity::PlainLoopback); }

  static inline test::MailServer* server_ = nullptr;
};

TEST_F(Smtp, AMessageArrivesAsItWasWritten) {
  const auto sent = message_to("ada@example.com");
  const auto delivery = SmtpMailer(options("starttls", SmtpSecurity::StartTls)).send(sent);
  ASSERT_EQ(delivery.outcome, DeliveryOutcome::Accepted) << delivery.reply;
  const auto got = server_->next();
  EXPECT_EQ(got["subject"], sent.subject);
  EXPECT_EQ(got["text"], sent.text);
  EXPECT_EQ(got["html"].get<std::string>().substr(0, 29), sent.html.substr(0, 29));
  EXPECT_EQ(got["from"], "\"certreg\" <certreg@example.com>");
  EXPECT_EQ(got["envelope"]["to"], nlohmann::json::array({"ada@example.com"}));
  EXPECT_EQ(got["id"], "<one@certreg.example>");
  EXPECT_EQ(got["date"], "2026-03-01T07:05:09.000Z");
  EXPECT_EQ(got["headers"]["auto-submitted"], "auto-generated");
  EXPECT_EQ(got["secure"], true);
  EXPECT_LE(got["longest"].get<int>(), 998);
}

TEST_F(Smtp, TlsFromTheFirstByte) {
  EXPECT_EQ(SmtpMailer(options("tls", SmtpSecurity::Tls)).send(message_to("ada@example.com")).outcome,
            DeliveryOutcome::Accepted);
  EXPECT_EQ(server_->next()["secure"], true);
}

TEST_F(Smtp, LoggingInSendsUserAndPassword) {
  auto right = options("starttls", SmtpSecurity::StartTls);
  right.user = "certreg";
  right.password = "right";
  EXPECT_EQ(SmtpMailer(right).send(message_to("ada@example.com")).outcome, DeliveryOutcome::Accepted);
  EXPECT_EQ(server_->next()["user"], "certreg");
}

struct Told {
  const char* recipient;
  DeliveryOutcome outcome;
  int code;
};

TEST_F(Smtp, RefusalsForGoodAndForNowAreToldApart) {
  for (const auto& told :
       {Told{"later", DeliveryOutcome::Deferred, 450}, Told{"never", DeliveryOutcome::Refused, 550},
        Told{"full", DeliveryOutcome::Refused, 552}}) {
    const auto delivery = SmtpMailer(plain()).send(message_to(std::string(told.recipient) + "@example.com"));
    EXPECT_EQ(delivery.outcome, told.outcome) << told.recipient << ": " << delivery.reply;
    EXPECT_EQ(delivery.code, told.code) << told.recipient;
    EXPECT_FALSE(delivery.reply.empty());
  }
}

TEST_F(Smtp, AConnectionThatBreaksOrHangsIsTriedAgain) {
  EXPECT_EQ(SmtpMailer(plain()).send(message_to("drop@example.com")).outcome, DeliveryOutcome::Deferred);
  auto impatient = plain();
  impatient.limit = std::chrono::seconds(1);
  const auto slow = SmtpMailer(impatient).send(message_to("slow@example.com"));
  EXPECT_EQ(slow.outcome, DeliveryOutcome::Deferred) << slow.reply;
  auto away = plain();
  away.port = 1;
  EXPECT_EQ(SmtpMailer(away).send(message_to("ada@example.com")).outcome, DeliveryOutcome::Deferred);
}

TEST_F(Smtp, AMistakeInTheSetUpGivesNoMessageUp) {
  auto wrong_password = options("starttls", SmtpSecurity::StartTls);
  wrong_password.user = "certreg";
  wrong_password.password = "wrong";
  auto unknown_authority = options("starttls", SmtpSecurity::StartTls);
  unknown_authority.ca_file.clear();
  auto other_name = options("tls", SmtpSecurity::Tls);
  other_name.host = "localhost";
  const auto no_starttls = options("plain", SmtpSecurity::StartTls);
  for (const auto& options : {wrong_password, unknown_authority, other_name, no_starttls}) {
    const auto delivery = SmtpMailer(options).send(message_to("ada@example.com"));
    EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred) << delivery.reply;
    EXPECT_EQ(delivery.reply.find("wrong"), std::string::npos) << "the password is told";
  }
}

TEST_F(Smtp, PlainTextGoesToThisMachineOnly) {
  auto elsewhere = plain();
  elsewhere.host = "192.0.2.1";
  const auto delivery = SmtpMailer(elsewhere).send(message_to("ada@example.com"));
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred);
  EXPECT_EQ(delivery.code, 0);
}

}  // namespace
}  // namespace certreg::mail
