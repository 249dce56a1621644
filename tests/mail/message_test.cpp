#include "certreg/mail/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "certreg/domain/error.h"
#include "mail/sample_message.h"

namespace certreg::mail {
namespace {

std::vector<std::string> wrong_fields(const Message& message) {
  std::vector<std::string> fields;
  try {
    check(message);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Invalid);
    for (const auto& problem : error.fields) fields.push_back(problem.field);
  }
  return fields;
}

struct Case {
  std::string field;
  std::function<void(Message&)> change;
};

TEST(CheckedMessage, NamesTheFieldThatBreaksARule) {
  const Case table[] = {
      {"from.name", [](auto& m) { m.from.name = "Register\r\nBcc: other@example.org"; }},
      {"from.name", [](auto& m) { m.from.name = "Regi\xffster"; }},
      {"from.address",
       [](auto& m) { m.from.address = "register@certreg.example\r\nBcc: other@example.org"; }},
      {"to.name", [](auto& m) { m.to.name = "Kim\nLee"; }},
      {"to.name", [](auto& m) { m.to.name = "Kim\xe2\x80\xa8Lee"; }},
      {"to.name", [](auto& m) { m.to.name = "Kim\xc2\x85Lee"; }},
      {"to.address", [](auto& m) { m.to.address = "kim@buyer.example>\r\nRCPT TO:<other@example.org"; }},
      {"to.address", [](auto& m) { m.to.address = ""; }},
      {"reply_to.address",
       [](auto& m) {
         m.reply_to = {"", "a@b.example, c@d.example"};
       }},
      {"reply_to.name",
       [](auto& m) {
         m.reply_to = {"a\r\nb", "a@b.example"};
       }},
      {"subject", [](auto& m) { m.subject = "A\r\nBcc: other@example.org"; }},
      {"subject", [](auto& m) { m.subject = "A\rB"; }},
      {"subject", [](auto& m) { m.subject = "A\nB"; }},
      {"subject", [](auto& m) { m.subject = std::string("A\0B", 3); }},
      {"subject", [](auto& m) { m.subject = "A\tB"; }},
      {"subject", [](auto& m) { m.subject = ""; }},
      {"text", [](auto& m) { m.text = ""; }},
      {"text", [](auto& m) { m.text = "a\x01"; }},
      {"text", [](auto& m) { m.text = "b\xc3("; }},
      {"html", [](auto& m) { m.html = "<p>\x1b</p>"; }},
      {"headers[0].name",
       [](auto& m) {
         m.headers = {{"Bcc", "other@example.org"}};
       }},
      {"headers[0].name",
       [](auto& m) {
         m.headers = {{"Subject", "Another"}};
       }},
      {"headers[0].name",
       [](auto& m) {
         m.headers = {{"Content-Type", "text/html"}};
       }},
      {"headers[0].name",
       [](auto& m) {
         m.headers = {{"X-A: b\r\nBcc", "other@example.org"}};
       }},
      {"headers[0].name",
       [](auto& m) {
         m.headers = {{"X-", "a"}};
       }},
      {"headers[0].name",
       [](auto& m) {
         m.headers = {{"", "a"}};
       }},
      {"headers[1].name",
       [](auto& m) {
         m.headers = {{"X-A", "a"}, {"x-a", "b"}};
       }},
      {"headers[0].value",
       [](auto& m) {
         m.headers = {{"X-A", "a\r\nBcc: other@example.org"}};
       }},
      {"headers[0].value",
       [](auto& m) {
         m.headers = {{"X-A", "a\r\n\r\nA body"}};
       }},
      {"headers[0].value",
       [](auto& m) {
         m.headers = {{"X-A", "ä"}};
       }},
      {"headers[0].value",
       [](auto& m) {
         m.headers = {{"X-A", ""}};
       }},
      {"headers[0].value",
       [](auto& m) {
         m.headers = {{"X-A", " "}};
       }},
      {"headers[0].value",
       [](auto& m) {
         m.headers = {{"X-A", std::string(998, 'a')}};
       }},
      {"attachments[0].file_name",
       [](auto& m) {
         m.attachments = {{"a\"\r\nX: b", "text/plain", ""}};
       }},
      {"attachments[0].file_name",
       [](auto& m) {
         m.attachments = {{"../a", "text/plain", ""}};
       }},
      {"attachments[0].file_name",
       [](auto& m) {
         m.attachments = {{"", "text/plain", ""}};
       }},
      {"attachments[0].media_type",
       [](auto& m) {
         m.attachments = {{"a", "text", ""}};
       }},
      {"attachments[0].media_type",
       [](auto& m) {
         m.attachments = {{"a", "text/plain\r\nX: b", ""}};
       }},
      {"attachments[0].media_type",
       [](auto& m) {
         m.attachments = {{"a", "Multipart/mixed", ""}};
       }},
  };
  for (const auto& [field, change] : table) {
    auto message = sample_message();
    change(message);
    EXPECT_THAT(wrong_fields(message), ::testing::ElementsAre(field)) << message.subject;
  }
}

TEST(CheckedMessage, NamesEachOfSeveralFields) {
  auto message = sample_message();
  message.subject = "a\nb";
  message.to.address = "nobody";
  EXPECT_THAT(wrong_fields(message), ::testing::ElementsAre("to.address", "subject"));
}

TEST(CheckedMessage, MayHoldAnyScriptAndTheHeadersOfAList) {
  auto message = sample_message();
  message.from.name = "Zertifikatsregister Müller \"& Söhne\"";
  message.subject = "証明書の有効期限";
  message.text = "a\tb\r\nc\rd\ne";
  message.html = "<p>ü</p>\n";
  message.headers = {{"Message-ID", "<1@certreg.example>"},
                     {"Auto-Submitted", "auto-generated"},
                     {"List-Unsubscribe", "<https://certreg.example/u/" + std::string(900, 'a') + ">"},
                     {"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"},
                     {"X-Certreg-Event", "42"}};
  message.attachments = {{"Fristen für März.ics", "text/calendar", "BEGIN:VCALENDAR"}};
  EXPECT_THAT(wrong_fields(message), ::testing::IsEmpty());
}

}  // namespace
}  // namespace certreg::mail
