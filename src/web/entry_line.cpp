#include "web/entry_line.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <vector>

#include "certreg/codec/records.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"

namespace certreg::web {
namespace {

using Json = nlohmann::ordered_json;
using Parts = std::vector<std::string>;

enum class ColumnKind { Text, Texts, Regions, Extent };
struct Column {
  const char* member;
  ColumnKind kind = ColumnKind::Text;
};
constexpr Column kSite[] = {{"name"}, {"address"}, {"country"}, {"scope"}};
constexpr Column kAccreditation[] = {{"printed"}, {"number"}};
constexpr Column kService[] = {{"name"},
                               {"short_names", ColumnKind::Texts},
                               {"family"},
                               {"regions", ColumnKind::Regions},
                               {"extent", ColumnKind::Extent},
                               {"exclusion"}};
constexpr std::array kExtentKeys{"typed.whole", "typed.in_part", "typed.out"};  // as extent_names()

std::span<const Column> columns_of(FieldKind kind) {
  if (kind == FieldKind::Sites) return kSite;
  if (kind == FieldKind::Accreditations) return kAccreditation;
  return kService;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  return begin == std::string_view::npos
             ? std::string()
             : std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

Parts split(std::string_view text, char at) {
  Parts parts;
  for (;;) {
    const auto end = text.find(at);
    parts.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

Parts filled(Parts parts) {
  std::erase(parts, std::string());
  return parts;
}

std::string joined(Parts parts, std::string_view between) {
  while (!parts.empty() && parts.back().empty()) parts.pop_back();
  std::string all;
  for (std::size_t at = 0; at < parts.size(); ++at) all += (at == 0 ? "" : std::string(between)) + parts[at];
  return all;
}

std::string in_one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return trimmed(text);
}

std::string text_at(const Json& entry, const char* member) {
  const auto found = entry.find(member);
  return found != entry.end() && found->is_string() ? in_one_line(found->get<std::string>()) : std::string();
}

std::string list_at(const Json& entry, const char* member) {
  const auto found = entry.find(member);
  return found == entry.end() ? std::string() : in_one_line(joined(found->get<Parts>(), "; "));
}

std::string extent_at(const Json& entry, Language language) {
  const auto& names = codec::extent_names();
  const auto found = std::ranges::find(names, text_at(entry, "extent"));
  if (found == names.end() || found == names.begin()) return {};
  return message(language, kExtentKeys.at(static_cast<std::size_t>(found - names.begin())));
}

std::string part_of(const Json& entry, const Column& column, Language language) {
  switch (column.kind) {
    case ColumnKind::Text:
      return text_at(entry, column.member);
    case ColumnKind::Texts:
      return list_at(entry, column.member);
    case ColumnKind::Regions:
      return entry.value("all_regions", false) ? message(language, "scope.all_regions")
                                               : list_at(entry, column.member);
    case ColumnKind::Extent:
      return extent_at(entry, language);
  }
  return {};
}

bool says(std::string_view text, const char* key) {
  return std::ranges::any_of(std::array{Language::English, Language::German}, [&](Language language) {
    return normalise_name(text) == normalise_name(message(language, key));
  });
}

std::string extent_in(const Field& field, const std::string& part) {
  for (std::size_t at = 0; at < kExtentKeys.size(); ++at)
    if (says(part, kExtentKeys[at])) return std::string(codec::extent_names().at(at));
  throw invalid(std::string(field.member), "\"" + part + "\" does not say how far it is in scope");
}

constexpr std::size_t kExtentAt = 4;  // in kService

// What is left out goes with the extent.
bool keeps_exclusion(const Column& column, const Parts& parts) {
  return column.member == kService[kExtentAt + 1].member && parts.size() <= kExtentAt;
}

void put(const Field& field, const Column& column, const std::string& part, Json& entry) {
  switch (column.kind) {
    case ColumnKind::Text:
      entry[column.member] = part.empty() ? Json(nullptr) : Json(part);
      return;
    case ColumnKind::Texts:
      entry[column.member] = filled(split(part, ';'));
      return;
    case ColumnKind::Regions:
      entry["all_regions"] = says(part, "scope.all_regions");
      entry[column.member] = entry["all_regions"].get<bool>() ? Parts() : filled(split(part, ';'));
      return;
    case ColumnKind::Extent:
      if (!part.empty()) entry[column.member] = extent_in(field, part);
      return;
  }
}

}  // namespace

std::string in_order(std::string_view line) { return joined(split(line, '|'), " | "); }

std::string entry_line(const Field& field, const Json& entry, Language language) {
  if (entry.is_string()) return in_one_line(entry.get<std::string>());
  Parts parts;
  for (const auto& column : columns_of(field.kind)) parts.push_back(part_of(entry, column, language));
  return joined(std::move(parts), " | ");
}

std::string entry_name(const Field& field, const Json& entry) {
  if (entry.is_string()) return entry.get<std::string>();
  const auto columns = columns_of(field.kind);
  auto name = text_at(entry, columns[0].member);
  return name.empty() ? text_at(entry, columns[1].member) : name;
}

std::string named_in(std::string_view line) { return split(line, '|').front(); }

bool is_limited(const Json& entry) {
  return entry.is_object() &&
         entry.value("extent", codec::extent_names().front()) != codec::extent_names().front();
}

Json entry_in(const Field& field, std::string_view line, const Json* before, Extent extent) {
  if (field.kind == FieldKind::Names) return std::string(line);
  const auto parts = split(line, '|');
  const auto columns = columns_of(field.kind);
  if (before != nullptr && parts.size() == 1) return *before;
  if (parts.size() > columns.size())
    throw invalid(std::string(field.member), "\"" + joined(parts, " | ") + "\" has too many parts");
  Json entry = before == nullptr ? Json::object() : *before;
  const auto part_at = [&](std::size_t at) { return at < parts.size() ? parts[at] : std::string(); };
  if (field.kind == FieldKind::Entries && part_at(kExtentAt).empty()) {
    if (before == nullptr && extent == Extent::MustBeSaid)
      throw invalid(
          std::string(field.member),
          "\"" + parts.front() + "\" is a new name: say whether it is whole, in part or not in scope");
    if (before == nullptr) entry["extent"] = codec::extent_names().front();
  }
  for (std::size_t at = 0; at < columns.size(); ++at)
    if (before == nullptr || !keeps_exclusion(columns[at], parts))
      put(field, columns[at], part_at(at), entry);
  return entry;
}

}  // namespace certreg::web
