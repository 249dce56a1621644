// The definitions under importers/, each held against documents in the layout of its pages
// (tests/data/sources/<source>), read as `certreg source try` reads them. Beside each document stands what is
// to be read (.expected).
#include "certreg/service/source_trial.h"
#include "service/real_world.h"

namespace certreg::service {
namespace {

struct Document {
  fs::path path;  // of the file, or of what it is drawn from
  std::string source, name, bytes;
};

Document document_at(const std::string& source, const fs::path& path) {
  Document document{path, source, source + "/" + path.filename().string(), text_of(path)};
  if (path.extension() != ".drawing") return document;
  document.bytes = sample::draw_pdf(document.bytes);
  document.name = source + "/" + path.stem().string() + ".pdf";
  return document;
}

std::vector<Document> documents(std::span<const SourceDefinition> sources) {
  std::vector<Document> all;
  for (const auto& source : sources) {
    const auto folder = fs::path(CERTREG_SOURCE_DIR) / "tests/data/sources" / source.name;
    EXPECT_TRUE(fs::exists(folder)) << source.name << " has no document of its own layout";
    if (!fs::exists(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().extension() != ".expected") all.push_back(document_at(source.name, entry.path()));
  }
  std::ranges::sort(all, {}, &Document::path);
  return all;
}

std::string words_of(const ScopeItem& item) {
  std::string words = item.name;
  for (const auto& other : item.short_names) words += " = " + other;
  if (!item.family.empty()) words += " | " + item.family;
  if (!item.exclusion.empty()) words += " | not: " + item.exclusion;
  return words;
}

std::string day_of(const std::optional<Date>& date) { return date ? " " + date->to_string() : ""; }

std::string words_of(const reading::Draft& draft) {
  const auto& version = draft.version;
  std::string words = draft.kind == reading::DraftKind::Claim ? "claim " : "certificate ";
  words += version.standard.value + " " + (version.edition.empty() ? "no edition" : version.edition);
  words += ", " + (version.holders.empty() ? "no holder" : version.holders.front().name);
  if (!version.number.empty()) words += ", " + version.number;
  words += day_of(version.issued) + day_of(version.expires) + "\n";
  for (const auto& service : version.services) words += "  service " + service + "\n";
  for (const auto& item : version.scope_items) words += "  item " + words_of(item) + "\n";
  return words;
}

std::string words_of(const TrialPage& page) {
  std::string words;
  if (!was_read(page.result)) words += std::string(to_string(page.result)) + ": " + page.detail + "\n";
  for (const auto& draft : page.drafts) words += words_of(draft);
  if (page.drafts.empty()) words += "nothing: " + page.nothing_found_why + "\n";
  for (const auto& warning : page.warnings) words += "warning: " + warning + "\n";
  return words;
}

TEST(Importers, ReadDocumentsInTheLayoutOfTheirPages) {
  RealWorld world;
  for (const auto& document : documents(world.services().sources())) {
    const auto trial =
        try_source(world.services(), world.source(document.source),
                   {{.address = {}, .name = document.name, .media_type = {}, .bytes = document.bytes}});
    ASSERT_EQ(trial.pages.size(), 1U) << document.path;
    EXPECT_EQ(words_of(trial.pages.front()), text_of(document.path.string() + ".expected")) << document.path;
  }
}

TEST(Importers, KnowTheirFilesAndNoOthers) {
  RealWorld world;
  for (const auto& document : documents(world.services().sources()))
    for (const auto& source : world.services().sources()) {
      const bool is_of_it = source_of_file(std::span(&source, 1), document.name) != nullptr;
      EXPECT_EQ(is_of_it, source.name == document.source) << document.name << " and " << source.name;
    }
}

}  // namespace
}  // namespace certreg::service
