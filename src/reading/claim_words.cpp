#include "certreg/reading/claim_words.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "certreg/domain/error.h"
#include "certreg/reading/labels.h"
#include "reading/claim_language.h"

namespace certreg::reading {
namespace {

struct PatternKey {
  std::string_view key;
  Patterns ClaimLanguage::*member;
  bool has_group = false;
};

constexpr std::array<PatternKey, 14> kPatterns{PatternKey{"certified", &ClaimLanguage::certified, true},
                                               PatternKey{"obtained", &ClaimLanguage::obtained, true},
                                               PatternKey{"speaker_within", &ClaimLanguage::speaker_within},
                                               PatternKey{"short", &ClaimLanguage::shorts},
                                               PatternKey{"heading", &ClaimLanguage::heading},
                                               PatternKey{"denied", &ClaimLanguage::denied},
                                               PatternKey{"compliant", &ClaimLanguage::compliant},
                                               PatternKey{"aligned", &ClaimLanguage::aligned},
                                               PatternKey{"working_towards", &ClaimLanguage::working_towards},
                                               PatternKey{"another", &ClaimLanguage::another},
                                               PatternKey{"example", &ClaimLanguage::example},
                                               PatternKey{"by", &ClaimLanguage::by, true},
                                               PatternKey{"on_before", &ClaimLanguage::on_before},
                                               PatternKey{"on_after", &ClaimLanguage::on_after}};

struct WordKey {
  std::string_view key;
  Words ClaimLanguage::*member;
};

constexpr std::array<WordKey, 5> kWords{
    WordKey{"itself", &ClaimLanguage::itself}, WordKey{"in_general", &ClaimLanguage::in_general},
    WordKey{"about", &ClaimLanguage::about}, WordKey{"relative", &ClaimLanguage::relative},
    WordKey{"planned", &ClaimLanguage::planned}};

bool is_claim_file(const EmbeddedFile& file) {
  return file.name.find("importers/claims/") != std::string_view::npos && file.name.ends_with(".yaml");
}

class FileReader {
 public:
  explicit FileReader(const EmbeddedFile& file) : file_(file) {}

  std::shared_ptr<const ClaimLanguage> read() {
    YAML::Node root;
    try {
      root = YAML::Load(std::string(file_.bytes));
    } catch (const YAML::Exception& problem) {
      fail(problem.what());
    }
    if (!root.IsMap()) fail("must be a map");
    if (!root["language"] || !root["language"].IsScalar()) fail("lacks `language`");
    language_->language = root["language"].as<std::string>();
    for (const auto& entry : root) read_entry(entry.first.as<std::string>(), entry.second);
    return language_;
  }

 private:
  [[noreturn]] void fail(const std::string& rule) const { throw invalid(std::string(file_.name), rule); }

  std::string text_of(const YAML::Node& node, std::string_view what) const {
    auto text = node.IsScalar() ? node.as<std::string>() : std::string();
    if (text.empty()) fail(fmt::format("line {}: must be {}", node.Mark().line + 1, what));
    return text;
  }

  void read_entry(const std::string& key, const YAML::Node& list) {
    if (key == "language") return;
    const auto* pattern = std::ranges::find(kPatterns, key, &PatternKey::key);
    const auto* word = std::ranges::find(kWords, key, &WordKey::key);
    if (pattern == kPatterns.end() && word == kWords.end())
      fail(fmt::format("has the unknown key `{}`", key));
    if (!list.IsSequence()) fail(fmt::format("must have a list under `{}`", key));
    for (const auto& node : list)
      if (pattern != kPatterns.end())
        add(*pattern, node);
      else
        add(*word, node);
  }

  void add(const PatternKey& key, const YAML::Node& node) {
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    auto& patterns = (*language_).*key.member;
    patterns.emplace_back(text_of(node, "a regular expression"), options);
    const auto line = node.Mark().line + 1;
    if (!patterns.back().ok())
      fail(fmt::format("line {}: is no regular expression: {}", line, patterns.back().error()));
    if (key.has_group && patterns.back().NumberOfCapturingGroups() < 1)
      fail(fmt::format("line {}: `{}` needs a group", line, key.key));
  }

  void add(const WordKey& key, const YAML::Node& node) {
    auto folded = fold_label(text_of(node, "words"));
    if (folded.empty()) fail(fmt::format("line {}: must be words", node.Mark().line + 1));
    ((*language_).*key.member).push_back(std::move(folded));
  }

  const EmbeddedFile& file_;
  std::shared_ptr<ClaimLanguage> language_ = std::make_shared<ClaimLanguage>();
};

}  // namespace

bool matches(const Patterns& patterns, std::string_view text) {
  return std::ranges::any_of(patterns, [&](const RE2& pattern) { return RE2::PartialMatch(text, pattern); });
}

ClaimWords parse_claim_words(std::span<const EmbeddedFile> files) {
  std::vector<std::shared_ptr<const ClaimLanguage>> languages;
  for (const EmbeddedFile& file : files)
    if (is_claim_file(file)) languages.push_back(FileReader(file).read());
  if (languages.empty()) throw invalid("claims", "no words of claims were found");
  return ClaimWords(std::move(languages));
}

}  // namespace certreg::reading
