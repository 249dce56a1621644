#include "service/password_rules.h"

#include <gtest/gtest.h>

namespace certreg::service {
namespace {

const std::vector<std::string> kOwn{"Ada Example of London", "ada.lovelace.the.first@example.com"};

TEST(PasswordRules, LengthIsWhatCounts) {
  for (const auto& good :
       {std::string("window carpet 7 onion"), std::string("xkcdxkcdzvyqwpo"), std::string("ääöüß éèàùç ñøåæ"),
        std::string("all lower case letters"), std::string("4821 9937 5510 2846"),
        std::string(199, 'a') + "b", std::string("my password is longer than theirs")})
    EXPECT_EQ(fault_of(good, kOwn), std::nullopt) << good;
}

struct Case {
  const char* name;
  std::string password;
  PasswordFault fault;
};

TEST(PasswordRules, RefusesWhatIsGuessedFirst) {
  const Case cases[] = {{"fourteen characters", "window carpet!", PasswordFault::TooShort},
                        {"fourteen characters of more bytes", "äöüäöüäöüäöüäö", PasswordFault::TooShort},
                        {"empty", "", PasswordFault::TooShort},
                        {"more than two hundred", std::string(201, 'a'), PasswordFault::TooLong},
                        {"control characters", "window\tcarpet 7 onion", PasswordFault::NoText},
                        {"the own name", "ADA EXAMPLE OF LONDON", PasswordFault::OwnName},
                        {"the own name and a year", "ada example of london 2026!", PasswordFault::OwnName},
                        {"the own name without blanks", "AdaExampleofLondon", PasswordFault::OwnName},
                        {"the own address", "ada.lovelace.the.first@example.com", PasswordFault::OwnName},
                        {"the address before the @", "Ada.Lovelace.The.First", PasswordFault::OwnName},
                        {"the service", "certregcertreg1", PasswordFault::OwnName},
                        {"one letter", "aaaaaaaaaaaaaaaaaaaa", PasswordFault::TooCommon},
                        {"three letters over and over", "abcabcabcabcabcab", PasswordFault::TooCommon},
                        {"a common one twice", "PasswordPassword", PasswordFault::TooCommon},
                        {"a common one and figures", "Password1234567!", PasswordFault::TooCommon},
                        {"figures in order", "123456789012345", PasswordFault::TooCommon},
                        {"the keyboard's row", "qwertyuiopqwertyuiop", PasswordFault::TooCommon},
                        {"from a comic", "correct horse battery staple", PasswordFault::TooCommon}};
  for (const auto& row : cases) EXPECT_EQ(fault_of(row.password, kOwn), row.fault) << row.name;
}

}  // namespace
}  // namespace certreg::service
