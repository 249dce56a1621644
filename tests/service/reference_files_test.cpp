#include "certreg/service/reference_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "certreg/domain/error.h"

namespace certreg::service {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry :
       fs::directory_iterator(fs::path(CERTREG_SOURCE_DIR) / "tests/data/reference" / folder))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<ReferenceProblem> check_text(std::string_view text) {
  const NamedText file{"test.yaml", text};
  return check_reference({&file, 1});
}

struct Expected {
  int line;
  std::string rule;  // how the rule's sentence begins
};

// From the file's head: "# expect 7: the rule".
std::vector<Expected> expected_of(const std::string& text) {
  constexpr std::string_view kMark = "# expect ";
  std::vector<Expected> expected;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line) && line.starts_with(kMark);) {
    const auto colon = line.find(": ");
    expected.push_back({std::stoi(line.substr(kMark.size())), line.substr(colon + 2)});
  }
  return expected;
}

std::string listing(const std::vector<ReferenceProblem>& problems) {
  std::string text;
  for (const auto& [file, line, rule] : problems)
    text += file + ":" + std::to_string(line) + ": " + rule + "\n";
  return text;
}

TEST(ReferenceFiles, AcceptsTheGoodOnes) {
  const auto paths = files_in("valid");
  ASSERT_FALSE(paths.empty());
  for (const auto& path : paths) EXPECT_EQ(listing(check_text(bytes_of(path))), "") << path.filename();
}

TEST(ReferenceFiles, RefusesTheBadOnesAtTheirLine) {
  const auto paths = files_in("invalid");
  ASSERT_GT(paths.size(), 25U);
  for (const auto& path : paths) {
    const auto text = bytes_of(path);
    const auto expected = expected_of(text);
    const auto problems = check_text(text);
    ASSERT_FALSE(expected.empty()) << path.filename();
    ASSERT_EQ(problems.size(), expected.size()) << path.filename() << "\n" << listing(problems);
    for (std::size_t i = 0; i < problems.size(); ++i) {
      EXPECT_EQ(problems[i].line, expected[i].line) << path.filename() << "\n" << listing(problems);
      EXPECT_TRUE(problems[i].rule.starts_with(expected[i].rule))
          << path.filename() << ": " << problems[i].rule;
    }
  }
}

