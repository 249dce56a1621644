#include "service/difference.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string_view>
#include <unordered_set>

#include "certreg/codec/record_writer.h"
#include "certreg/codec/records.h"
#include "certreg/domain/names.h"
#include "certreg/reading/certainty.h"
#include "service/scope_list.h"

namespace certreg::service {
namespace {

constexpr std::string_view kMandatory[] = {"holder", "number", "standard", "edition",
                                           "issuer", "issued", "expires",  "scope"};

using codec::Json;
using reading::Certainty;

// Members that the register itself keeps beside what a document says.
bool is_own(std::string_view name) {
  static const std::unordered_set<std::string_view> names{
      "id",     "certificate", "supplier", "standard_printed", "issuer_printed",  "scope_language",
      "parent", "evidence",    "claimant", "signature",        "document_changed"};
  return names.contains(name);
}

// `value` is the member as JSON.
bool is_unstated(std::string_view name, std::string_view value) {
  return value == "null" || value == "[]" || value == "false" || value == "0" ||
         (name == "expiry_kind" && value == "\"expiry\"");
}

std::string folded(const std::string& text) { return normalise_name(text); }

std::vector<std::string> names_of(const Json& holders) {
  std::vector<std::string> names;
  for (const auto& holder : holders) names.push_back(folded(holder["name"].get<std::string>()));
  return names;
}

// The same main holder, and nobody beside it who was not there before.
bool holds_all(const Json& known, const Json& read) {
  const auto before = names_of(known);
  const auto now = names_of(read);
  return !before.empty() && !now.empty() && before.front() == now.front() &&
         std::all_of(now.begin(), now.end(), [&](const auto& name) {
           return std::find(before.begin(), before.end(), name) != before.end();
         });
}

// Blanks, case and punctuation are no difference; a number is compared as numbers are.
bool is_same(std::string_view name, std::string_view known_text, std::string_view read_text) {
  if (known_text == read_text) return true;
  const auto known = codec::parse(known_text), read = codec::parse(read_text);
  if (name == "number" && known.is_string() && read.is_string())
    return normalise_number(known.get<std::string>()) == normalise_number(read.get<std::string>());
  if (known.is_string() && read.is_string())
    return folded(known.get<std::string>()) == folded(read.get<std::string>());
  return name == "holders" && holds_all(known, read);
}

Json list_of(const ScopeItems& items) {
  Json list = Json::array();
  for (const auto& item : items) list.push_back(codec::to_json(item));
  return list;
}

// Of a list of services only the entries that went and came: hundreds that stayed would hide them.
void add_difference_of_lists(const ScopeItems& known, const ScopeItems& read,
                             std::vector<FieldDifference>& all) {
  const auto change = change_of(known, read);
  if (!change.gone.empty() || !change.added.empty())
    all.push_back({"scope_items", codec::dump(list_of(change.gone)), codec::dump(list_of(change.added))});
}

using Members = std::vector<codec::MemberText>;

// The members of two records stand in the same order.
std::vector<FieldDifference> differences_of(const CertificateVersion& known, const Members& before,
                                            const CertificateVersion& read, const Members& now) {
  std::vector<FieldDifference> all;
  for (std::size_t at = 0; at < now.size(); ++at) {
    const auto& [name, value] = now[at];
    if (is_own(name) || is_unstated(name, value)) continue;
    if (name == "scope_items")
      add_difference_of_lists(known.scope_items, read.scope_items, all);
    else if (!is_same(name, before[at].value, value))
      all.push_back({std::string(name), before[at].value, value});
  }
  // Who was silent about it and who says the contrary differ.
  if (known.declared_absent && !read.declared_absent) all.push_back({"declared_absent", "true", "false"});
  return all;
}

std::vector<std::string> left_out_of(const Members& before, const Members& now) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at < before.size(); ++at) {
    const auto& [name, value] = before[at];
    if (!is_own(name) && !is_unstated(name, value) && is_unstated(name, now[at].value))
      all.emplace_back(name);
  }
  return all;
}

}  // namespace

std::vector<FieldDifference> differences(const CertificateVersion& known, const CertificateVersion& read) {
  return differences_of(known, codec::stated_members(known), read, codec::stated_members(read));
}

bool says_the_same(const CertificateVersion& known, const CertificateVersion& read) {
  const bool has_other_days =
      (read.issued && read.issued != known.issued) || (read.expires && read.expires != known.expires);
  return !has_other_days && differences(known, read).empty();
}

std::vector<std::string> left_out(const CertificateVersion& known, const CertificateVersion& read) {
  return left_out_of(codec::stated_members(known), codec::stated_members(read));
}

Comparison compare(const CertificateVersion& known, const CertificateVersion& read) {
  const auto before = codec::stated_members(known), now = codec::stated_members(read);
  return {differences_of(known, before, read, now), left_out_of(before, now)};
}

bool contradicts(const Comparison& compared) {
  return std::any_of(compared.differences.begin(), compared.differences.end(),
                     [](const auto& d) { return !is_unstated(d.field, d.known); });
}

std::string to_json(const std::vector<FieldDifference>& all) {
  Json list = Json::array();
  for (const auto& [field, known, read] : all)
    list.push_back({{"field", field}, {"known", codec::parse(known)}, {"read", codec::parse(read)}});
  return codec::dump(list);
}

bool is_later_issue(const CertificateVersion& known, const CertificateVersion& read,
                    const Comparison& compared) {
  static const std::set<std::string> moving{"issued",  "expires",    "issue_number",
                                            "edition", "pages_held", "pages_stated"};
  if (!known.issued || !read.issued || !known.expires || !read.expires) return false;
  if (*read.issued <= *known.issued || *read.expires < *known.expires || read.edition < known.edition)
    return false;
  if (read.holders.size() != known.holders.size()) return false;
  const auto& changed = compared.differences;
  return std::all_of(changed.begin(), changed.end(),
                     [](const auto& d) { return moving.contains(d.field); }) &&
         compared.left_out.empty();
}

bool is_whole(const reading::Draft& draft) {
  return draft.ambiguities.empty() && reading::missing_fields(draft.version).empty() &&
         std::ranges::all_of(kMandatory, [&](auto field) {
           return reading::certainty_of(draft.version, field) != Certainty::Unquoted;
         });
}

std::vector<std::string> unsure_fields(const CertificateVersion& version) {
  std::vector<std::string> unsure;
  for (const auto field : kMandatory)
    if (reading::certainty_of(version, field) == Certainty::Doubtful) unsure.emplace_back(field);
  return unsure;
}

}  // namespace certreg::service
