#include "certreg/reading/labels.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>

#include "certreg/domain/error.h"
#include "reading/fold.h"
#include "reading/prefix_index.h"
#include "reading/vocabulary.h"

namespace certreg::reading {
namespace {

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
    FieldName{"exclusions", LabelField::Exclusions},
    FieldName{"standard", LabelField::Standard},
    FieldName{"status", LabelField::Status},
    FieldName{"conformity", LabelField::Conformity},
    FieldName{"page", LabelField::Page},
    FieldName{"other", LabelField::Other},
};

constexpr std::string_view kGap = "…";  // what is left out

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
                              PhraseName{"property", PhraseKind::Property},
                              PhraseName{"other_document", PhraseKind::OtherDocument},
                              PhraseName{"letter", PhraseKind::Letter},
                              PhraseName{"disclaims", PhraseKind::Disclaims},
                              PhraseName{"person", PhraseKind::Person},
                              PhraseName{"person_standard", PhraseKind::PersonStandard},
                              PhraseName{"person_body_standard", PhraseKind::PersonBodyStandard},
                              PhraseName{"body_standard", PhraseKind::BodyStandard},
                              PhraseName{"other_title", PhraseKind::OtherTitle},
                              PhraseName{"title_of_another", PhraseKind::TitleOfAnother},
                              PhraseName{"contact", PhraseKind::Contact},
                              PhraseName{"companion", PhraseKind::Companion},
                              PhraseName{"on_behalf", PhraseKind::OnBehalf},
                              PhraseName{"exclusion", PhraseKind::Exclusion},
                              PhraseName{"nothing", PhraseKind::Nothing},
                              PhraseName{"continued", PhraseKind::Continued}};

struct RoleName {
  std::string_view name;
  LabelRole role;
};

constexpr std::array kRoles{RoleName{"first", LabelRole::First},
                            RoleName{"expires", LabelRole::Expires},
                            RoleName{"issued", LabelRole::Issued},
                            RoleName{"from", LabelRole::From},
                            RoleName{"previous", LabelRole::Previous},
                            RoleName{"revised", LabelRole::Revised},
                            RoleName{"decided", LabelRole::Decided},
                            RoleName{"recert", LabelRole::Recertification},
                            RoleName{"audit", LabelRole::Audit},
                            RoleName{"due", LabelRole::Due},
                            RoleName{"other", LabelRole::Other},
                            RoleName{"certificate", LabelRole::Certificate},
                            RoleName{"number", LabelRole::Number},
                            RoleName{"trap", LabelRole::Trap},
                            RoleName{"scope", LabelRole::Scope},
                            RoleName{"holder", LabelRole::Holder},
                            RoleName{"conformity", LabelRole::Conformity},
                            RoleName{"version", LabelRole::Version},
                            RoleName{"body", LabelRole::Body}};

class FileReader {
 public:
  explicit FileReader(const EmbeddedFile& file) : file_(file) {}

  // A list where a map belongs is found only when it is gone through.
  void read(LabelWords& into) {
    try {
      read_file(into);
    } catch (const YAML::Exception& problem) {
      fail(problem.what());
    }
  }

 private:
  void read_file(LabelWords& into) {
    YAML::Node root = YAML::Load(std::string(file_.bytes));
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
      else if (key == "leading_words")
        read_words(entry.second, into.leading_words);
      else if (key == "label_words")
        read_roles(entry.second, into.roles);
      else if (key == "label_parts")
        read_role_parts(entry.second, into.role_parts);
      else if (key != "language")
        fail(fmt::format("has the unknown key `{}`", key));
    }
  }

  [[noreturn]] void fail(const std::string& rule) const { throw invalid(std::string(file_.name), rule); }

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

  LabelRole role_named(const YAML::Node& node) const {
    const auto name = node.as<std::string>();
    const auto role = std::ranges::find(kRoles, name, &RoleName::name);
    if (role == kRoles.end()) fail(fmt::format("names the unknown role `{}`", name));
    return role->role;
  }

  void read_roles(const YAML::Node& node, std::vector<RoleWord>& roles) const {
    for (const auto& entry : node)
      for (const auto& word : entry.second)
        roles.push_back({folded(word), language_, role_named(entry.first)});
  }

  // "…" stands for the rest of the word.
  void read_role_parts(const YAML::Node& node, std::vector<RolePart>& parts) const {
    for (const auto& entry : node)
      for (const auto& part : entry.second) {
        const auto text = part.IsScalar() ? part.as<std::string>() : std::string();
        if (text.starts_with(kGap) == text.ends_with(kGap))
          fail(fmt::format("line {}: must begin or end with \"…\"", part.Mark().line + 1));
        parts.push_back({folded(part), language_, role_named(entry.first), text.starts_with(kGap)});
      }
  }

  const EmbeddedFile& file_;
  std::string language_;
};

