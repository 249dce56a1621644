#include <algorithm>
#include <array>
#include <cctype>

#include "certreg/domain/error.h"
#include "certreg/reading/service_list.h"
#include "reading/service_entry.h"

namespace certreg::reading {
namespace {

constexpr std::array<std::string_view, 6> kColumns{"service", "short_name", "family",
                                                   "regions", "exclusion",  "status"};

bool has_columns(const ListSpec& spec) { return spec.form == ListForm::Table || spec.form == ListForm::Json; }

void check_columns(const ListSpec& spec) {
  for (const auto& [name, header] : spec.columns) {
    if (std::ranges::find(kColumns, name) == kColumns.end())
      throw invalid("columns." + name,
                    "is not one of service, short_name, family, regions, exclusion, status");
    if (list_key(header).empty()) throw invalid("columns." + name, "must name a column or member");
  }
  if (has_columns(spec) && !spec.columns.contains("service"))
    throw invalid("columns.service", "is required of a table and of JSON");
  if (!has_columns(spec) && !spec.columns.empty())
    throw invalid("columns", "belong to a table or to JSON only");
  if (!has_columns(spec) && !spec.standard_columns.empty())
    throw invalid("standard_columns", "belong to a table or to JSON only");
  for (const auto& [header, standard] : spec.standard_columns)
    if (list_key(header).empty()) throw invalid("standard_columns", "must name columns or members");
}

void check_standard(const char* member, const StandardId& standard, const Reference& reference) {
  if (reference.find(standard) == nullptr)
    throw invalid(member, "\"" + standard.value + "\" is not a standard that the register knows");
}

void check_standards(const ListSpec& spec, const Reference& reference) {
  if (spec.standards.empty() && spec.standard_columns.empty())
    throw invalid("standards", "is required, unless standard_columns say it row by row");
  if (!spec.standards.empty() && !spec.standard_columns.empty())
    throw invalid("standards", "cannot stand beside standard_columns");
  for (const auto& standard : spec.standards) check_standard("standards", standard, reference);
  for (const auto& [header, standard] : spec.standard_columns)
    check_standard("standard_columns", standard, reference);
}

void check_words(const char* member, const std::vector<std::string>& words) {
  if (std::ranges::any_of(words, [](const auto& word) { return list_key(word).empty(); }))
    throw invalid(member, "must not have blank words");
}

void check_separators(const char* member, const std::string& separators) {
  constexpr std::string_view kForbidden = "()[]";
  if (std::ranges::any_of(separators, [&](unsigned char letter) {
        return letter >= 0x80 || std::isalnum(letter) != 0 ||
               kForbidden.find(static_cast<char>(letter)) != kForbidden.npos;
      }))
    throw invalid(member, "must be signs of ASCII other than brackets");
}

}  // namespace

void check_list_spec(const ListSpec& spec, const Reference& reference) {
  check_columns(spec);
  check_standards(spec, reference);
  check_separators("separators", spec.separators);
  check_separators("region_separators", spec.region_separators);
  check_words("in_scope", spec.in_scope);
  check_words("not_in_scope", spec.not_in_scope);
  check_words("limits", spec.limits);
  check_words("no_limits", spec.no_limits);
  check_words("other_names", spec.other_names);
  check_words("all_regions", spec.all_regions);
  check_words("skip", spec.skip);
  for (const auto& word : spec.not_in_scope)
    if (std::ranges::any_of(spec.in_scope,
                            [&](const auto& other) { return list_key(other) == list_key(word); }))
      throw invalid("not_in_scope", "\"" + word + "\" means in scope too");
}

}  // namespace certreg::reading
