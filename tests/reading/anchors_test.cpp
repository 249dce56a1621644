#include "reading/anchors.h"

#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

std::vector<Anchor> anchors_in(const std::vector<Placed>& lines) {
  std::vector<Segment> marks;
  return find_anchors(segments_of(text_of(lines), marks), labels());
}

struct Case {
  std::string line;
  LabelField field;
  std::string rest;
};

TEST(Anchors, WithWhatFollowsThem) {
  const Case cases[] = {
      {"Certificate number: HC 100", LabelField::Number, "HC 100"},
      {"Holds Certificate No: HC 100", LabelField::Number, "HC 100"},
      {"Replaces certificate no.: HC 100", LabelField::Other, "HC 100"},
      {"Expiry date 2027-03-01", LabelField::Expires, "2027-03-01"},
      {"(Expiry date) 2027-03-01", LabelField::Expires, "2027-03-01"},
      {"Expiry date of last certification cycle: 2024-03-01", LabelField::PreviousExpiry, "2024-03-01"},
      {"Last expiry date 2024-03-01", LabelField::PreviousExpiry, "2024-03-01"},
      {"Poprzednia data ważności: 2024-03-01", LabelField::PreviousExpiry, "2024-03-01"},
      {"Scope: Operation of the Harbour platform", LabelField::Scope, "Operation of the Harbour platform"},
  };
  for (const Case& item : cases) {
    const auto anchors = anchors_in({{60, 100, 10, item.line}});
    ASSERT_EQ(anchors.size(), 1U) << item.line;
    EXPECT_EQ(anchors.front().field, item.field) << item.line;
    EXPECT_EQ(anchors.front().rest, item.rest) << item.line;
  }
}

TEST(Anchors, InMidSentenceOnlyWhereADateFollowsAtOnce) {
  const Case cases[] = {
      {"Issue 1. Certified since 11 March 2024", LabelField::FirstIssued, "11 March 2024"},
      {"Issue 1. Certified since March 11, 2024", LabelField::FirstIssued, "March 11, 2024"},
  };
  for (const Case& item : cases) {
    const auto anchors = anchors_in({{60, 100, 10, item.line}});
    const auto found = std::ranges::find(anchors, item.field, &Anchor::field);
    ASSERT_NE(found, anchors.end()) << item.line;
    EXPECT_EQ(found->rest, item.rest);
  }
  for (const char* line : {"Issue 1. Certified since the founding in 2004", "Scope goes on as before",
                           "It is operated within scope of the group"})
    for (const Anchor& anchor : anchors_in({{60, 100, 10, line}})) {
      EXPECT_NE(anchor.field, LabelField::FirstIssued) << line;
      EXPECT_NE(anchor.field, LabelField::Scope) << line;
    }
}

TEST(Anchors, BrokenOverTwoLines) {
  const auto anchors =
      anchors_in({{60, 100, 10, "Expiry date of last"}, {60, 112, 10, "certification cycle 2024-03-01"}});
  ASSERT_EQ(anchors.size(), 1U);  // "Expiry date" is taken back
  EXPECT_EQ(anchors.front().field, LabelField::PreviousExpiry);
  EXPECT_TRUE(anchors.front().broken);
  EXPECT_EQ(anchors.front().segment, 1U);
  EXPECT_EQ(anchors.front().rest, "2024-03-01");
}

TEST(Anchors, NotBrokenWhereLinesStandApartOrHaveLabelsOfTheirOwn) {
  for (const Anchor& anchor :
       anchors_in({{60, 100, 10, "Expiry date of last"}, {60, 130, 10, "certification cycle 2024-03-01"}}))
    EXPECT_NE(anchor.field, LabelField::PreviousExpiry);
  for (const Anchor& anchor :
       anchors_in({{60, 100, 10, "Valid until"}, {60, 112, 10, "Date of certification"}}))
    EXPECT_FALSE(anchor.broken);
}

TEST(Anchors, InASecondLanguageRepeats) {
  auto anchors = anchors_in({{60, 100, 10, "Gültig bis"}, {60, 112, 10, "Valid until"}});
  ASSERT_EQ(anchors.size(), 2U);
  EXPECT_FALSE(anchors[0].repeats);
  EXPECT_TRUE(anchors[1].repeats);
  EXPECT_EQ(anchors[1].field, LabelField::Expires);

  anchors = anchors_in({{60, 100, 10, "Gültig bis: 2027-03-01"}, {60, 112, 10, "Valid until"}});
  EXPECT_FALSE(anchors.back().repeats);  // the first has its own value
  anchors = anchors_in({{60, 100, 10, "Ausstellungsdatum"}, {60, 112, 10, "Valid until"}});
  EXPECT_FALSE(anchors.back().repeats);  // another field

  anchors = anchors_in({{60, 100, 10, "登録更新日"},
                        {180, 100, 10, "2025年9月6日"},
                        {60, 119, 10, "発行日"},
                        {180, 119, 10, "2025年8月29日"}});
  EXPECT_FALSE(anchors.back().repeats);  // each has its own value beside it
  anchors =
      anchors_in({{60, 100, 10, "Gültig bis"}, {60, 112, 10, "Valid until"}, {180, 106, 10, "2027-03-01"}});
  EXPECT_TRUE(anchors.back().repeats);  // one value beside both

  anchors = anchors_in({{60, 100, 10, "Gültig bis / Valid until: 2027-03-01"}});
  ASSERT_EQ(anchors.size(), 2U);
  EXPECT_EQ(anchors[0].rest, "");
  EXPECT_EQ(anchors[1].rest, "2027-03-01");
}

TEST(Anchors, LabelsWithAGap) {
  const auto anchors =
      anchors_in({{60, 100, 10, "Certified by Good Certification Limited since: 2021-03-01"}});
  const auto found = std::ranges::find(anchors, LabelField::FirstIssued, &Anchor::field);
  ASSERT_NE(found, anchors.end());
  EXPECT_EQ(found->begin, 0U);
  EXPECT_EQ(found->rest, "2021-03-01");
  for (const Anchor& anchor :
       anchors_in({{60, 100, 10, "Certified by Good Certification Limited 2021-03-01"}}))
    EXPECT_NE(anchor.field, LabelField::FirstIssued);
}

TEST(Anchors, MarksBetweenLabelAndValue) {
  const std::pair<std::string, std::string> cases[] = {
      {": HC 100", "HC 100"}, {"． HC", "． HC"}, {"No. 1", "No. 1"}, {"： 2024 /", "2024"},
      {"№ 12", "12"},         {"º: 12", "12"},    {") - 12 -", "12"}, {" : / ", ""},
      {"(HC) 1", "HC) 1"},    {"12 ;", "12"},     {"", ""},           {"– 12", "12"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(without_separators(text), expected) << text;
}

}  // namespace
}  // namespace certreg::reading
