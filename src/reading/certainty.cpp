#include "certreg/reading/certainty.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace certreg::reading {
namespace {

// Fields that are read from the words of another.
std::string_view source_of(std::string_view field) {
  if (field == "edition" || field == "form" || field == "declared_absent") return "standard";
  if (field == "expiry_kind") return "expires";
  return field == "pages_held" ? "pages_stated" : std::string_view();
}

bool is_entry_of(const Quote& quote, std::string_view field) {
  return quote.field.starts_with(field) && quote.field.substr(field.size()).starts_with('[');
}

std::optional<std::size_t> entries_of(const CertificateVersion& version, std::string_view field) {
  if (field == "scope_items") return version.scope_items.size();
  if (field == "services") return version.services.size();
  if (field == "exclusions") return version.exclusions.size();
  if (field == "sites") return version.sites.size();
  if (field == "accreditations") return version.accreditations.size();
  return std::nullopt;
}

Certainty judged(const Quote& quote) {
  if (quote.method == ReadingMethod::Person) return Certainty::ByPerson;
  return quote.confidence < kCertain ? Certainty::Doubtful : Certainty::Certain;
}

template <class Is>
Certainty by_surest(const CertificateVersion& version, Is is) {
  const Quote* best = nullptr;
  for (const auto& quote : version.quotes)
    if (is(quote) && (best == nullptr || quote.confidence > best->confidence)) best = &quote;
  return best == nullptr ? Certainty::Unquoted : judged(*best);
}

// The number in "sites[2]" and "sites[2].address".
std::size_t number_of(const Quote& quote, std::string_view field) {
  std::size_t number = 0;
  for (auto at = field.size() + 1; at < quote.field.size() && std::isdigit(quote.field[at]) != 0; ++at)
    number = number * 10 + static_cast<std::size_t>(quote.field[at] - '0');
  return number;
}

// A quote of the list itself proves all of its entries.
Certainty of_list(const CertificateVersion& version, std::string_view field, std::size_t entries) {
  std::optional<Certainty> whole;
  std::vector<Certainty> each(entries, Certainty::Unquoted);
  for (const auto& quote : version.quotes) {
    if (quote.field == field) whole = std::max(whole.value_or(Certainty::Certain), judged(quote));
    if (!is_entry_of(quote, field)) continue;
    const auto at = number_of(quote, field);
    if (at < entries) each[at] = std::min(each[at], judged(quote));
  }
  if (whole) std::ranges::replace(each, Certainty::Unquoted, *whole);
  const auto least = std::ranges::max_element(each);
  if (least == each.end()) return whole.value_or(Certainty::Unquoted);
  return std::max(*least, whole.value_or(Certainty::Certain));
}

}  // namespace

bool proves(const Quote& quote, std::string_view field) {
  if (quote.field == field || is_entry_of(quote, field)) return true;
  const auto source = source_of(field);
  return (!source.empty() && quote.field == source) ||
         (field == "holder" && quote.field.starts_with("holders"));
}

Certainty certainty_of(const CertificateVersion& version, std::string_view field) {
  if (const auto entries = entries_of(version, field)) return of_list(version, field, *entries);
  const auto own = by_surest(version, [&](const auto& quote) { return quote.field == field; });
  if (own != Certainty::Unquoted) return own;
  return by_surest(version, [&](const auto& quote) { return proves(quote, field); });
}

}  // namespace certreg::reading
