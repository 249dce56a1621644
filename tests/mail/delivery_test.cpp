// What becomes of one mail, by what the server does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "certreg/domain/error.h"
#include "mail/sample_message.h"
#include "mail/smtp_server.h"

namespace certreg::mail {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::json;

constexpr std::chrono::milliseconds kShort{400};

Json script(Json replies) { return {{"script", std::move(replies)}}; }

struct Case {
  Json settings;
  DeliveryOutcome outcome;
  int code;
  std::string detail;  // a part of it
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.settings.dump(); }

class DeliveryTest : public ::testing::TestWithParam<Case> {};

TEST_P(DeliveryTest, HasTheOutcomeOfItsReply) {
  SmtpServer server(GetParam().settings);
  const auto delivery = SmtpMailer(server.options()).send(sample_message());
  EXPECT_EQ(delivery.outcome, GetParam().outcome) << delivery.detail;
  EXPECT_EQ(delivery.reply_code, GetParam().code) << delivery.detail;
  EXPECT_THAT(delivery.detail, HasSubstr(GetParam().detail));
  EXPECT_EQ(delivery.detail.empty(), delivery.outcome == DeliveryOutcome::Accepted);
}

INSTANTIATE_TEST_SUITE_P(
    RealServer, DeliveryTest,
    ::testing::Values(Case{Json::object(), DeliveryOutcome::Accepted, 250, ""},
                      Case{{{"mail_code", 451}}, DeliveryOutcome::Deferred, 451, "the sender: 451"},
                      Case{{{"mail_code", 550}}, DeliveryOutcome::Refused, 550, "the sender: 550"},
                      Case{{{"rcpt_code", 450}}, DeliveryOutcome::Deferred, 450, "the recipient: 450"},
                      Case{{{"rcpt_code", 550}}, DeliveryOutcome::Refused, 550, "the recipient: 550"},
                      Case{{{"data_code", 452}}, DeliveryOutcome::Deferred, 452, "the message: 452"},
                      Case{{{"data_code", 552}}, DeliveryOutcome::Refused, 552, "the message: 552"}));

const std::string kGo = "354 go\r\n";

INSTANTIATE_TEST_SUITE_P(
    OddServer, DeliveryTest,
    ::testing::Values(
        Case{script({{"DATA", kGo}}), DeliveryOutcome::Accepted, 250, ""},
        Case{script({{"DATA", kGo}, {"QUIT", "close"}}), DeliveryOutcome::Accepted, 250, ""},
        Case{script({{"DATA", kGo}, {"QUIT", nullptr}}), DeliveryOutcome::Accepted, 250, ""},
        Case{script({{"connect", "554 no service\r\n"}}), DeliveryOutcome::Deferred, 554,
             "does not serve us"},
        Case{script({{"connect", "421 busy\r\n"}}), DeliveryOutcome::Deferred, 421, "does not serve us"},
        Case{script({{"connect", "close"}}), DeliveryOutcome::Deferred, 0, "broke off"},
        Case{script({{"MAIL", "530 5.7.0 log in first\r\n"}}), DeliveryOutcome::Deferred, 530, "the user"},
        Case{script({{"RCPT", "421 going down\r\n"}}), DeliveryOutcome::Deferred, 421, "the recipient"},
        Case{script({{"RCPT", "close"}}), DeliveryOutcome::Deferred, 0, "broke off"},
        Case{script({{"DATA", "554 no\r\n"}}), DeliveryOutcome::Refused, 554, "the message: 554 no"},
        Case{script({{"DATA", "250 fine, though nothing came\r\n"}}), DeliveryOutcome::Deferred, 0,
             "broke off"},
        Case{script({{"DATA", "close"}}), DeliveryOutcome::Deferred, 0, "broke off"},
        Case{script({{"DATA", kGo}, {".", "close"}}), DeliveryOutcome::Deferred, 0, "broke off"},
        Case{script({{"DATA", kGo}, {".", "552-5.3.4 too\r\n552 5.3.4 large\r\n"}}), DeliveryOutcome::Refused,
             552, "the message: 552 5.3.4 too 5.3.4 large"}));

Delivery send_hastily(const SmtpServer& server) {
  auto options = server.options();
  options.total_time = kShort;
  return SmtpMailer(options).send(sample_message());
}

TEST(Delivery, ToASilentServerEndsWhenTheTimeIsUsedUp) {
  for (const auto* silent_at : {"connect", "EHLO", "MAIL", "RCPT", "DATA", "."}) {
    Json replies = {{"DATA", kGo}};
    replies[silent_at] = nullptr;
    if (std::string(silent_at) == "connect") replies[silent_at] = "";
    SmtpServer server(script(replies));
    const auto delivery = send_hastily(server);
    EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred) << silent_at;
    EXPECT_THAT(delivery.detail, HasSubstr("the time was used up")) << silent_at;
    EXPECT_EQ(delivery.reply_code, 0) << silent_at;
  }
}

