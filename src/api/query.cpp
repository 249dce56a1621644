#include "api/query.h"

#include <algorithm>
#include <charconv>

#include "certreg/domain/names.h"

namespace certreg::api {
namespace {

std::string listed(const std::vector<std::string_view>& names) {
  std::string all;
  for (auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

std::string text_rule(std::size_t max_characters) {
  return "must be text of 1 to " + std::to_string(max_characters) +
         " characters without control or direction marks";
}

}  // namespace

void QueryReader::problem(std::string_view name, std::string rule) {
  problems_.push_back({std::string(name), std::move(rule)});
}

const std::string* QueryReader::single(std::string_view name) {
  asked_.emplace_back(name);
  const std::string* found = nullptr;
  for (const auto& [key, value] : request_.query) {
    if (key != name) continue;
    if (found != nullptr) return problem(name, "may be given once only"), nullptr;
    found = &value;
  }
  return found;
}

std::string QueryReader::text(std::string_view name, std::size_t max_characters) {
  const auto* found = single(name);
  if (found == nullptr || found->empty()) return {};
  if (is_clean_text(*found, max_characters)) return *found;
  problem(name, text_rule(max_characters));
  return {};
}

std::string QueryReader::required_text(std::string_view name, std::size_t max_characters) {
  const auto before = problems_.size();
  auto value = text(name, max_characters);
  if (value.empty() && problems_.size() == before) problem(name, "is required");
  return value;
}

std::vector<std::string> QueryReader::texts(std::string_view name, std::size_t max_items,
                                            std::size_t max_characters) {
  asked_.emplace_back(name);
  std::vector<std::string> all;
  for (const auto& [key, value] : request_.query) {
    if (key != name || value.empty()) continue;
    if (!is_clean_text(value, max_characters)) problem(name, text_rule(max_characters));
    all.push_back(value);
  }
  if (all.size() <= max_items) return all;
  problem(name, "may be given " + std::to_string(max_items) + " times at most");
  return {};
}

std::optional<Date> QueryReader::date(std::string_view name) {
  const auto* found = single(name);
  if (found == nullptr || found->empty()) return std::nullopt;
  auto parsed = Date::parse(*found);
  if (!parsed) problem(name, "must be a day that exists, as YYYY-MM-DD, from 1900 to 2199");
  return parsed;
}

std::optional<Date> QueryReader::required_date(std::string_view name) {
  const auto before = problems_.size();
  auto parsed = date(name);
  if (!parsed && problems_.size() == before) problem(name, "is required");
  return parsed;
}

std::optional<Instant> QueryReader::instant(std::string_view name) {
  const auto* found = single(name);
  if (found == nullptr || found->empty()) return std::nullopt;
  auto parsed = parse_instant(*found);
  if (!parsed) problem(name, "must be an instant of RFC 3339, such as 2026-01-31T12:00:00Z");
  return parsed;
}

std::optional<bool> QueryReader::boolean(std::string_view name) {
  static const std::vector<std::string_view> names{"false", "true"};
  const auto found = choice(name, names);
  if (!found) return std::nullopt;
  return *found == 1;
}

std::optional<std::size_t> QueryReader::choice(std::string_view name,
                                               const std::vector<std::string_view>& names) {
  const auto* found = single(name);
  if (found == nullptr || found->empty()) return std::nullopt;
  const auto at = std::find(names.begin(), names.end(), *found);
  if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  problem(name, "must be one of " + listed(names));
  return std::nullopt;
}

long QueryReader::integer(std::string_view name, long lowest, long highest, long otherwise) {
  const auto* found = single(name);
  if (found == nullptr || found->empty()) return otherwise;
  long value = 0;
  const auto [end, error] = std::from_chars(found->data(), found->data() + found->size(), value);
  if (error == std::errc() && end == found->data() + found->size() && value >= lowest && value <= highest)
    return value;
  problem(name, "must be a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest));
  return otherwise;
}

std::size_t QueryReader::limit() { return static_cast<std::size_t>(integer("limit", 1, 500, 100)); }

std::vector<std::pair<std::string, std::string>> QueryReader::with_prefix(std::string_view prefix,
                                                                          std::size_t max_items) {
  std::vector<std::pair<std::string, std::string>> all;
  const auto start = std::string(prefix) + ".";
  for (const auto& [key, value] : request_.query)
    if (key.starts_with(start)) {
      asked_.push_back(key);
      if (!is_clean_text(value, 300)) problem(key, text_rule(300));
      all.emplace_back(key.substr(start.size()), value);
    }
  if (all.size() > max_items) problem(start, "has too many parameters");
  return all;
}

void QueryReader::finish() {
  for (const auto& [key, value] : request_.query)
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end())
      problem(key, "is not a parameter of this operation");
  if (!problems_.empty()) throw invalid(std::move(problems_));
}

}  // namespace certreg::api
