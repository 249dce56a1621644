#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "certreg/domain/error.h"
#include "certreg/service/embedded_files.h"
#include "certreg/service/sources.h"
#include "service/pattern.h"

namespace certreg::service {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_in(const char* folder) {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(CERTREG_SOURCE_DIR) / "tests/data/sources" / folder))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

const Reference& known() {
  static const Reference reference = load_reference(built_in_reference_files()).reference;
  return reference;
}

TEST(SourceFiles, AreAcceptedWhenGood) {
  for (const auto& path : files_in("valid")) {
    const auto text = text_of(path);
    for (const auto& problem : check_source({path.filename().string(), text}, known()))
      ADD_FAILURE() << problem.file << ':' << problem.line << ": " << problem.rule;
  }
}

// The first line of each says which rule it breaks.
TEST(SourceFiles, AreRefusedWithTheRuleThatTheyBreak) {
  for (const auto& path : files_in("invalid")) {
    const auto text = text_of(path);
    const auto rule = text.substr(8, text.find('\n') - 8);
    const auto problems = check_source({path.filename().string(), text}, known());
    EXPECT_TRUE(std::any_of(problems.begin(), problems.end(),
                            [&](const auto& p) { return p.rule.find(rule) != std::string::npos; }))
        << path << ": " << rule << "\n"
        << (problems.empty() ? "no problem" : problems.front().rule);
    // Which standards there are is not the file's to know.
    if (rule != "standards") {
      EXPECT_THROW(parse_source({"x", text}), Error) << path;
    }
  }
}

TEST(SourceFiles, SayWhatToReadAndHowOften) {
  const auto text = text_of(fs::path(CERTREG_SOURCE_DIR) / "tests/data/sources/valid/everything.yaml");
  const auto source = parse_source({"everything.yaml", text});
  ASSERT_EQ(addresses_of(source),
            (std::vector<std::string>{"https://acme.example/security", "https://acme.example/trust"}));
  const auto& page = page_of(source, "https://acme.example/trust", "");
  EXPECT_EQ(page.kind, documents::MediaKind::Html);
  ASSERT_EQ(page.select.size(), 2U);
  EXPECT_EQ(page.select[1].xpath, "//table[@id='services']");
  ASSERT_EQ(page.follow.size(), 1U);
  EXPECT_EQ(page.follow[0].kind, documents::MediaKind::Pdf);
  EXPECT_EQ(&page_of(source, "", "saved/trust.html"), &page);
  EXPECT_EQ(source.schedule.every, std::chrono::days(7));
  EXPECT_EQ(source.politeness.max_pages, 20U);
  EXPECT_EQ(source.politeness.min_delay, std::chrono::seconds(5));
}

TEST(SourceFiles, ThatAreBuiltInAreGood) {
  const auto sources = parse_sources(embedded_files());
  EXPECT_GT(sources.size(), 5U);
}

struct Matched {
  const char *pattern, *name;
  bool matches;
};

TEST(Patterns, OfFilesStayWithinANameOrCrossFolders) {
  for (const auto& [pattern, name, matches] : {
           Matched{"a.pdf", "a.pdf", true},
           Matched{"*.pdf", "a.pdf", true},
           Matched{"*.pdf", "x/a.pdf", false},
           Matched{"**/*.pdf", "x/y/a.pdf", true},
           Matched{"**/*.pdf", "a.pdf", true},
           Matched{"**/trust/*", "x/trust/a.pdf", true},
           Matched{"**/trust/*", "x/trust/y/a.pdf", false},
           Matched{"acme/*", "acme/a.pdf", true},
           Matched{"acme/*", "acme", false},
           Matched{"*a*b*c", "xxaxxbxxc", true},
           Matched{"*a*b*c", "xxaxxcxxb", false},
           Matched{"", "", true},
           Matched{"", "a", false},
       })
    EXPECT_EQ(matches_file(pattern, name), matches) << pattern << " on " << name;
}

// Without an end to the work this would run for years.
TEST(Patterns, ManyFoldersInARowAreFoldersOnce) {
  std::string pattern, name;
  for (int i = 0; i < 20; ++i) pattern += "**/";
  for (int i = 0; i < 200; ++i) name += "a/";
  EXPECT_FALSE(matches_file(pattern + "b", name + "a"));
  EXPECT_TRUE(matches_file(pattern + "b", name + "b"));
}

TEST(Patterns, OfAddressesCrossAnything) {
  EXPECT_TRUE(matches_text("files.example/*.pdf", "files.example/a/b.pdf"));
  EXPECT_FALSE(matches_text("files.example/*.pdf", "files.example/a/b.pdf?x=1"));
  EXPECT_TRUE(matches_words("*iso 27001*", "Our ISO 27001 certificate"));
}

TEST(Patterns, OfManyStarsTakeNoForever) {
  const std::string pattern = std::string(200, '*') + "b", text(20'000, 'a');
  EXPECT_FALSE(matches_text(pattern, text));
}

}  // namespace
}  // namespace certreg::service
