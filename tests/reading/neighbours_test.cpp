#include "reading/neighbours.h"

#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

// The values of the first label of the field, "right; below".
std::string values(const std::vector<Placed>& lines, LabelField field) {
  const Paper paper(lines);
  for (const Anchor& anchor : paper.sheet.anchors) {
    if (anchor.field != field || anchor.repeats) continue;
    std::string result;
    for (const Value& value : values_of(paper.sheet, anchor))
      result += (result.empty() ? "" : "; ") + value.text;
    return result;
  }
  return "no label";
}

TEST(Neighbours, ToTheRightInTheSameRow) {
  const Paper paper({{60, 100, 10, "Certificate number"},
                     {200, 100, 10, ":"},
                     {220, 101, 10, "HC 100"},
                     {400, 100, 10, "far"},
                     {220, 130, 10, "elsewhere"}});
  EXPECT_EQ(Paper::words(paper.sheet.neighbours.right_of(0)), "HC 100");
  EXPECT_EQ(Paper::words(paper.sheet.neighbours.left_of(paper.sheet.segments[2])), "Certificate number");
  EXPECT_EQ(paper.sheet.neighbours.label_left_of(paper.sheet.segments[2]), LabelField::Number);
  EXPECT_EQ(paper.sheet.neighbours.label_left_of(paper.sheet.segments[3]), std::nullopt);
  EXPECT_EQ(paper.sheet.neighbours.right_of(4), nullptr);
  EXPECT_FALSE(paper.sheet.neighbours.has_left(paper.sheet.segments[4]));
}

TEST(Neighbours, ALabelIsNoValue) {
  EXPECT_EQ(values({{60, 100, 10, "Certificate number"}, {220, 100, 10, "Expiry date"}}, LabelField::Number),
            "");
  EXPECT_EQ(values({{60, 100, 10, "Certificate number"}, {60, 115, 10, "Expiry date"}}, LabelField::Number),
            "");
}

TEST(Neighbours, Below) {
  EXPECT_EQ(values({{60, 100, 10, "Certificate number"}, {60, 115, 10, "HC 100"}}, LabelField::Number),
            "HC 100");
  EXPECT_EQ(values({{60, 100, 10, "Certificate number"}, {60, 139, 10, "HC 100"}}, LabelField::Number),
            "HC 100");
  EXPECT_EQ(values({{60, 100, 10, "Certificate number"}, {60, 141, 10, "HC 100"}}, LabelField::Number), "");
  EXPECT_EQ(values({{60, 100, 10, "Certificate number"}, {60, 115, 10, "HC 100", 1}}, LabelField::Number),
            "");
  EXPECT_EQ(values({{60, 100, 10, "Certificate number"}, {300, 115, 10, "HC 100"}}, LabelField::Number), "");
}

TEST(Neighbours, RightBeforeBelow) {
  EXPECT_EQ(values({{60, 100, 10, "Certificate number"}, {220, 100, 10, "HC 100"}, {60, 115, 10, "HC 200"}},
                   LabelField::Number),
            "HC 100; HC 200");
}

TEST(Neighbours, BelowALabelInTwoLanguages) {
  EXPECT_EQ(values({{60, 100, 10, "Gültig bis"}, {60, 112, 10, "Valid until"}, {60, 124, 10, "2027-03-01"}},
                   LabelField::Expires),
            "2027-03-01");
}

TEST(Neighbours, Above) {
  const Paper paper({{60, 100, 10, "2027-03-01"}, {60, 112, 10, "Expiry date"}, {60, 124, 10, "Issue date"}});
  EXPECT_EQ(Paper::words(paper.sheet.neighbours.above(1)), "2027-03-01");
  EXPECT_EQ(paper.sheet.neighbours.above(2), nullptr);  // a label
  EXPECT_EQ(paper.sheet.neighbours.above(0), nullptr);
  EXPECT_EQ(Paper::words(line_above(paper.sheet.segments, 2)), "Expiry date");
}

TEST(Neighbours, ACaptionStandsCloseUnderItsValue) {
  std::vector<Placed> lines{
      {60, 100, 14, "HC 100"}, {60, 115, 8, "Certificate number"}, {60, 140, 14, "HC 200"}};
  EXPECT_EQ(values(lines, LabelField::Number), "HC 100");
  lines[1].size = 14;  // no smaller: a label over its value
  lines[2].y = 145;
  EXPECT_EQ(values(lines, LabelField::Number), "HC 200");
  lines[1].size = 8;
  lines[2].y = 124;  // as near below
  EXPECT_EQ(values(lines, LabelField::Number), "HC 200");
}

TEST(Neighbours, BesideTheFirstOfTwoLabelLines) {
  EXPECT_EQ(values({{60, 100, 10, "Expiry date of last"},
                    {200, 100, 10, "2024-03-01"},
                    {60, 112, 10, "certification cycle"}},
                   LabelField::PreviousExpiry),
            "2024-03-01");
}

TEST(Neighbours, AValueUnderALabelOfItsOwnIsThatOnes) {
  const std::vector<Placed> lines{{200, 100, 10, "Issue date"},
                                  {60, 112, 10, "Certificate number"},
                                  {200, 112, 10, "2024-03-01"},
                                  {60, 124, 10, "HC 100"}};
  EXPECT_EQ(values(lines, LabelField::Number), "HC 100");
  EXPECT_EQ(values(lines, LabelField::Issued), "2024-03-01");
}

TEST(Neighbours, ToTheLeftWhereNothingElseStands) {
  EXPECT_EQ(values({{60, 100, 10, "2027-03-01"}, {200, 100, 10, "Expiry date"}}, LabelField::Expires),
            "2027-03-01");
}

}  // namespace
}  // namespace certreg::reading
