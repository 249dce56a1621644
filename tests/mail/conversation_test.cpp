#include "mail/conversation.h"

#include <gtest/gtest.h>

namespace certreg::mail {
namespace {

// Lines of ours begin with '>'.
Conversation after(const std::vector<std::string>& lines) {
  Conversation conversation("hunter22");
  for (const auto& line : lines)
    line.starts_with('>') ? conversation.said(line.substr(1) + "\r\n") : conversation.heard(line + "\r\n");
  return conversation;
}

struct Case {
  std::vector<std::string> lines;
  DeliveryOutcome outcome;
  int code;
  std::string reply;
};

TEST(Conversation, IsJudgedByWhatTheLastReplyAnswers) {
  const Case table[] = {
      {{">DATA", "354 go", "250 taken"}, DeliveryOutcome::Accepted, 250, "taken"},
      {{">DATA", "354 go", "250 taken", ">QUIT", "500 what"}, DeliveryOutcome::Accepted, 250, "taken"},
      {{">DATA", "354 go", "552 5.2.2 full"}, DeliveryOutcome::Refused, 552, "5.2.2 full"},
      {{">DATA", "354 go", "451 later"}, DeliveryOutcome::Deferred, 451, "later"},
      {{">DATA", "554 no recipients"}, DeliveryOutcome::Refused, 554, "no recipients"},
      {{">MAIL FROM:<a@b>", "550 no"}, DeliveryOutcome::Refused, 550, "no"},
      {{">MAIL FROM:<a@b>", "530 log in"}, DeliveryOutcome::Deferred, 530, "log in"},
      {{">RCPT TO:<a@b>", "550-5.1.1 nobody", "550 5.1.1 there"},
       DeliveryOutcome::Refused,
       550,
       "5.1.1 nobody 5.1.1 there"},
      {{">RCPT TO:<a@b>", "450 greylisted"}, DeliveryOutcome::Deferred, 450, "greylisted"},
      {{">RCPT TO:<a@b>", "550"}, DeliveryOutcome::Refused, 550, ""},
      {{"554 no service"}, DeliveryOutcome::Deferred, 554, "no service"},
      {{">EHLO a", "550 not you"}, DeliveryOutcome::Deferred, 550, "not you"},
      {{">STARTTLS", "501 no"}, DeliveryOutcome::Deferred, 501, "no"},
      {{">AUTH PLAIN", "535 wrong"}, DeliveryOutcome::Deferred, 535, "wrong"},
      {{">AUTH PLAIN", "334 ", ">AGEAaHVudGVyMjI=", "535 wrong"}, DeliveryOutcome::Deferred, 535, "wrong"},
  };
  for (const auto& [lines, outcome, code, reply] : table) {
    const auto delivery = after(lines).judge();
    ASSERT_TRUE(delivery.has_value()) << lines.back();
    EXPECT_EQ(delivery->outcome, outcome) << lines.back();
    EXPECT_EQ(delivery->reply_code, code);
    EXPECT_EQ(delivery->reply, reply);
    EXPECT_EQ(delivery->detail.empty(), outcome == DeliveryOutcome::Accepted);
  }
}

TEST(Conversation, DecidesNothingBeforeTheReplyToTheContent) {
  const std::vector<std::string> table[] = {{},
                                            {"220 hello"},
                                            {">EHLO a", "250 hello"},
                                            {">RCPT TO:<a@b>", "250 fine"},
                                            {">DATA"},
                                            {">DATA", "354 go"},
                                            {">DATA", "250 taken at once"},
                                            {">RCPT TO:<a@b>", "nonsense"},
                                            {">RCPT TO:<a@b>", "55"}};
  for (const auto& lines : table)
    EXPECT_FALSE(after(lines).judge().has_value()) << ::testing::PrintToString(lines);
}

TEST(Conversation, TellsOnlyCleanShortWordsWithoutSecrets) {
  const auto reply = [](const std::vector<std::string>& lines) { return after(lines).judge().value().reply; };
  EXPECT_EQ(reply({">RCPT TO:<a@b>", "550 a\tb\x1b[2J \xc3\xa9"}), "a b?[2J ??");
  EXPECT_EQ(reply({">RCPT TO:<a@b>", "550 " + std::string(5000, 'a')}), std::string(500, 'a'));
  EXPECT_EQ(reply({">AUTH PLAIN", "334 ", ">AGEAaHVudGVyMjI=", "535 hunter22 or AGEAaHVudGVyMjI= is wrong"}),
            "*** or *** is wrong");
  EXPECT_EQ(reply({">AUTH PLAIN", "535 PLAIN is off"}), "PLAIN is off");
}

TEST(Conversation, SaysWhatWasNotTaken) {
  const auto detail = [](const std::vector<std::string>& lines) {
    return after(lines).judge().value().detail;
  };
  EXPECT_EQ(detail({">RCPT TO:<a@b>", "550 no"}), "the mail server does not take the recipient: 550 no");
  EXPECT_EQ(detail({">AUTH PLAIN", "535 no"}),
            "the mail server does not take the user or the password: 535 no");
  EXPECT_EQ(detail({">MAIL FROM:<a@b>", "530 no"}),
            "the mail server does not take the user or the password: 530 no");
}

}  // namespace
}  // namespace certreg::mail
