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
  ASSERT_GT(paths.size(), 50U);
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
  const auto [reference, registers, counts] = load_reference({&file, 1});
  const auto* standard = reference.find(StandardId{"iso-iec-27001"});
  ASSERT_NE(standard, nullptr);
  EXPECT_TRUE(standard->asked);
  EXPECT_EQ(standard->source.citation, "https://example.org/standards");
  EXPECT_EQ(standard->source.seen, Date(2026, 1, 31));
  ASSERT_EQ(standard->editions.size(), 2U);
  EXPECT_EQ(standard->editions[0].id, "2013");  // oldest first, whatever the order in the file
  EXPECT_EQ(standard->editions[1].published, Date(2022, 10, 25));
  ASSERT_EQ(standard->editions[1].adoptions.size(), 1U);
  EXPECT_EQ(standard->editions[1].adoptions[0].printed, "DIN EN ISO/IEC 27001:2024-01");
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
  EXPECT_EQ(body->recognitions[0].arrangement, "iaf-mla");  // by its id, whatever the file calls it
  EXPECT_EQ(body->recognitions[0].sub_scopes, std::vector<std::string>{"ISO/IEC 27006-1"});
  EXPECT_EQ(body->recognitions[0].status, RecognitionStatus::Probation);
  EXPECT_EQ(body->marks, std::vector<std::string>{"EXAS ISMS"});
  ASSERT_EQ(body->former_names.size(), 1U);
  EXPECT_EQ(body->former_names[0].until, Date(2009, 12, 31));
  const auto* other = reference.find(AccreditationBodyId{"exact-accreditation"});
  ASSERT_NE(other, nullptr);
  EXPECT_EQ(other->looks_like, body->id);
  EXPECT_EQ(other->ended, Date(2020, 12, 31));
  EXPECT_EQ(other->succeeded_by, body->id);
  const auto* arrangement = reference.find(ArrangementId{"iaf-mla"});
  ASSERT_NE(arrangement, nullptr);
  EXPECT_EQ(arrangement->main_scope, "ISO/IEC 17021-1");
  EXPECT_EQ(arrangement->until, Date(2025, 12, 31));
  EXPECT_EQ(issuer->group, "Example Group");
  EXPECT_EQ(issuer->register_id, "example-register");
  ASSERT_EQ(issuer->number_shapes.size(), 1U);
  EXPECT_EQ(issuer->number_shapes[0].standard, StandardId{"iso-iec-27001"});
  EXPECT_EQ(reference.certification_body_of("Example Quality Ltd."), issuer);
  EXPECT_EQ(standard->editions[0].replaced_by, "2022");
  EXPECT_EQ(standard->editions[0].transition_until, Date(2025, 10, 31));
  EXPECT_EQ(standard->editions[0].transition_source, "https://example.org/transition");
  EXPECT_EQ(standard->editions[1].adoptions[0].year, "2024");
  EXPECT_EQ(standard->editions[1].adoptions[0].country, "DE");
  ASSERT_EQ(reference.legal_forms().size(), 1U);
  EXPECT_EQ(reference.legal_forms()[0].elf_codes, std::vector<std::string>{"2HBR"});
  EXPECT_EQ(reference.legal_forms()[0].countries, (std::vector<std::string>{"DE", "AT"}));
  ASSERT_EQ(registers.size(), 1U);
  ASSERT_EQ(counts.size(), 9U);
  EXPECT_EQ(counts[0].list, "standards");
  EXPECT_EQ(counts[0].rows, 2U);
  EXPECT_EQ(counts[0].overlaid, 0U);
  EXPECT_EQ(registers[0].deep_link, "https://example.org/register/{number}");
  ASSERT_EQ(reference.cloud_providers().size(), 1U);
  EXPECT_EQ(reference.cloud_providers()[0].aliases, std::vector<std::string>{"ExC"});
  ASSERT_EQ(reference.cloud_regions().size(), 1U);
  EXPECT_EQ(reference.cloud_regions()[0].name, "Europe (Vienna)");
  EXPECT_EQ(reference.cloud_regions()[0].place_names, std::vector<std::string>{"Wien"});
  EXPECT_EQ(reference.cloud_regions()[0].country, "AT");
  ASSERT_EQ(reference.scope_words().roles().size(), 1U);
  EXPECT_EQ(reference.scope_words().roles()[0].words, "pii processor");
  EXPECT_EQ(reference.scope_words().family_patterns().size(), 1U);
}

