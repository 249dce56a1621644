// What a reader finds in a mail that went over the wire.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "mail/body.h"
#include "mail/sample_message.h"
#include "mail/smtp_server.h"

namespace certreg::mail {
namespace {

using Json = nlohmann::json;

Json read_back(const Message& message) {
  SmtpServer server;
  const auto delivery = SmtpMailer(server.options()).send(message);
  EXPECT_EQ(delivery.outcome, DeliveryOutcome::Accepted) << delivery.detail;
  return server.mail();
}

TEST(ReadBack, HasItsEnvelopeAndMailboxes) {
  auto message = sample_message();
  message.from.name =
      "Zertifikatsregister der Müller & Söhne Gesellschaft mit beschränkter Haftung, \"Einkauf\"";
  message.to = {"鈴木 一郎", "suzuki@例え.テスト"};
  message.reply_to = {"Help, \"desk\"", "help@certreg.example"};
  const auto mail = read_back(message);
  EXPECT_EQ(mail["envelope"], Json({{"from", "register@certreg.example"},
                                    {"to", {"suzuki@例え.テスト"}}}));  // as the server decodes it
  EXPECT_EQ(mail["from"],
            Json::array({{{"name", message.from.name}, {"address", "register@certreg.example"}}}));
  EXPECT_EQ(mail["to"][0]["name"], "鈴木 一郎");
  EXPECT_EQ(mail["to"].size(), 1U);
  EXPECT_THAT(mail["raw"].get<std::string>(), ::testing::HasSubstr("<suzuki@xn--r8jz45g.xn--zckzah>\r\n"));
  EXPECT_EQ(mail["reply_to"],
            Json::array({{{"name", "Help, \"desk\""}, {"address", "help@certreg.example"}}}));
  EXPECT_EQ(mail["date"], "2026-11-26T18:28:08.000Z");
}

TEST(ReadBack, HasItsSubject) {
  std::string long_subject;
  for (int i = 0; i < 60; ++i) long_subject += "証明書 ü 😀 ";
  long_subject += "Ende";
  for (const auto& subject :
       {std::string("A certificate ends"), std::string("Gültigkeit läuft ab: ISO/IEC 27001 – 30 Tage"),
        std::string("証明書の有効期限が近づいています"), std::string("=?UTF-8?Q?not_encoded?="),
        std::string(300, 'x'), long_subject}) {
    auto message = sample_message();
    message.subject = subject;
    EXPECT_EQ(read_back(message)["subject"], subject);
  }
}

TEST(ReadBack, HasItsTexts) {
  auto message = sample_message();
  message.text = ".\n..\n.first\n\nGrüße, 証明書 = 100 %\ttab \n" + std::string(5000, 'x') + "\n" +
                 std::string(1000, '.') + "\n.\nFrom here\nends in a blank \n.\n";
  message.html = "<p style=\"color: red\">Grüße =E4 証明書</p>\n.\n<p>" + std::string(3000, 'y') + "</p>\n";
  const auto mail = read_back(message);
  EXPECT_EQ(mail["text"], message.text);
  EXPECT_EQ(mail["html"], message.html);
}

// Dots at each place of a buffer that is sent at once.
TEST(ReadBack, HasAllDotsOfALongText) {
  auto message = sample_message();
  message.text.clear();
  for (std::size_t i = 0; i < 40'000; ++i)
    message.text += i % 7 == 0 ? ".\n" : std::string(i % 5, '.') + "a\n";
  EXPECT_EQ(read_back(message)["text"], message.text);
}

TEST(ReadBack, HasLinesWithinTheLimitAndNoBareLineEnds) {
  auto message = sample_message();
  message.subject = std::string(2000, 'x');
  message.text = "a\rb\nc\r\nd" + std::string(5000, 'x');
  message.html = std::string(5000, 'y');
  message.headers = {{"List-Unsubscribe", "<https://certreg.example/u/" + std::string(900, 'a') + ">"}};
  message.attachments = {{"a.bin", "application/octet-stream", std::string(5000, '\xff')}};
  std::istringstream raw(read_back(message)["raw"].get<std::string>());
  for (std::string line; std::getline(raw, line);) {
    ASSERT_TRUE(line.ends_with('\r')) << line;
    EXPECT_EQ(line.find('\r'), line.size() - 1) << line;
    EXPECT_LE(line.size() - 1, 998U) << line;
    EXPECT_TRUE(std::all_of(line.begin(), line.end() - 1, [](char c) { return c >= ' ' && c <= '~'; }))
        << line;
  }
}

TEST(ReadBack, HasItsHeadersOnce) {
  auto message = sample_message();
  message.headers = {
      {"Message-ID", "<42.1@certreg.example>"},
      {"Auto-Submitted", "auto-generated"},
      {"List-Unsubscribe", "<https://certreg.example/u?k=abc>, <mailto:leave@certreg.example>"},
      {"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"},
      {"X-Certreg-Event", "certificate.expires"}};
  const auto mail = read_back(message);
  const auto& headers = mail["headers"];
  EXPECT_EQ(headers["message-id"], "<42.1@certreg.example>");
  EXPECT_EQ(headers["auto-submitted"], "auto-generated");
  EXPECT_EQ(headers["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
  EXPECT_EQ(headers["x-certreg-event"], "certificate.expires");
  EXPECT_THAT(headers["list-unsubscribe"].get<std::string>(),
              ::testing::EndsWith("<mailto:leave@certreg.example>"));
  EXPECT_EQ(headers["mime-version"], "1.0");
  EXPECT_FALSE(headers.contains("bcc"));
}

TEST(ReadBack, HasItsAttachments) {
  auto message = sample_message();
  message.html = "<p>a</p>";
  message.attachments = {
      {"plain.ics", "text/calendar", "BEGIN:VCALENDAR\r\n.\r\n"},
      {"Fristen für \"März\"; 証.bin", "application/octet-stream", std::string("\0\r\n.\r\n\xff", 7)}};
  const auto mail = read_back(message);
  EXPECT_EQ(
      mail["attachments"],
      Json::array(
          {{{"name", "plain.ics"}, {"type", "text/calendar"}, {"content", "QkVHSU46VkNBTEVOREFSDQouDQo="}},
           {{"name", "Fristen für \"März\"; 証.bin"},
            {"type", "application/octet-stream"},
            {"content", "AA0KLg0K/w=="}}}));
  EXPECT_EQ(mail["text"], message.text);
  EXPECT_EQ(mail["html"], message.html);
}

TEST(ReadBack, HasTheNameThatTheServerIsGreetedWith) {
  SmtpServer server;
  auto options = server.options();
  options.helo_name = "register.certreg.example";
  SmtpMailer(options).send(sample_message());
  EXPECT_EQ(server.mail()["helo"], "register.certreg.example");
}

TEST(LineEnds, AreAllMadeOne) {
  EXPECT_EQ(with_line_ends("a\nb\rc\r\nd\n\ne\r\r\n"), "a\r\nb\r\nc\r\nd\r\n\r\ne\r\n\r\n");
  EXPECT_EQ(with_line_ends("\r"), "\r\n");
  EXPECT_EQ(with_line_ends(""), "");
}

TEST(Disposition, IsEncodedWhereAFileNameIsNotPlain) {
  EXPECT_EQ(disposition("a-1_b.ics"), "attachment; filename=\"a-1_b.ics\"");
  EXPECT_EQ(disposition("ü \".ics"), "attachment; filename*=UTF-8''%C3%BC%20%22.ics");
}

}  // namespace
}  // namespace certreg::mail
