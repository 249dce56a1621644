#include <gtest/gtest.h>

#include "certreg/domain/error.h"
#include "certreg/mail/smtp_mailer.h"

namespace certreg::mail {
namespace {

struct Case {
  std::string url, host;
  std::uint16_t port;
  SmtpTls tls;
};

TEST(SmtpUrl, SaysWhereTheServerIsAndHowItIsSpokenTo) {
  const Case table[] = {
      {"smtp://mail.example", "mail.example", 587, SmtpTls::StartTlsRequired},
      {"smtp://mail.example:25/", "mail.example", 25, SmtpTls::StartTlsRequired},
      {"smtp://mail.example?tls=required", "mail.example", 587, SmtpTls::StartTlsRequired},
      {"smtp://mail.example?tls=none", "mail.example", 25, SmtpTls::PlainToLoopbackOnly},
      {"SMTPS://mail.example", "mail.example", 465, SmtpTls::Tls},
      {"smtps://localhost:4650", "localhost", 4650, SmtpTls::Tls},
      {"smtp://localhost", "localhost", 25, SmtpTls::PlainToLoopbackOnly},
      {"smtp://127.0.0.1:2525", "127.0.0.1", 2525, SmtpTls::PlainToLoopbackOnly},
      {"smtp://[::1]", "[::1]", 25, SmtpTls::PlainToLoopbackOnly},
      {"smtp://localhost?tls=required", "localhost", 587, SmtpTls::StartTlsRequired},
      {"smtp://127.evil.example", "127.evil.example", 587, SmtpTls::StartTlsRequired},
      {"smtp://localhost.example", "localhost.example", 587, SmtpTls::StartTlsRequired},
      {"smtp://192.0.2.1", "192.0.2.1", 587, SmtpTls::StartTlsRequired},
      {"smtp://[2001:db8::1]:2525", "[2001:db8::1]", 2525, SmtpTls::StartTlsRequired},
  };
  for (const auto& [url, host, port, tls] : table) {
    const auto options = parse_smtp_url(url);
    EXPECT_EQ(options.host, host) << url;
    EXPECT_EQ(options.port, port) << url;
    EXPECT_EQ(options.tls, tls) << url;
    EXPECT_EQ(options.user + options.password, "") << url;
  }
}

TEST(SmtpUrl, HasPercentEncodedParts) {
  const auto options = parse_smtp_url(
      "smtp://"
      "kim%40a.example:p%3A%2F%3F%23%25%C3%BC@mail.example:587?tls=required&ca_file=%2Fa%20b.pem&helo=me."
      "example");
  EXPECT_EQ(options.user, "kim@a.example");
  EXPECT_EQ(options.password, "p:/?#%ü");
  EXPECT_EQ(options.ca_file, "/a b.pem");
  EXPECT_EQ(options.helo_name, "me.example");
}

TEST(SmtpUrl, ThatIsWrongSaysWhatIsWrongAndNotThePassword) {
  const std::pair<std::string, std::string> table[] = {
      {"", "is no URL"},
      {"mail.example", "is no URL"},
      {"http://u:hunter2@mail.example", "must begin with smtp://"},
      {"smtp://u:hunter2@", "is no URL"},
      {"smtp://u:hunter2@mail.example:0", "port"},
      {"smtp://u:hunter2@mail.example:hunter2", ""},
      {"smtp://u:hunter2@mail.example:65536", ""},
      {"smtp://u:hunter2@mail_hunter2.example", "host"},
      {"smtp://u:hunter2@[::hunter2]", "is no URL"},
      {"smtp://u:hunter2@mail.example/hunter2", "path"},
      {"smtp://u:hunter2@mail.example#hunter2", "#"},
      {"smtp://u:hunter2@mail.example?tls=hunter2", "tls must be"},
      {"smtp://u:hunter2@mail.example?tls", "tls must be"},
      {"smtps://u:hunter2@mail.example?tls=none", "smtps:// has it"},
      {"smtp://u:hunter2@mail.example?hunter2=a", "option"},
      {"smtp://u:hunter2@mail.example?helo=hunter2%20b", "option"},
      {"smtp://u:hunter2@mail.example?helo=", "option"},
      {"smtp://u:hunter2%0d%0a@mail.example", "control character"},
      {"smtp://u:hunter2%00@mail.example", "control character"},
      {"smtp://u:hunter2%7f@mail.example", "control character"},
      {"smtp://u:hunter2%ff@mail.example", "UTF-8"},
      {"smtp://u%ff:hunter2@mail.example", "UTF-8"},
      {"smtp://u:hunter2@mail.example?ca_file=a%00hunter2", "option"},
      {"smtp://:hunter2@mail.example", "user and password"},
      {"smtp://u@mail.example", "user and password"},
      {"smtp://u:hunter2@hunter2@mail.example", "is no URL"},
      {"smtp://u:hunter2/@mail.example", ""},
      {"smtp://u:hunter2?@mail.example", ""},
      {std::string("smtp://mail.example\0hunter2", 27), "is no URL"},
  };
  for (const auto& [url, words] : table) {
    try {
      parse_smtp_url(url);
      ADD_FAILURE() << url;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::Invalid) << url;
      ASSERT_EQ(error.fields.size(), 1U);
      EXPECT_EQ(error.fields.front().field, "smtp_url");
      EXPECT_NE(error.fields.front().rule.find(words), std::string::npos) << url << ": " << error.what();
      EXPECT_EQ((error.what() + error.internal).find("hunter2"), std::string::npos) << error.what();
    }
  }
}

TEST(SmtpMailer, RefusesOptionsThatBreakARule) {
  const std::pair<std::string, SmtpOptions> table[] = {
      {"host", {.host = ""}},
      {"host", {.host = "a b"}},
      {"host", {.host = "a/b"}},
      {"host", {.host = "u@b"}},
      {"host", {.host = "[::1"}},
      {"port", {.host = "a", .port = 0}},
      {"user", {.host = "a", .password = "b"}},
      {"password", {.host = "a", .user = "u", .password = "b\r\nc"}},
      {"helo_name", {.host = "a", .helo_name = "b c"}},
      {"helo_name", {.host = "a", .helo_name = "bücher.example"}},
      {"total_time", {.host = "a", .total_time = std::chrono::milliseconds(0)}},
  };
  for (const auto& [field, options] : table) {
    try {
      const SmtpMailer mailer(options);
      ADD_FAILURE() << field;
    } catch (const Error& error) {
      ASSERT_EQ(error.fields.size(), 1U);
      EXPECT_EQ(error.fields.front().field, field);
    }
  }
}

}  // namespace
}  // namespace certreg::mail
