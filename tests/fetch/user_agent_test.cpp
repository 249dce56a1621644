#include "certreg/fetch/user_agent.h"

#include <gtest/gtest.h>

namespace certreg::fetch {
namespace {

TEST(UserAgent, NamesItselfAndAContact) {
  EXPECT_EQ(user_agent(""), "certreg/0.1");
  EXPECT_EQ(user_agent("https://register.example/about"), "certreg/0.1 (+https://register.example/about)");
  EXPECT_EQ(user_agent("risk@buyer.example"), "certreg/0.1 (+mailto:risk@buyer.example)");
  EXPECT_EQ(user_agent("mailto:risk@buyer.example"), "certreg/0.1 (+mailto:risk@buyer.example)");
}

TEST(UserAgent, RefusesWhatIsNoContactOrEndsItsComment) {
  for (const auto* contact :
       {"buyer", "@", "a@", "@b", "a@b@c", "https://", "ftp://a.example", "https://a.example/)",
        "https://a.example/\r\nX: y", "https://a.example/ b", "https://\xc3\xbc.example/",
        "https://a.example\\", "mailto:", "javascript:a@b"})
    EXPECT_FALSE(user_agent(contact)) << contact;
  EXPECT_FALSE(user_agent("https://a.example/" + std::string(300, 'a')));
}

}  // namespace
}  // namespace certreg::fetch
