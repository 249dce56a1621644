#include "domain/finding_of_code.h"

#include <gtest/gtest.h>

namespace certreg {
namespace {

// What a verdict says beside yes is a finding, but for what only explains another code or is computed.
TEST(FindingOfCode, EveryCodeThatIsNoYesBreaksARule) {
  for (const auto& code : all_codes()) {
    const bool says_yes = code.value == AnswerValue::Yes && !code.warns;
    const bool explains = code.code == Code::RestorableUntil || code.code == Code::SurveillanceWindow;
    EXPECT_EQ(rule_of(code.code).has_value(), !says_yes && !explains) << code.name;
  }
}

TEST(FindingRules, HaveTheirWordsInTheirPlaces) {
  const auto& names = finding_rule_names();
  EXPECT_EQ(names.size(), static_cast<std::size_t>(FindingRule::ReviewOverdue) + 1);
  EXPECT_EQ(to_string(FindingRule::ReviewOverdue), "review_overdue");
  EXPECT_EQ(to_string(FindingRule::OutOfScope), "out_of_scope");
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto rule = static_cast<FindingRule>(i);
    EXPECT_FALSE(title_of(rule).empty());
    EXPECT_FALSE(cure_of(rule).empty());
    EXPECT_FALSE(controls_of(rule).empty());
  }
  for (std::size_t i = 0; i < all_controls().size(); ++i)
    EXPECT_EQ(all_controls()[i].control, static_cast<Control>(i));
}

}  // namespace
}  // namespace certreg