constexpr const char* kStandard =
    "standards:\n  - id: iso-9001\n    name: ISO 9001\n    title: Quality\n    source: s\n    seen: "
    "2026-01-31\n"
    "    editions:\n      - id: \"2015\"\n        source: s\n        seen: 2026-01-31\n"
    "  - id: iso-22301\n    name: ISO 22301\n    title: Continuity\n    source: s\n    seen: 2026-01-31\n";

TEST(ReferenceOverlay, ReplacesARowWholeAndAddsANewOne) {
  const NamedText built_in{"a.yaml", kStandard};
  const NamedText overlay{"b.yaml",
                          "standards:\n  - id: iso-9001\n    name: ISO 9001\n    title: Mine\n    source: "
                          "me\n    seen: 2026-02-01\n"
                          "  - id: iso-14001\n    name: ISO 14001\n    title: Environment\n    source: me\n  "
                          "  seen: 2026-02-01\n"};
  const auto [reference, registers, counts] = load_reference({&built_in, 1}, {&overlay, 1});
  ASSERT_EQ(reference.standards().size(), 3U);
  EXPECT_EQ(reference.standards()[0].title, "Mine");  // in its place
  EXPECT_TRUE(reference.standards()[0].editions.empty());
  EXPECT_EQ(reference.standards()[1].id.value, "iso-22301");
  EXPECT_EQ(reference.standards()[2].id.value, "iso-14001");
  EXPECT_EQ(counts[0].rows, 3U);
  EXPECT_EQ(counts[0].overlaid, 2U);
  EXPECT_NE(reference.version(), load_reference({&built_in, 1}).reference.version());
}

TEST(ReferenceOverlay, TheWholeIsJudgedAndItsOwnLineNamed) {
  const NamedText built_in{"built.yaml", kStandard};
  const struct {
    const char *text, *problem;
  } cases[] = {
      {"standards:\n  - id: iso-9001\n    name: ISO 22301\n    title: T\n    source: s\n    seen: "
       "2026-02-01\n",
       "built.yaml:11: the spelling \"iso 22301\" means both iso-9001 and iso-22301\n"},
      {"standards:\n  - id: iso-9\n    name: ISO 9001\n    title: T\n    source: s\n    seen: 2026-02-01\n",
       "mine.yaml:2: the spelling \"iso 9001\" means both iso-9001 and iso-9\n"},
      {"certification_bodies:\n  - id: b\n    name: B\n    source: s\n    seen: 2026-02-01\n    "
       "accreditations:\n"
       "      - body: nobody\n        standard: iso-9001\n        source: s\n        seen: 2026-02-01\n",
       "mine.yaml:7: the accreditation body \"nobody\" is not known\n"},
      {"registers:\n  - id: r\n    colour: red\n    name: R\n    operated_by: O\n    address: https://r\n"
       "    certificates: C\n    source: s\n    seen: 2026-02-01\n",
       "mine.yaml:3: the key \"colour\" is not known here\n"}};
  for (const auto& [text, problem] : cases) {
    const NamedText overlay{"mine.yaml", text};
    EXPECT_EQ(listing(check_reference({&built_in, 1}, {&overlay, 1})), problem);
  }
}

TEST(ReferenceOverlay, TwoOverlaysOfOneRowContradict) {
  const NamedText built_in{"built.yaml", kStandard};
  const std::string row =
      "standards:\n  - id: iso-9001\n    name: ISO 9001\n    title: T\n    source: s\n    seen: 2026-02-01\n";
  const NamedText overlay[] = {{"mine.yaml", row}, {"yours.yaml", row}};
  EXPECT_EQ(listing(check_reference({&built_in, 1}, overlay)),
            "yours.yaml:2: the id \"iso-9001\" stands twice\n");
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
  EXPECT_EQ(files.size(), 8U);
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

// A body without recognitions is known as no signatory; no other falls into a gap between arrangements.
TEST(BuiltInReference, RecognisesAccreditorsOnEveryDayOfTheChange) {
  const auto reference = load_reference(built_in_reference_files()).reference;
  std::size_t recognised = 0;
  for (const auto& body : reference.accreditation_bodies()) {
    if (body.recognitions.empty()) continue;
    ++recognised;
    for (const Date on : {Date(2024, 6, 1), Date(2025, 12, 31), Date(2026, 1, 1), Date(2026, 11, 22)})
      EXPECT_TRUE(std::any_of(body.recognitions.begin(), body.recognitions.end(),
                              [&](const Recognition& row) {
                                return (!row.from || *row.from <= on) && (!row.until || on <= *row.until);
                              }))
          << body.id.value << " on " << on.to_string();
  }
  EXPECT_GE(recognised, 45U);
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
