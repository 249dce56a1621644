#include "service/reference_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include "certreg/domain/names.h"

namespace certreg::service {
namespace {

constexpr std::size_t kLongestText = 500;
constexpr std::size_t kLongestSlug = 64;

int line_of(const YAML::Node& node) { return node.Mark().line + 1; }

bool is_slug(std::string_view text) {
  const auto allowed = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !text.empty() && text.size() <= kLongestSlug && std::all_of(text.begin(), text.end(), allowed) &&
         text.front() != '-' && text.back() != '-' && text.find("--") == std::string_view::npos;
}

}  // namespace

void ReferenceProblems::add(std::string_view file, int line, std::string rule) {
  problems_.push_back({std::string(file), line, std::move(rule)});
}

std::vector<ReferenceProblem> ReferenceProblems::sorted() const {
  auto sorted = problems_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& left, const auto& right) {
    return std::tie(left.file, left.line) < std::tie(right.file, right.line);
  });
  return sorted;
}

ReferenceRow::ReferenceRow(const YAML::Node& node, std::string_view file, ReferenceProblems& problems)
    : node_(node), place_{file, line_of(node)}, problems_(&problems) {
  if (!node_.IsMap()) {
    refuse("a row is a mapping of keys to values");
    return;
  }
  std::set<std::string> seen;
  for (const auto& entry : node_) {
    if (!entry.first.IsScalar())
      refuse_at(entry.first, "a key is plain text");
    else if (!seen.insert(entry.first.Scalar()).second)
      refuse_at(entry.first, fmt::format("the key \"{}\" stands twice", entry.first.Scalar()));
  }
}

std::string ReferenceRow::text(const char* key, Need need) {
  const auto node = take(key, need);
  return node.IsDefined() ? checked_text(node, key) : "";
}

std::string ReferenceRow::slug(const char* key) {
  auto value = text(key, Need::Required);
  if (!value.empty() && !is_slug(value))
    refuse_at(node_[key], fmt::format("{}: lower-case letters, digits and single hyphens only", key));
  return value;
}

std::string ReferenceRow::country(const char* key) {
  auto value = text(key, Need::Optional);
  if (!value.empty() && !is_country_code(value))
    refuse_at(node_[key], fmt::format("{}: not an assigned code of ISO 3166-1 alpha-2", key));
  return value;
}

std::vector<std::string> ReferenceRow::countries(const char* key) {
  auto codes = texts(key);
  for (const auto& code : codes)
    if (!code.empty() && !is_country_code(code))
      refuse_at(node_[key], fmt::format("{}: \"{}\" is no assigned code of ISO 3166-1 alpha-2", key, code));
  return codes;
}

std::string ReferenceRow::address(const char* key, Need need) {
  auto value = text(key, need);
  if (!value.empty() && !value.starts_with("https://") && !value.starts_with("http://"))
    refuse_at(node_[key], fmt::format("{}: an address begins with https:// or http://", key));
  return value;
}

std::optional<Date> ReferenceRow::date(const char* key, Need need) {
  const auto value = text(key, need);
  if (value.empty()) return std::nullopt;
  auto date = Date::parse(value);
  if (!date) refuse_at(node_[key], fmt::format("{}: not a day in the form YYYY-MM-DD", key));
  return date;
}

bool ReferenceRow::flag(const char* key, bool otherwise) {
  const auto value = text(key, Need::Optional);
  if (value.empty()) return otherwise;
  if (value != "true" && value != "false") refuse_at(node_[key], fmt::format("{}: true or false", key));
  return value == "true";
}

std::vector<std::string> ReferenceRow::texts(const char* key) {
  const auto node = take(key, Need::Optional);
  if (!node.IsDefined()) return {};
  if (!node.IsSequence()) {
    refuse_at(node, fmt::format("{}: a list of texts", key));
    return {};
  }
  std::vector<std::string> texts;
  for (const auto& item : node) texts.push_back(checked_text(item, key));
  return texts;
}