bool is_label_file(const EmbeddedFile& file) {
  return file.name.find("labels/") != std::string_view::npos && file.name.ends_with(".yaml");
}

template <class Worded>
std::shared_ptr<const PrefixIndex> index_of(const std::vector<Worded>& all) {
  std::vector<std::string_view> words;
  words.reserve(all.size());
  for (const Worded& one : all) words.push_back(one.folded);
  return std::make_shared<const PrefixIndex>(words);
}

constexpr std::size_t kWidestGap = 70;  // bytes that stand in a label's gap: a name, a standard

// Of a label that the text begins with; 0 where its second part does not follow.
std::size_t matched_length(const Label& label, std::string_view folded) {
  if (label.after.empty()) return label.folded.size();
  const std::string_view rest = folded.substr(0, label.folded.size() + kWidestGap + label.after.size());
  const std::size_t at = rest.find(label.after, label.folded.size() + 1);
  if (at == std::string_view::npos || rest[at - 1] != ' ') return 0;
  const std::size_t end = at + label.after.size();
  return is_word_boundary(folded, end) ? end : 0;
}

}  // namespace

Labels::Labels(LabelWords words)
    : labels_(std::move(words.labels)),
      phrases_(std::move(words.phrases)),
      months_(std::move(words.months)),
      words_(std::move(words.words)),
      leading_words_(std::move(words.leading_words)),
      role_parts_(std::move(words.role_parts)) {
  std::ranges::stable_sort(labels_, [](const Label& one, const Label& other) {
    return one.folded.size() != other.folded.size() ? one.folded.size() > other.folded.size()
                                                    : one.weak < other.weak;
  });
  for (RoleWord& word : words.roles)
    if (static_cast<unsigned char>(word.folded.front()) >= 0xE1)
      wide_roles_.push_back(std::move(word));
    else
      roles_[word.folded].push_back(std::move(word));
  auto vocabulary = std::make_shared<Vocabulary>();
  for (const Label& label : labels_) {
    vocabulary->add(label.folded);
    vocabulary->add(label.after);
  }
  for (const Phrase& phrase : phrases_) vocabulary->add(phrase.folded);
  vocabulary_ = std::move(vocabulary);
  label_index_ = index_of(labels_);
  phrase_index_ = index_of(phrases_);
}

unsigned Labels::month_of(std::string_view folded) const {
  auto found = months_.find(std::string(folded));
  return found == months_.end() ? 0 : found->second;
}

// Of equally long labels the first in order, which is no weak one where there is another.
Labels::Match Labels::longest_at(std::string_view folded) const {
  std::vector<std::uint32_t> places = label_index_->at_start_of(folded);
  std::ranges::sort(places);
  Match longest;
  for (std::uint32_t place : places)
    if (const std::size_t length = matched_length(labels_[place], folded); length > longest.length)
      longest = {&labels_[place], length};
  return longest;
}

const Phrase* Labels::phrase_in(std::string_view folded, PhraseKind kind) const {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (folded[at] == ' ' || !is_word_boundary(folded, at)) continue;
    const std::vector<std::uint32_t> places = phrase_index_->at_start_of(folded.substr(at));
    auto longest = std::find_if(places.rbegin(), places.rend(),
                                [&](std::uint32_t place) { return phrases_[place].kind == kind; });
    if (longest != places.rend()) return &phrases_[*longest];
  }
  return nullptr;
}

bool Labels::is_phrase(std::string_view folded, PhraseKind kind) const {
  const Phrase* phrase = phrase_in(folded, kind);
  return phrase != nullptr && phrase->folded == folded;
}

Labels parse_labels(std::span<const EmbeddedFile> files) {
  LabelWords words;
  for (const EmbeddedFile& file : files)
    if (is_label_file(file)) FileReader(file).read(words);
  if (words.labels.empty()) throw invalid("labels", "no labels were found");
  return Labels(std::move(words));
}

}  // namespace certreg::reading
