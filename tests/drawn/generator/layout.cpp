#include "layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

namespace certreg::drawn {
namespace {

std::string text_of(const YAML::Node& node, const std::string& key, const std::string& otherwise = "") {
  const YAML::Node found = node[key];
  return found && found.IsScalar() ? found.as<std::string>() : otherwise;
}

YAML::Node wanted(const YAML::Node& node, const std::string& key, const std::string& where) {
  const YAML::Node found = node[key];
  if (!found) throw std::runtime_error(fmt::format("{}: no \"{}\"", where, key));
  return found;
}

// Every scalar becomes a value; a map in a map gives "outer.inner".
void set_all(Words& words, const YAML::Node& map, const std::string& prefix) {
  if (!map || !map.IsMap()) return;
  for (const auto& entry : map) {
    const auto key = fmt::format("{}{}", prefix, entry.first.as<std::string>());
    if (entry.second.IsScalar()) words.set(key, entry.second.as<std::string>());
    if (entry.second.IsMap()) set_all(words, entry.second, fmt::format("{}.", key));
  }
}

// What stands in a case itself, or the entry of the data that the case names.
YAML::Node entry_of(const YAML::Node& own, const YAML::Node& language, const char* kind) {
  if (own.IsMap()) return own;
  return wanted(wanted(language, kind, "language data"), own.as<std::string>(), kind);
}

void set_holder(Words& words, const YAML::Node& language, const YAML::Node& own, const std::string& prefix) {
  const YAML::Node holder = entry_of(own, language, "holders");
  set_all(words, holder, prefix);
  words.set(prefix + "holder", text_of(holder, "name"));
  std::string line = text_of(holder, "address");
  for (auto at = line.find('\n'); at != std::string::npos; at = line.find('\n', at))
    line.replace(at, 1, ", ");
  words.set(prefix + "address_line", line);
}

// `text` is the key of a scope that stands in the case itself.
std::string scope_of(const YAML::Node& own, const YAML::Node& language, const char* text) {
  const YAML::Node scope = entry_of(own, language, "scopes");
  return scope.IsMap() ? wanted(scope, text, "scope").as<std::string>() : scope.as<std::string>();
}

void set_standard(Words& words, const YAML::Node& standard, const std::string& prefix) {
  words.set(prefix + "standard", text_of(standard, "printed"));
  words.set(prefix + "standard_name", text_of(standard, "standard"));
  words.set(prefix + "edition", text_of(standard, "edition"));
  words.set(prefix + "iso_edition", text_of(standard, "iso_edition"));
}

// A holder, scope and standard are names of entries in the data, or stand in the case as maps; all else in a
// case is a value as it stands.
void set_case(Words& words, const YAML::Node& a_case, const YAML::Node& language, const Data& data,
              const std::string& prefix) {
  set_all(words, a_case, prefix);
  if (a_case["holder"]) set_holder(words, language, a_case["holder"], prefix);
  if (a_case["scope"]) words.set(prefix + "scope", scope_of(a_case["scope"], language, "text"));
  if (const auto key = text_of(a_case, "standard"); !key.empty()) {
    set_standard(words, data.standard(key), prefix);
  }
}

YAML::Node load(const std::filesystem::path& path) {
  try {
    return YAML::LoadFile(path.string());
  } catch (const YAML::Exception& error) {
    throw std::runtime_error(fmt::format("{}: {}", path.string(), error.what()));
  }
}

std::string accreditation_of(const YAML::Node& list) {
  std::vector<std::string> bodies;
  for (const auto& each : list) bodies.push_back(each.as<std::string>());
  return fmt::format("{}", fmt::join(bodies, ", "));
}

constexpr const char* kParts[] = {"second", "third", "sub", "sub2"};

void set_labels(Words& words, const Layout& layout, const std::string& language, const std::string& prefix) {
  const YAML::Node labels = layout.node["labels"];
  if (labels) set_all(words, labels[language], prefix);
}

DateForm date_form(const Layout& layout, const YAML::Node& a_case, const std::string& language) {
  const std::string own = text_of(a_case, "date_form");
  const YAML::Node forms = layout.node["dates"];
  const std::string usual = forms ? text_of(forms, language, "yyyy-MM-dd") : "yyyy-MM-dd";
  return {own.empty() ? usual : own, language};
}

void set_other_language(Words& words, const Layout& layout, const YAML::Node& a_case,
                        const YAML::Node& other) {
  if (!other) return;
  set_labels(words, layout, text_of(a_case, "other"), "m.");
  words.set("other.scope", scope_of(a_case["scope"], other, "other"));
}

}  // namespace

Data::Data(std::filesystem::path folder) : folder_(std::move(folder)) {}

YAML::Node Data::language(const std::string& code) const { return load(folder_ / (code + ".yaml")); }

YAML::Node Data::standard(const std::string& id) const {
  return wanted(load(folder_ / "standards.yaml"), id, "standards.yaml");
}

// The paths are sorted and not the layouts, since assigning a YAML node changes the one that it stood for.
std::vector<Layout> layouts_in(const std::filesystem::path& layouts, const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(layouts / folder)) {
    if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<Layout> result;
  for (const auto& path : paths) {
    const std::string stem = path.stem().string();
    result.push_back({fmt::format("{}/{}", folder, stem), stem, load(path)});
  }
  return result;
}

Words words_of(const Layout& layout, const YAML::Node& a_case, const Data& data) {
  const auto code = wanted(a_case, "lang", layout.name).as<std::string>();
  const std::string other_code = text_of(a_case, "other");
  const YAML::Node language = data.language(code);
  const YAML::Node other =
      other_code.empty() ? YAML::Node(YAML::NodeType::Undefined) : data.language(other_code);
  Words words;
  words.set("script_font", text_of(language, "font"));
  set_all(words, layout.node["values"], "");
  words.set("body", text_of(layout.node, "body"));
  const YAML::Node own = a_case["accreditation"];
  words.set("accreditation", accreditation_of(own ? own : layout.node["accreditation"]));
  set_labels(words, layout, code, "l.");
  set_case(words, a_case, language, data, "");
  for (const char* part : kParts) {
    if (a_case[part]) set_case(words, a_case[part], language, data, fmt::format("{}.", part));
  }
  set_other_language(words, layout, a_case, other);
  set_all(words, a_case["set"], "");
  words.set_date_form(date_form(layout, a_case, code), date_form(layout, YAML::Node(), other_code));
  return words;
}

std::string language_of(const YAML::Node& a_case) {
  const std::string other = text_of(a_case, "other");
  const auto code = a_case["lang"].as<std::string>();
  return other.empty() ? code : code + "+" + other;
}

}  // namespace certreg::drawn
