#include "certreg/service/sources.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <set>

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"

namespace certreg::service {
namespace {

constexpr std::size_t kMaxFileBytes = 256 * 1024;

// One mapping of the file; notes what it was asked for, so that a misspelt key is refused and not ignored.
class Section {
 public:
  Section(const YAML::Node& node, std::string path) : node_(node), path_(std::move(path)) {
    if (node_.IsDefined() && !node_.IsNull() && !node_.IsMap()) throw invalid(path_, "must be a mapping");
  }

  std::string text(const std::string& key) {
    const auto value = get(key);
    if (!value.IsDefined() || value.IsNull()) return {};
    if (!value.IsScalar() || (!value.Scalar().empty() && !is_clean_text(value.Scalar(), 2000)))
      throw invalid(path_ + "." + key, "must be clean text of at most 2000 characters");
    return value.Scalar();
  }

  std::string required(const std::string& key) {
    auto value = text(key);
    if (value.empty()) throw invalid(path_ + "." + key, "is required");
    return value;
  }

  std::vector<std::string> texts(const std::string& key) {
    std::vector<std::string> all;
    const auto value = get(key);
    if (!value.IsDefined() || value.IsNull()) return all;
    if (!value.IsSequence()) throw invalid(path_ + "." + key, "must be a list");
    for (const auto& item : value) all.push_back(item.as<std::string>());
    return all;
  }

  std::map<std::string, std::string> text_map(const std::string& key) {
    std::map<std::string, std::string> all;
    const auto value = get(key);
    if (!value.IsDefined() || value.IsNull()) return all;
    if (!value.IsMap()) throw invalid(path_ + "." + key, "must be a mapping");
    for (const auto& item : value) all.emplace(item.first.as<std::string>(), item.second.as<std::string>());
    return all;
  }

  Section section(const std::string& key) { return {get(key), path_ + "." + key}; }
  bool has(const std::string& key) const { return node_.IsMap() && node_[key].IsDefined(); }

  void finish() const {
    if (!node_.IsMap()) return;
    for (const auto& item : node_)
      if (!asked_.contains(item.first.Scalar()))
        throw invalid(path_ + "." + item.first.Scalar(), "is not a known key");
  }

  const std::string& path() const { return path_; }

 private:
  YAML::Node get(const std::string& key) {
    asked_.insert(key);
    return node_.IsMap() ? node_[key] : YAML::Node(YAML::NodeType::Undefined);
  }

