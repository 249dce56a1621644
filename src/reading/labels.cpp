#include "certreg/reading/labels.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "certreg/domain/error.h"
#include "reading/fold.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kStart = 2;  // bytes by which labels are looked up

struct FieldName {
  std::string_view name;
  LabelField field;
};

constexpr std::array kFields{
    FieldName{"number", LabelField::Number},
    FieldName{"holder", LabelField::Holder},
    FieldName{"scope", LabelField::Scope},
    FieldName{"issued", LabelField::Issued},
    FieldName{"revised", LabelField::Revised},
    FieldName{"first_issued", LabelField::FirstIssued},
    FieldName{"valid_from", LabelField::ValidFrom},
    FieldName{"expires", LabelField::Expires},
    FieldName{"recertification_due", LabelField::RecertificationDue},
    FieldName{"validity", LabelField::Validity},
    FieldName{"previous_expiry", LabelField::PreviousExpiry},
    FieldName{"recertification_audited", LabelField::RecertificationAudited},
    FieldName{"decided", LabelField::Decided},
    FieldName{"issue_number", LabelField::IssueNumber},
    FieldName{"soa", LabelField::Soa},
    FieldName{"issuer", LabelField::Issuer},
    FieldName{"accreditation", LabelField::Accreditation},
    FieldName{"address", LabelField::Address},
    FieldName{"sites", LabelField::Sites},
    FieldName{"services", LabelField::Services},
    FieldName{"standard", LabelField::Standard},
    FieldName{"status", LabelField::Status},
    FieldName{"conformity", LabelField::Conformity},
    FieldName{"page", LabelField::Page},
    FieldName{"other", LabelField::Other},
};

struct PhraseName {
  std::string_view name;
  PhraseKind kind;
};

constexpr std::array kPhrases{PhraseName{"certifies", PhraseKind::Certifies},
                              PhraseName{"not_certificate", PhraseKind::NotCertificate},
                              PhraseName{"suspended", PhraseKind::Suspended},
                              PhraseName{"withdrawn", PhraseKind::Withdrawn},
                              PhraseName{"scope_is_all", PhraseKind::ScopeIsAll},
                              PhraseName{"services_complete", PhraseKind::ServicesComplete},
                              PhraseName{"system", PhraseKind::System},
                              PhraseName{"see_annex", PhraseKind::SeeAnnex},
                              PhraseName{"property", PhraseKind::Property}};

class FileReader {
 public:
  explicit FileReader(const EmbeddedFile& file) : file_(file) {}

  void read(LabelWords& into) {
    YAML::Node root = load();
    if (!root.IsMap()) fail("must be a map");
    language_ = root["language"] ? root["language"].as<std::string>() : std::string();
    if (language_.empty()) fail("lacks `language`");
    for (const auto& entry : root) {
      auto key = entry.first.as<std::string>();
      if (key == "labels" || key == "weak")
        read_labels(entry.second, key == "weak", into.labels);
      else if (key == "phrases")
        read_phrases(entry.second, into.phrases);
      else if (key == "months")
        read_months(entry.second, into.months);
      else if (key == "words")
        read_words(entry.second, into.words);
      else if (key != "language")
        fail(fmt::format("has the unknown key `{}`", key));
    }
  }

 private:
  [[noreturn]] void fail(const std::string& rule) const { throw invalid(std::string(file_.name), rule); }

  YAML::Node load() const {
    try {
      return YAML::Load(std::string(file_.bytes));
    } catch (const YAML::Exception& problem) {
      fail(problem.what());
    }
  }

  std::string folded(const YAML::Node& node) const {
    std::string result = node.IsScalar() ? fold_label(node.as<std::string>()) : std::string();
    if (result.empty()) fail(fmt::format("line {}: must be words", node.Mark().line + 1));
    return result;
  }

  void read_labels(const YAML::Node& node, bool weak, std::vector<Label>& labels) const {
    for (const auto& entry : node) {
      auto name = entry.first.as<std::string>();
      auto field = std::ranges::find(kFields, name, &FieldName::name);
      if (field == kFields.end()) fail(fmt::format("names the unknown field `{}`", name));
      for (const auto& word : entry.second) labels.push_back(read_label(word, field->field, weak));
    }
  }

