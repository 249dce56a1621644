#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <string>

#include "certreg/domain/error.h"
#include "certreg/reading/labels.h"
#include "certreg/reading/page_kind.h"

namespace certreg::reading {
namespace {

struct KindName {
  PageKind kind;
  std::string_view name;
};

constexpr std::array kNames{KindName{PageKind::Content, "content"},
                            KindName{PageKind::SignIn, "sign_in"},
                            KindName{PageKind::CookieWall, "cookie_wall"},
                            KindName{PageKind::NotFound, "not_found"},
                            KindName{PageKind::Challenge, "challenge"},
                            KindName{PageKind::ScriptOnly, "script_only"},
                            KindName{PageKind::Empty, "empty"}};

bool is_page_file(const EmbeddedFile& file) {
  return file.name.find("importers/pages/") != std::string_view::npos && file.name.ends_with(".yaml");
}

// Content and empty pages have no words of their own.
PageKind kind_of(const EmbeddedFile& file, const std::string& name) {
  const auto* found = std::ranges::find(kNames, name, &KindName::name);
  if (found == kNames.end() || found->kind == PageKind::Content || found->kind == PageKind::Empty)
    throw invalid(std::string(file.name), fmt::format("has the unknown key `{}`", name));
  return found->kind;
}

void read_words(const EmbeddedFile& file, PageKind kind, const YAML::Node& list, PageWords& words) {
  if (!list.IsSequence()) throw invalid(std::string(file.name), "must have a list under each kind");
  for (const auto& node : list) {
    std::string folded = node.IsScalar() ? fold_label(node.as<std::string>()) : std::string();
    if (folded.empty())
      throw invalid(std::string(file.name), fmt::format("line {}: must be words", node.Mark().line + 1));
    words.push_back({std::move(folded), kind});
  }
}

void read_file(const EmbeddedFile& file, PageWords& words) {
  const YAML::Node root = YAML::Load(std::string(file.bytes));
  if (!root.IsMap()) throw invalid(std::string(file.name), "must be a map");
  if (!root["language"]) throw invalid(std::string(file.name), "lacks `language`");
  for (const auto& entry : root) {
    const auto key = entry.first.as<std::string>();
    if (key != "language") read_words(file, kind_of(file, key), entry.second, words);
  }
}

void read_strictly(const EmbeddedFile& file, PageWords& words) {
  try {
    read_file(file, words);
  } catch (const YAML::Exception& problem) {
    throw invalid(std::string(file.name), problem.what());
  }
}

}  // namespace

std::string_view to_string(PageKind kind) { return std::ranges::find(kNames, kind, &KindName::kind)->name; }

PageWords parse_page_words(std::span<const EmbeddedFile> files) {
  PageWords words;
  for (const EmbeddedFile& file : files)
    if (is_page_file(file)) read_strictly(file, words);
  if (words.empty()) throw invalid("pages", "no words of pages were found");
  return words;
}

}  // namespace certreg::reading