TEST(Delivery, ToAServerOfAnotherKindEndsWhenTheTimeIsUsedUp) {
  SmtpServer server(script({{"connect", "HTTP/1.1 400 Bad Request\r\n\r\n"}}));
  const auto delivery = send_hastily(server);
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred);
  EXPECT_THAT(delivery.detail, HasSubstr("the time was used up"));
}

TEST(Delivery, ToAServerThatSpeaksAByteAtATimeEndsWhenTheTimeIsUsedUp) {
  for (const auto* slow_at : {"connect", "EHLO", "RCPT", "."}) {
    Json replies = {{"DATA", kGo}};
    replies[slow_at] = "250-" + std::string(10'000, 'a') + "\r\n250 fine\r\n";
    auto settings = script(replies);
    settings["drip_ms"] = 10;
    SmtpServer server(settings);
    const auto delivery = send_hastily(server);
    EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred) << slow_at;
    EXPECT_THAT(delivery.detail, HasSubstr("the time was used up")) << slow_at;
  }
}

TEST(Delivery, ToAServerThatTalksWithoutEndIsGivenUp) {
  SmtpServer server(script({{"EHLO", {{"text", "250-another extension\r\n"}, {"times", 20'000}}}}));
  const auto delivery = SmtpMailer(server.options()).send(sample_message());
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred);
  EXPECT_THAT(delivery.detail, HasSubstr("broke off"));
}

TEST(Delivery, ToAServerWhoseLineHasNoEndIsGivenUp) {
  SmtpServer server(script({{"EHLO", {{"text", "250-a"}, {"times", 200'000}}}}));
  EXPECT_EQ(send_hastily(server).outcome, DeliveryOutcome::Deferred);
}

TEST(Delivery, WhereNobodyListensIsDeferred) {
  SmtpOptions options;
  {
    const SmtpServer server;
    options = server.options();
  }
  const auto delivery = SmtpMailer(options).send(sample_message());
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred);
  EXPECT_THAT(delivery.detail, HasSubstr("was not reached"));
}

TEST(Delivery, OfAStoppedMailerIsDeferred) {
  SmtpServer server(script({{"EHLO", nullptr}}));
  SmtpMailer mailer(server.options());
  mailer.stop();
  const auto delivery = mailer.send(sample_message());
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred);
  EXPECT_THAT(delivery.detail, HasSubstr("stopped"));
}

TEST(Delivery, IsOneTransactionForOneRecipient) {
  SmtpServer server(script({{"DATA", kGo}}));
  SmtpMailer(server.options()).send(sample_message());
  EXPECT_THAT(server.commands(), ElementsAre("EHLO", "MAIL", "RCPT", "DATA", ".", "QUIT"));
}

TEST(Delivery, NamesSenderAndRecipientInAscii) {
  SmtpServer server(script({{"DATA", kGo}}));
  auto message = sample_message();
  message.to = {"鈴木 一郎", "suzuki@例え.テスト"};
  SmtpMailer(server.options()).send(message);
  EXPECT_THAT(server.lines(), ::testing::IsSupersetOf({"MAIL FROM:<register@certreg.example>",
                                                       "RCPT TO:<suzuki@xn--r8jz45g.xn--zckzah>"}));
}

TEST(Delivery, OfAMessageThatWouldAddARecipientSaysNothingToTheServer) {
  SmtpServer server(script({{"DATA", kGo}}));
  SmtpMailer mailer(server.options());
  auto message = sample_message();
  message.to.address = "kim@buyer.example>\r\nRCPT TO:<other@example.org";
  EXPECT_THROW(mailer.send(message), Error);
  EXPECT_THAT(server.commands(), ElementsAre());
}

TEST(Delivery, WithoutTlsGoesToLoopbackOnly) {
  for (const auto* host : {"192.0.2.1", "0.0.0.0", "[2001:db8::1]", "[::ffff:192.0.2.1]", "10.0.0.1"}) {
    SmtpOptions options{
        .host = host, .port = 25, .tls = SmtpTls::PlainToLoopbackOnly, .user = "u", .password = "p"};
    options.total_time = std::chrono::milliseconds(2'000);
    const auto delivery = SmtpMailer(options).send(sample_message());
    EXPECT_EQ(delivery.outcome, DeliveryOutcome::Deferred) << host;
    EXPECT_THAT(delivery.detail, HasSubstr("is not loopback")) << host;
  }
}

TEST(Delivery, WithoutTlsGoesToANameThatMeansLoopback) {
  SmtpServer server;
  auto options = server.options();
  options.host = "localhost";
  EXPECT_EQ(SmtpMailer(options).send(sample_message()).outcome, DeliveryOutcome::Accepted);
}

class Variables {
 public:
  Variables() {
    for (const auto* name : kNames) setenv(name, "http://127.0.0.1:1", 1);
  }
  ~Variables() {
    for (const auto* name : kNames) unsetenv(name);
  }

 private:
  static constexpr const char* kNames[] = {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY",
                                           "smtp_proxy"};
};

TEST(Delivery, KnowsNoProxy) {
  SmtpServer server;
  const Variables variables;
  const auto delivery = SmtpMailer(server.options()).send(sample_message());
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Accepted) << delivery.detail;
}

}  // namespace
}  // namespace certreg::mail