  // A gap is written as "…".
  Label read_label(const YAML::Node& node, LabelField field, bool weak) const {
    constexpr std::string_view kGap = "…";
    const auto text = node.IsScalar() ? node.as<std::string>() : std::string();
    const auto gap = text.find(kGap);
    if (gap == std::string::npos) return {folded(node), {}, language_, field, weak};
    Label label{fold_label(text.substr(0, gap)), fold_label(text.substr(gap + kGap.size())), language_, field,
                weak};
    if (label.folded.empty() || label.after.empty())
      fail(fmt::format("line {}: must have words before and behind the gap", node.Mark().line + 1));
    return label;
  }

  void read_phrases(const YAML::Node& node, std::vector<Phrase>& phrases) const {
    for (const auto& entry : node) {
      auto name = entry.first.as<std::string>();
      auto kind = std::ranges::find(kPhrases, name, &PhraseName::name);
      if (kind == kPhrases.end()) fail(fmt::format("names the unknown kind of phrase `{}`", name));
      for (const auto& word : entry.second) phrases.push_back({folded(word), language_, kind->kind});
    }
  }

  void read_months(const YAML::Node& node, std::unordered_map<std::string, unsigned>& months) const {
    for (const auto& entry : node) {
      auto number = entry.second.as<unsigned>(0);
      if (number < 1 || number > 12) fail("has a month that is not 1 to 12");
      auto [place, is_new] = months.emplace(folded(entry.first), number);
      if (!is_new && place->second != number) fail(fmt::format("gives `{}` another number", place->first));
    }
  }

  void read_words(const YAML::Node& node, LanguageWords& words) const {
    for (const auto& word : node) words[folded(word)].push_back(language_);
  }

  const EmbeddedFile& file_;
  std::string language_;
};

bool is_label_file(const EmbeddedFile& file) {
  return file.name.find("labels/") != std::string_view::npos && file.name.ends_with(".yaml");
}

bool is_ascii(char letter) { return static_cast<unsigned char>(letter) < 0x80; }

// A label ends where a word ends; after letters of Chinese or Japanese words are not told apart.
bool ends_word(std::string_view folded, std::size_t at) {
  return at == folded.size() || folded[at] == ' ' || !is_ascii(folded[at - 1]) || !is_ascii(folded[at]);
}

constexpr std::size_t kWidestGap = 70;  // bytes that stand in a label's gap: a name, a standard

// 0 where the text does not begin with the label.
std::size_t matched_length(const Label& label, std::string_view folded) {
  if (!folded.starts_with(label.folded) || !ends_word(folded, label.folded.size())) return 0;
  if (label.after.empty()) return label.folded.size();
  const std::string_view rest = folded.substr(0, label.folded.size() + kWidestGap + label.after.size());
  const std::size_t at = rest.find(label.after, label.folded.size() + 1);
  if (at == std::string_view::npos || rest[at - 1] != ' ') return 0;
  const std::size_t end = at + label.after.size();
  return ends_word(folded, end) ? end : 0;
}

}  // namespace

Labels::Labels(LabelWords words)
    : labels_(std::move(words.labels)),
      phrases_(std::move(words.phrases)),
      months_(std::move(words.months)),
      words_(std::move(words.words)) {
  std::ranges::stable_sort(labels_, [](const Label& one, const Label& other) {
    return one.folded.size() != other.folded.size() ? one.folded.size() > other.folded.size()
                                                    : one.weak < other.weak;
  });
  for (std::size_t at = 0; at < labels_.size(); ++at)
    by_start_[labels_[at].folded.substr(0, kStart)].push_back(at);
}

unsigned Labels::month_of(std::string_view folded) const {
  auto found = months_.find(std::string(folded));
  return found == months_.end() ? 0 : found->second;
}

Labels::Match Labels::longest_at(std::string_view folded) const {
  Match longest;
  for (std::size_t start = 1; start <= std::min(kStart, folded.size()); ++start) {
    auto found = by_start_.find(std::string(folded.substr(0, start)));
    if (found == by_start_.end()) continue;
    for (std::size_t at : found->second)
      if (const std::size_t length = matched_length(labels_[at], folded); length > longest.length)
        longest = {&labels_[at], length};
  }
  return longest;
}

Labels parse_labels(std::span<const EmbeddedFile> files) {
  LabelWords words;
  for (const EmbeddedFile& file : files)
    if (is_label_file(file)) FileReader(file).read(words);
  if (words.labels.empty()) throw invalid("labels", "no labels were found");
  return Labels(std::move(words));
}

}  // namespace certreg::reading
