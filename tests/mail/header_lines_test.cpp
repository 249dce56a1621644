#include "mail/header_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "mail/encoded_words.h"
#include "mail/sample_message.h"

namespace certreg::mail {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(DateLine, IsThatOfRfc5322) {
  EXPECT_EQ(date_line(parse_instant("2026-11-26T18:28:08.999Z").value()), "Thu, 26 Nov 2026 18:28:08 +0000");
  EXPECT_EQ(date_line(parse_instant("2027-01-02T23:04:05+02:00").value()), "Sat, 02 Jan 2027 21:04:05 +0000");
}

TEST(EncodedWords, AreNeededForWhatIsNotShortPrintableAscii) {
  for (const auto* plain : {"A certificate ends", "a = b?", "\"quoted\" \\ @"})
    EXPECT_TRUE(goes_plain(plain)) << plain;
  for (const auto& line : {std::string("Grüße"), std::string(" a"), std::string("a "),
                           std::string("=?UTF-8?Q?a?="), std::string(65, 'a')})
    EXPECT_FALSE(goes_plain(line)) << line;
}

TEST(EncodedWords, HoldWholeCharactersAndAreShort) {
  EXPECT_EQ(encoded_words("Grüße an=_?"), "=?UTF-8?Q?Gr=C3=BC=C3=9Fe_an=3D=5F=3F?=");
  std::string long_line;
  for (int i = 0; i < 50; ++i) long_line += "証a";
  for (const auto& line : lines_of(encoded_words(long_line))) {
    EXPECT_LE(line.size(), 66U) << line;
    const auto word = line.substr(line.find("?Q?") + 3);
    EXPECT_TRUE(word.starts_with("=E8=A8=BC") || word.starts_with("a=E8")) << line;
  }
}

TEST(MailboxLine, QuotesOrEncodesTheNameAndHasTheDomainInAscii) {
  EXPECT_EQ(mailbox_line({"", "kim@bücher.example"}), "kim@xn--bcher-kva.example");
  EXPECT_EQ(mailbox_line({"Kim \"K\" O\\N, Lee", "kim@a.example"}),
            "\"Kim \\\"K\\\" O\\\\N, Lee\"\r\n <kim@a.example>");
  EXPECT_EQ(mailbox_line({"Jürgen", "j@a.example"}), "=?UTF-8?Q?J=C3=BCrgen?=\r\n <j@a.example>");
}

TEST(FoldedLine, IsBrokenBeforeBlanksAndOtherwiseTheSame) {
  EXPECT_EQ(folded("X-A: b"), "X-A: b");
  const std::string a(40, 'a'), b(100, 'b');
  EXPECT_EQ(folded("X-A: " + a + " " + a), "X-A: " + a + "\r\n " + a);
  EXPECT_EQ(folded("X-A: " + b + " c"), "X-A:\r\n " + b + "\r\n c");
  EXPECT_EQ(folded("X-A: a" + std::string(200, ' ') + "b"), "X-A: a\r\n" + std::string(200, ' ') + "b");
}

TEST(HeaderLines, StandInOneOrderAndHaveNoOther) {
  auto message = sample_message();
  message.reply_to = {"", "help@certreg.example"};
  message.headers = {{"Auto-Submitted", "auto-generated"}};
  EXPECT_THAT(header_lines(message),
              ::testing::ElementsAre("Date: Thu, 26 Nov 2026 18:28:08 +0000",
                                     "From: \"Register\"\r\n <register@certreg.example>",
                                     "To: \"Kim\"\r\n <kim@buyer.example>", "Reply-To: help@certreg.example",
                                     "Subject: A certificate ends", "Auto-Submitted: auto-generated"));
}

}  // namespace
}  // namespace certreg::mail
