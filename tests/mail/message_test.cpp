#include "certreg/mail/message.h"

#include <gtest/gtest.h>

#include <functional>

#include "certreg/domain/error.h"
#include "certreg/mail/smtp_mailer.h"

namespace certreg::mail {
namespace {

Message good() {
  Message message;
  message.from = {"", "certreg@example.com"};
  message.to = {"", "ada@example.com"};
  message.subject = "s";
  message.text = "t";
  message.id = "i";
  return message;
}

struct Breach {
  const char* field;
  std::function<void(Message&)> commit;
};

TEST(Message, WhatWouldBreakOutOfAHeaderIsRefused) {
  EXPECT_NO_THROW(check(good()));
  const Breach breaches[] = {
      {"to", [](Message& m) { m.to.address = "a@b.example\r\nBcc: c@d.example"; }},
      {"to", [](Message& m) { m.to.address = "nobody"; }},
      {"to", [](Message& m) { m.to.name = "Ada\nBcc: x"; }},
      {"from", [](Message& m) { m.from.address = "a@b.example> x"; }},
      {"subject", [](Message& m) { m.subject = "s\r\nBcc: c@d.example"; }},
      {"id", [](Message& m) { m.id = "a>\r\nX: y"; }},
      {"headers",
       [](Message& m) {
         m.headers = {{"X-A", "b\nBcc: c"}};
       }},
      {"headers",
       [](Message& m) {
         m.headers = {{"Bcc", "c@d.example"}};
       }},
      {"headers",
       [](Message& m) {
         m.headers = {{"X: y\n", "z"}};
       }},
      {"text", [](Message& m) { m.text.clear(); }},
  };
  for (const auto& breach : breaches) {
    auto message = good();
    breach.commit(message);
    try {
      check(message);
      FAIL() << breach.field;
    } catch (const Error& error) {
      ASSERT_EQ(error.fields.size(), 1U);
      EXPECT_EQ(error.fields[0].field, breach.field);
    }
  }
}

TEST(EncodedWords, FitTheirLineAndCutNoCharacter) {
  EXPECT_EQ(encoded_words("plain"), "plain");
  EXPECT_EQ(encoded_words("Grüße"), "=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=");
  EXPECT_EQ(encoded_words("=?UTF-8?Q?x?="), "=?UTF-8?Q?=3D=3FUTF=2D8=3FQ=3Fx=3F=3D?=");
  std::string text;
  for (int i = 0; i < 100; ++i) text += "株";
  const auto encoded = encoded_words(text);
  std::size_t from = 0;
  while (from < encoded.size()) {
    const auto end = std::min(encoded.find("\r\n ", from), encoded.size());
    const auto word = encoded.substr(from, end - from);
    EXPECT_LE(word.size(), 75U);
    EXPECT_EQ((word.size() - 12) % 9, 0U) << "a character of three octets is whole: " << word;
    from = end + 3;
  }
}

TEST(SmtpUrl, SaysHowToConnect) {
  const auto starttls = parse_smtp_url("smtp://mail.example");
  EXPECT_EQ(starttls.port, 587);
  EXPECT_EQ(starttls.security, SmtpSecurity::StartTls);
  const auto tls = parse_smtp_url("smtps://user%40x:p%3Aw@mail.example:2465/");
  EXPECT_EQ(tls.port, 2465);
  EXPECT_EQ(tls.user, "user@x");
  EXPECT_EQ(tls.password, "p:w");
  EXPECT_EQ(parse_smtp_url("smtp://127.0.0.1:25?tls=none").security, SmtpSecurity::PlainLoopback);
}

TEST(SmtpUrl, RefusesWhatItDoesNotSayWithoutTellingThePassword) {
  for (const char* url : {"", "mail.example", "http://mail.example", "smtp://", "smtp://mail.example/path",
                          "smtp://mail.example?tls=maybe", "smtps://mail.example?tls=none",
                          "smtp://user@mail.example", "smtp://u:topsecret@mail.example:99999"}) {
    try {
      parse_smtp_url(url);
      FAIL() << url;
    } catch (const Error& error) {
      ASSERT_FALSE(error.fields.empty()) << url;
      EXPECT_EQ(error.fields[0].field, "smtp");
      EXPECT_EQ(std::string(error.what()).find("topsecret"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace certreg::mail