TEST(ReferenceFiles, RefusesALargeFileAndADeepOne) {
  EXPECT_EQ(check_text("registers: []\n#" + std::string(1 << 20, 'x')).at(0).rule,
            "the file is larger than 1 MiB");
  EXPECT_FALSE(check_text(std::string(100'000, '[')).empty());
  EXPECT_FALSE(check_text("standards: " + std::string(300'000, '{')).empty());
}

TEST(ReferenceFiles, LoadThrowsWithFileAndLine) {
  const NamedText file{"bad.yaml", "registers: []\nmore: []\n"};
  try {
    load_reference({&file, 1});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Invalid);
    ASSERT_EQ(error.fields.size(), 1U);
    EXPECT_EQ(error.fields[0].field, "bad.yaml:2");
  }
}

TEST(ReferenceFiles, FindProblemsBetweenFiles) {
  const std::string text = bytes_of(files_in("valid").front());
  const NamedText files[] = {{"b.yaml", text}, {"a.yaml", text}};
  const auto problems = check_reference(files);
  ASSERT_FALSE(problems.empty());
  for (const auto& problem : problems)
    EXPECT_EQ(problem.file, "b.yaml");  // the first by name was there before
}

TEST(ReferenceFiles, LoadKeepsEveryValue) {
  const std::string text =
      bytes_of(fs::path(CERTREG_SOURCE_DIR) / "tests/data/reference/valid/everything.yaml");
  const NamedText file{"everything.yaml", text};
  const auto [reference, registers] = load_reference({&file, 1});
  const auto* standard = reference.find(StandardId{"iso-iec-27001"});
  ASSERT_NE(standard, nullptr);
  EXPECT_TRUE(standard->asked);
  EXPECT_EQ(standard->source.citation, "https://example.org/standards");
  EXPECT_EQ(standard->source.seen, Date(2026, 1, 31));
  ASSERT_EQ(standard->editions.size(), 2U);
  EXPECT_EQ(standard->editions[0].id, "2013");  // oldest first, whatever the order in the file
  EXPECT_EQ(standard->editions[1].published, Date(2022, 10, 25));
  EXPECT_EQ(standard->editions[1].adoptions, std::vector<std::string>{"DIN EN ISO/IEC 27001:2024-01"});
  const auto* issuer = reference.find(CertificationBodyId{"example-certification-uk"});
  ASSERT_NE(issuer, nullptr);
  EXPECT_TRUE(issuer->accreditations_complete);
  ASSERT_EQ(issuer->accreditations.size(), 1U);
  EXPECT_EQ(issuer->accreditations[0].number, "0042");
  EXPECT_EQ(issuer->accreditations[0].status, AccreditationStatus::Suspended);
  const auto* body = reference.find(AccreditationBodyId{"example-accreditation"});
  ASSERT_NE(body, nullptr);
  ASSERT_EQ(body->recognitions.size(), 1U);
  EXPECT_EQ(body->recognitions[0].until, Date(2025, 12, 31));
  ASSERT_EQ(registers.size(), 1U);
  EXPECT_EQ(registers[0].deep_link, "https://example.org/register/{number}");
}

TEST(ReferenceFiles, VersionFollowsNamesAndBytesAndNotTheOrder) {
  const NamedText a{"a.yaml", "registers: []\n"}, b{"b.yaml", "standards: []\n"},
      c{"b.yaml", "standards: [] \n"};
  const auto version = [](std::vector<NamedText> files) { return load_reference(files).reference.version(); };
  EXPECT_EQ(version({a, b}).size(), 64U);
  EXPECT_EQ(version({a, b}), version({b, a}));
  EXPECT_NE(version({a, b}), version({a, c}));
  EXPECT_NE(version({a}), version({{"c.yaml", a.bytes}}));
}

TEST(BuiltInReference, IsClean) {
  const auto files = built_in_reference_files();
  EXPECT_EQ(files.size(), 4U);
  EXPECT_EQ(listing(check_reference(files)), "");
}

TEST(BuiltInReference, KnowsWhatPrintedStandardsMean) {
  const auto reference = load_reference(built_in_reference_files()).reference;
  const struct {
    std::string printed, standard, edition;
  } cases[] = {
      {"ISO/IEC 27001:2022", "iso-iec-27001", "2022"},
      {"BS EN ISO/IEC 27001:2023", "iso-iec-27001", "2022"},
      {"BS EN ISO/IEC 27001:2017", "iso-iec-27001", "2013"},
      {"DIN EN ISO/IEC 27001:2024-01", "iso-iec-27001", "2022"},
      {"NEN-EN ISO/IEC 27001:2017+A11:2020", "iso-iec-27001", "2013"},
      {"UNI CEI EN ISO/IEC 27001:2024", "iso-iec-27001", "2022"},
      {"SS-EN ISO/IEC 27001:2023", "iso-iec-27001", "2022"},
      {"JIS Q 27001:2014", "iso-iec-27001", "2013"},
      {"JIS Q 27001:2023", "iso-iec-27001", "2022"},
      {"GB/T 22080-2016", "iso-iec-27001", "2013"},
      {"GB/T 22080-2025/ISO/IEC 27001:2022", "iso-iec-27001", "2022"},
      {"ISO 22301:2019/Amd 1:2024", "iso-22301", "2019"},
      {"ISO/IEC 27018:2025", "iso-iec-27018", "2025"},
      {"ISO/IEC 20000-1:2018", "iso-iec-20000-1", "2018"},
  };
  for (const auto& [printed, standard, edition] : cases) {
    const auto mention = reference.standard_of(printed);
    ASSERT_TRUE(mention) << printed;
    EXPECT_EQ(mention->standard.value, standard) << printed;
    EXPECT_EQ(mention->edition, edition) << printed;
  }
}

TEST(BuiltInReference, EndsTheEditionsThatNoLongerCount) {
  const auto reference = load_reference(built_in_reference_files()).reference;
  const struct {
    std::string standard, edition;
    std::optional<Date> ended;
  } cases[] = {
      {"iso-iec-27001", "2005", Date(2015, 10, 1)}, {"iso-iec-27001", "2013", Date(2025, 10, 31)},
      {"iso-iec-27001", "2022", std::nullopt},      {"iso-iec-27018", "2014", std::nullopt},
      {"iso-iec-27018", "2019", std::nullopt},      {"iso-22301", "2012", Date(2023, 4, 30)},
      {"iso-22301", "2019", std::nullopt},
  };
  for (const auto& [standard, edition, ended] : cases) {
    const auto* row = reference.find(StandardId{standard}, edition);
    ASSERT_NE(row, nullptr) << standard << edition;
    EXPECT_EQ(row->ended, ended) << standard << edition;
  }
}

TEST(BuiltInReference, RecognisesAccreditorsOnEveryDayOfTheChange) {
  const auto reference = load_reference(built_in_reference_files()).reference;
  ASSERT_FALSE(reference.accreditation_bodies().empty());
  for (const auto& body : reference.accreditation_bodies())
    for (const Date on : {Date(2024, 6, 1), Date(2025, 12, 31), Date(2026, 1, 1), Date(2026, 11, 22)})
      EXPECT_EQ(std::count_if(body.recognitions.begin(), body.recognitions.end(),
                              [&](const Recognition& row) {
                                return (!row.from || *row.from <= on) && (!row.until || on <= *row.until);
                              }),
                1)
          << body.id.value << " on " << on.to_string();
}

TEST(BuiltInReference, TakesNoBrandOfSeveralUnitsForAUnit) {
  const auto reference = load_reference(built_in_reference_files()).reference;
  for (const auto* brand :
       {"BSI", "DNV", "SGS", "LRQA", "TÜV Rheinland", "TÜV SÜD", "DEKRA", "Bureau Veritas"})
    EXPECT_EQ(reference.certification_body_of(brand), nullptr) << brand;
  const auto* unit = reference.certification_body_of("BSI Assurance UK Ltd.");
  ASSERT_NE(unit, nullptr);
  EXPECT_EQ(unit->id.value, "bsi-assurance-uk");
}

}  // namespace
}  // namespace certreg::service