  YAML::Node node_;
  std::string path_;
  std::set<std::string> asked_;
};

template <class Enum>
Enum choice(Section& section, const std::string& key,
            std::initializer_list<std::pair<std::string_view, Enum>> names, Enum otherwise) {
  const auto value = section.text(key);
  if (value.empty()) return otherwise;
  for (const auto& [name, result] : names)
    if (name == value) return result;
  throw invalid(section.path() + "." + key, "\"" + value + "\" is not one of its values");
}

Holder read_holder(Section section) {
  Holder holder{.name = section.text("name"), .role = "main", .address = section.text("address")};
  holder.country = section.text("country");
  holder.lei = section.text("lei");
  holder.registration_number = section.text("registration_number");
  holder.vat = section.text("vat");
  if (!holder.country.empty() && !is_country_code(holder.country))
    throw invalid(section.path() + ".country", "must be a country code of two capital letters");
  if (!holder.lei.empty() && !is_lei(holder.lei))
    throw invalid(section.path() + ".lei", "must be an LEI (ISO 17442)");
  section.finish();
  return holder;
}

Claimant read_claimant(Section section) {
  Claimant claimant;
  claimant.kind = choice<ClaimantKind>(
      section, "kind", {{"supplier", ClaimantKind::Supplier}, {"third_party", ClaimantKind::ThirdParty}},
      ClaimantKind::Unknown);
  claimant.name = section.text("name");
  section.finish();
  return claimant;
}

char one_character(Section& section, const std::string& key, char otherwise) {
  const auto value = section.text(key);
  if (value.size() > 1) throw invalid(section.path() + "." + key, "must be one character");
  return value.empty() ? otherwise : value.front();
}

reading::ColumnMapping read_columns(Section section) {
  reading::ColumnMapping mapping;
  mapping.columns = section.text_map("columns");
  mapping.fixed = section.text_map("fixed");
  if (const auto format = section.text("date_format"); !format.empty()) mapping.date_format = format;
  mapping.delimiter = one_character(section, "delimiter", mapping.delimiter);
  mapping.list_separator = one_character(section, "list_separator", mapping.list_separator);
  section.finish();
  reading::check_mapping(mapping);
  return mapping;
}

SourceDefinition read_source(const YAML::Node& root, const std::string& file) {
  Section section(root, file);
  SourceDefinition source;
  source.name = section.required("name");
  source.title = section.required("title");
  source.sample = section.text("sample") == "true";
  source.holder = read_holder(section.section("holder"));
  source.claimant = read_claimant(section.section("claimant"));
  source.table_evidence =
      choice<EvidenceLevel>(section, "table_evidence",
                            {{"claimed", EvidenceLevel::Claimed}, {"registered", EvidenceLevel::Registered}},
                            EvidenceLevel::Claimed);
  source.addresses = section.texts("addresses");
  source.files = section.texts("files");
  if (section.has("columns")) source.columns = read_columns(section.section("columns"));
  section.finish();
  return source;
}

bool matches(std::string_view pattern, std::string_view name) {
  if (pattern.starts_with("**/")) {
    const auto rest = pattern.substr(3);
    for (std::size_t at = 0; at != std::string_view::npos; at = name.find('/', at)) {
      if (at > 0) ++at;
      if (matches(rest, name.substr(at))) return true;
    }
    return false;
  }
  if (pattern.empty()) return name.empty();
  if (pattern.front() != '*')
    return !name.empty() && name.front() == pattern.front() && matches(pattern.substr(1), name.substr(1));
  for (std::size_t taken = 0; taken <= name.size(); ++taken) {
    if (matches(pattern.substr(1), name.substr(taken))) return true;
    if (taken < name.size() && name[taken] == '/') return false;
  }
  return false;
}

}  // namespace

std::vector<SourceDefinition> parse_sources(std::span<const EmbeddedFile> files) {
  std::vector<SourceDefinition> sources;
  for (const auto& file : files) {
    const std::string name(file.name);
    if (!name.ends_with("/source.yaml")) continue;
    if (file.bytes.size() > kMaxFileBytes) throw invalid(name, "is larger than 256 KiB");
    try {
      sources.push_back(read_source(YAML::Load(std::string(file.bytes)), name));
    } catch (const YAML::Exception& error) {
      throw invalid(name, "line " + std::to_string(error.mark.line + 1) + ": " + error.msg);
    }
    const auto& fresh = sources.back();
    if (std::count_if(sources.begin(), sources.end(),
                      [&](const auto& other) { return other.name == fresh.name; }) > 1)
      throw invalid(name + ".name", "\"" + fresh.name + "\" is another source's name");
  }
  return sources;
}

const SourceDefinition* find_source(std::span<const SourceDefinition> sources, std::string_view name) {
  const auto found =
      std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return s.name == name; });
  return found == sources.end() ? nullptr : &*found;
}

const SourceDefinition* source_of_file(std::span<const SourceDefinition> sources, std::string_view name) {
  for (const auto& source : sources)
    for (const auto& pattern : source.files)
      if (matches(pattern, name)) return &source;
  return nullptr;
}

const SourceDefinition* source_of_address(std::span<const SourceDefinition> sources,
                                          std::string_view address) {
  for (const auto& source : sources)
    if (std::find(source.addresses.begin(), source.addresses.end(), address) != source.addresses.end())
      return &source;
  return nullptr;
}

}  // namespace certreg::service
