// Lists of services on real pages, where they stand beside the project.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "certreg/reading/service_list.h"
#include "reading/standards.h"
#include "reading/world.h"

namespace certreg::reading {
namespace {

std::filesystem::path pages() { return source_dir() / "../shared/corpus/pages"; }

bool is_absent() {
  if (std::filesystem::exists(pages())) return false;
  fmt::print("no corpus beside the project: no lists to read\n");
  return true;
}

ServiceList list_of(const std::string& file, const ListSpec& spec) {
  const auto bytes = file_bytes(pages() / file);
  const auto text = worker().read(bytes, documents::sniff_media(bytes, "", file));
  check_list_spec(spec, world());
  return read_service_list(text, spec, world());
}

ListSpec bullets(const char* separators) {
  ListSpec spec;
  spec.heading = "Microsoft in-scope cloud platforms & services";
  spec.separators = separators;
  spec.standards = {{"iso-iec-27001"}};
  spec.limits.emplace_back("cloud service either as");
  return spec;
}

ListSpec table() {
  ListSpec spec;
  spec.form = ListForm::Table;
  spec.columns = {{"service", "In-scope services"}, {"family", "Applicability"}};
  spec.separators = ",";
  spec.standards = {{"iso-iec-27001"}};
  return spec;
}

void expect_sane(const std::string& file, const ServiceList& list) {
  for (const auto& entry : list.standards.at(0).entries) {
    const auto& item = entry.item;
    if (std::getenv("CERTREG_CORPUS_VERBOSE") != nullptr)
      fmt::print("{}: {} | {} | {} | {}\n", file, item.family, item.name,
                 item.short_names.empty() ? "" : item.short_names.front(), item.exclusion);
    EXPECT_LE(std::ranges::count(item.name, ' '), 12) << file << ": " << item.name;
    EXPECT_EQ(item.name.find("http"), std::string::npos) << file << ": " << item.name;
    EXPECT_EQ(item.name.find("Report"), std::string::npos) << file << ": " << item.name;
    EXPECT_EQ(item.name.find("Certificate"), std::string::npos) << file << ": " << item.name;
    EXPECT_TRUE(find_standards(item.name, world()).empty()) << file << ": " << item.name;
    EXPECT_FALSE(entry.quote.text.empty());
  }
  for (const auto& warning : list.warnings) fmt::print("{}: {}\n", file, warning);
}

bool names(const ServiceList& list, std::string_view name) {
  return std::ranges::any_of(list.standards.at(0).entries,
                             [&](const auto& entry) { return entry.item.name == name; });
}

TEST(CorpusLists, MicrosoftsPages) {
  if (is_absent()) return;
  struct {
    const char *file, *separators;
    std::size_t bullets, rows;
  } const cases[] = {{"microsoft/offering-ISO-27001.md", ",", 27, 70},
                     {"microsoft/offering-ISO-27017.md", ",", 20, 70},
                     {"microsoft/offering-ISO-27018.md", ",", 24, 70},
                     {"microsoft/offering-ISO-22301.md", "", 13, 0}};
  for (const auto& row : cases) {
    const auto listed = list_of(row.file, bullets(row.separators));
    EXPECT_GE(listed.standards.at(0).entries.size(), row.bullets) << row.file;
    EXPECT_EQ(names(listed, "Azure Government"), *row.separators != '\0') << row.file;
    EXPECT_TRUE(names(listed, "Power Automate")) << row.file;
    expect_sane(row.file, listed);
    const auto tabled = list_of(row.file, table());
    EXPECT_GE(tabled.standards.at(0).entries.size(), row.rows) << row.file;
    EXPECT_EQ(names(tabled, "Exchange Online"), row.rows > 0) << row.file;
    expect_sane(row.file, tabled);
  }
}

// They list no services; most of their bullets are sentences, and none of those is taken for a service.
TEST(CorpusLists, PagesOf21Vianet) {
  if (is_absent()) return;
  ListSpec spec;
  spec.standards = {{"iso-iec-27001"}};
  for (const char* page : {"azure", "office-365", "compliance"})
    for (const char* language : {"en-us", "zh-cn"}) {
      const auto file = fmt::format("azure-china-21vianet/{}.{}.md", page, language);
      const auto text = worker().read(file_bytes(pages() / file), documents::MediaKind::Html);
      const auto list = read_service_list(text, spec, world());
      expect_sane(file, list);
      for (const auto& entry : list.standards.at(0).entries)
        EXPECT_EQ(entry.item.name.find("。"), std::string::npos) << file << ": " << entry.item.name;
    }
}

}  // namespace
}  // namespace certreg::reading