std::vector<ReferenceRow> ReferenceRow::rows(const char* key) {
  const auto node = take(key, Need::Optional);
  if (!node.IsDefined()) return {};
  if (!node.IsSequence()) {
    refuse_at(node, fmt::format("{}: a list of rows", key));
    return {};
  }
  std::vector<ReferenceRow> rows;
  for (const auto& item : node) rows.emplace_back(item, place_.file, *problems_);
  return rows;
}

std::optional<ReferenceRow> ReferenceRow::section(const char* key) {
  const auto node = take(key, Need::Optional);
  if (!node.IsDefined()) return std::nullopt;
  return ReferenceRow(node, place_.file, *problems_);
}

std::map<std::string, std::string> ReferenceRow::text_map(const char* key) {
  const auto node = take(key, Need::Optional);
  std::map<std::string, std::string> map;
  if (!node.IsDefined()) return map;
  if (!node.IsMap()) refuse_at(node, fmt::format("{}: a mapping of names to texts", key));
  if (node.IsMap())
    for (const auto& entry : node)
      map.emplace(checked_text(entry.first, key), checked_text(entry.second, key));
  return map;
}

std::optional<long> ReferenceRow::number(const char* key, long lowest, long highest) {
  const auto value = text(key, Need::Optional);
  if (value.empty()) return std::nullopt;
  long number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error == std::errc() && end == value.data() + value.size() && number >= lowest && number <= highest)
    return number;
  refuse_key(key, fmt::format("a whole number from {} to {}", lowest, highest));
  return std::nullopt;
}

std::optional<std::size_t> ReferenceRow::choice(const char* key, std::span<const std::string_view> names) {
  const auto value = text(key, Need::Optional);
  if (value.empty()) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), value);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  refuse_key(key, fmt::format("one of {}", fmt::join(names, ", ")));
  return std::nullopt;
}

void ReferenceRow::refuse_key(const char* key, const std::string& rule) {
  const YAML::Node& row = node_;
  refuse_at(row.IsMap() && row[key].IsDefined() ? row[key] : row, fmt::format("{}: {}", key, rule));
}

Source ReferenceRow::source() {
  auto citation = text("source", Need::Required);
  const auto seen = date("seen", Need::Required);
  return {std::move(citation),
          seen.value_or(Date(1900, 1, 1))};  // the stand-in never leaves: a problem is noted
}

Interval ReferenceRow::interval() {
  const Interval interval{date("from", Need::Optional), date("until", Need::Optional)};
  if (interval.from && interval.until && *interval.until < *interval.from) refuse("ends before it begins");
  return interval;
}

void ReferenceRow::refuse_other_keys() {
  if (!node_.IsMap()) return;
  for (const auto& entry : node_)
    if (entry.first.IsScalar() && !known_.contains(entry.first.Scalar()))
      refuse_at(entry.first, fmt::format("the key \"{}\" is not known here", entry.first.Scalar()));
}

YAML::Node ReferenceRow::take(const char* key, Need need) {
  known_.insert(key);
  if (!node_.IsMap()) return YAML::Node(YAML::NodeType::Undefined);  // noted once, for the whole row
  const YAML::Node& row = node_;  // the index operator of a non-const node would add the key
  auto node = row[key];
  if (need == Need::Required && !node.IsDefined()) refuse(fmt::format("\"{}\" is missing", key));
  return node;
}

std::string ReferenceRow::checked_text(const YAML::Node& node, const char* key) {
  if (node.IsScalar() && is_clean_text(node.Scalar(), kLongestText)) return node.Scalar();
  auto rule =
      fmt::format("{}: text without control characters, not empty, at most {} characters", key, kLongestText);
  if (node.IsNull())
    refuse(std::move(rule));  // yaml-cpp places a missing value on the line after it
  else
    refuse_at(node, std::move(rule));
  return "";
}

void ReferenceRow::refuse_at(const YAML::Node& node, std::string rule) {
  problems_->add(place_.file, line_of(node), std::move(rule));
}

}  // namespace certreg::service
