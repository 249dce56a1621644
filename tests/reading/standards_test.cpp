#include "reading/standards.h"

#include <gtest/gtest.h>

#include "reading/world.h"

namespace certreg::reading {
namespace {

std::string standards_in(std::string_view text) {
  std::string result;
  for (const FoundStandard& found : find_standards(text, world()))
    result += found.mention.standard.value + " " + found.mention.edition + " [" + found.printed + "]\n";
  return result;
}

struct Case {
  std::string_view text, standards;
};

TEST(Standards, AsPeoplePrintThem) {
  const Case cases[] = {
      {"complies with ISO/IEC 27001:2022.", "iso-iec-27001 2022 [ISO/IEC 27001:2022]\n"},
      {"ISO 27001: 2022", "iso-iec-27001 2022 [ISO 27001: 2022]\n"},
      {"ISO27001", "iso-iec-27001  [ISO27001]\n"},
      {"DIN EN ISO/IEC 27001:2024-01", "iso-iec-27001 2022 [DIN EN ISO/IEC 27001:2024-01]\n"},
      {"ISO/IEC 27001:2013 / JIS Q 27001:2014",
       "iso-iec-27001 2013 [ISO/IEC 27001:2013]\niso-iec-27001 2013 [JIS Q 27001:2014]\n"},
      {"certification for ISO/IEC 27001:2013, 27017:2015, and 27018:2019",
       "iso-iec-27001 2013 [ISO/IEC 27001:2013]\niso-iec-27017 2015 [ISO/IEC 27017:2015]\niso-iec-27018 2019 "
       "[ISO/IEC 27018:2019]\n"},
      {"ISO/IEC 20000-1:2018", "iso-iec-20000-1 2018 [ISO/IEC 20000-1:2018]\n"},
      {"ISO/IEC 27001 (2022)", "iso-iec-27001 2022 [ISO/IEC 27001:2022]\n"},
      {"ISO/IEC 27001 (1066)", "iso-iec-27001  [ISO/IEC 27001]\n"},
      {"ISO/IEC 17021-1:2015", ""},
      {"certificate 27001 of 1999", ""},
      {"call 0800 27001", ""},
  };
  for (const Case& item : cases) EXPECT_EQ(standards_in(item.text), item.standards) << item.text;
}

TEST(Standards, AnAdoptionAtTheEndOfALine) {
  EXPECT_EQ(adoption_at_end("conforme con la Norma UNE-EN"), "UNE-EN");
  EXPECT_EQ(adoption_at_end("meets the requirements of BS EN"), "BS EN");
  EXPECT_EQ(adoption_at_end("the requirements of"), "");
  EXPECT_EQ(adoption_at_end("with all its CABS"), "");
}

TEST(Standards, WhatRecognitionMakesOfThePrefixIsSetRight) {
  for (const char* misread : {"ISONEC 27001:2022", "ISOMEC 27001:2022", "UNE-EN ISOJIEC 27001:2023",
                              "1SO/EC 27001", "lSO 22301:2019"})
    EXPECT_EQ(find_standards(with_prefixes_repaired(misread), world()).size(), 1U) << misread;
  for (const char* right :
       {"ISO/IEC 27001:2022", "ISO 22301:2019", "JIS Q 27001", "Isobar 27001", "ISO 1234"})
    EXPECT_EQ(with_prefixes_repaired(right), right) << right;
}

}  // namespace
}  // namespace certreg::reading
