// Which Statement of Applicability a certificate names.
#include <gtest/gtest.h>

#include "certreg/reading/read_certificate.h"
#include "reading/lines.h"

namespace certreg::reading {
namespace {

std::string version_in(const std::string& line) {
  const Paper paper({{60, 100, 10, line}});
  Draft draft;
  read_soa(paper.sheet, draft);
  return draft.version.soa_version;
}

TEST(ReadSoa, TheVersionBehindItsWords) {
  const std::pair<const char*, const char*> cases[] = {
      {"Statement of Applicability: 17", "17"},
      {"Statement of Applicability, version 4.2, dated 2024-03-12", "4.2"},
      {"Statement of Applicability v1.2 (01/11/2024)", "1.2"},
      {"Statement of Applicability D-04-03, version 2", "2"},
      {"Statement of Applicability Rev. G", "G"},
      {"Statement of Applicability: 2nd edition", "2"},
      {"according to the Statement of Applicability dated May 20, 2024, issue 9", "9"},
      {"SoA: Rev.04", "04"},
      {"SOA: version 6.2 dated 2024-03-04", "6.2"},
      {"Erklärung zur Anwendbarkeit: Ausgabe 3 vom 2. Mai 2024", "3"},
      {"Alkalmazhatósági nyilatkozat: 6. kiadás", "6"},
      {"適用宣言書：第12版（2025年6月2日）", "12"},
  };
  for (const auto& [line, version] : cases) EXPECT_EQ(version_in(line), version) << line;
}

TEST(ReadSoa, WhatIsNoVersion) {
  for (const char* line :
       {"Statement of Applicability dated 2024-03-12", "Statement of Applicability: see annex 2",
        "the Statement of Applicability that the organisation keeps in 3 places",
        "Version 3 of the platform"})
    EXPECT_EQ(version_in(line), "") << line;
}

TEST(ReadSoa, TheDay) {
  const Paper paper({{60, 100, 10, "Statement of Applicability, version 4.2, dated 2024-03-12"}});
  Draft draft;
  read_soa(paper.sheet, draft);
  EXPECT_EQ(draft.version.soa_date, Date::parse("2024-03-12"));
  ASSERT_EQ(draft.version.quotes.size(), 2U);
  EXPECT_EQ(draft.version.quotes.front().field, "soa_version");
}

}  // namespace
}  // namespace certreg::reading
