#include "service/corrected_reading.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <vector>

#include "certreg/codec/records.h"
#include "certreg/domain/error.h"
#include "service/member_quotes.h"

namespace certreg::service {

using codec::Json;

namespace {

bool is_entry_of(const Quote& quote, const std::string& field) {
  return quote.field.starts_with(field + "[");
}

// Of the list's entry at `at`, its place changed to `to`.
std::vector<Quote> moved(const std::vector<Quote>& quotes, const std::string& field, std::size_t at,
                         std::size_t to) {
  const auto entry = field + "[" + std::to_string(at) + "]";
  std::vector<Quote> all;
  for (const auto& quote : quotes) {
    if (!quote.field.starts_with(entry)) continue;
    all.push_back(quote);
    all.back().field = field + "[" + std::to_string(to) + "]" + quote.field.substr(entry.size());
  }
  return all;
}

// Entries that stay keep their words; what a person changed or added proves itself.
std::vector<Quote> quotes_of_entries(const std::string& field, const Json& read, const Json& now,
                                     const std::vector<Quote>& quotes, const Quote& like,
                                     const std::string& suffix) {
  std::vector<Quote> all;
  std::multimap<std::string, std::size_t> places;
  for (std::size_t at = 0; at < read.size(); ++at) places.emplace(codec::dump(read[at]), at);
  for (std::size_t to = 0; to < now.size(); ++to) {
    const auto same = places.find(codec::dump(now[to]));
    auto kept = same == places.end() ? std::vector<Quote>() : moved(quotes, field, same->second, to);
    if (same != places.end()) places.erase(same);
    if (kept.empty()) kept = quotes_of_member(field + "[" + std::to_string(to) + "]", now[to], like, suffix);
    all.insert(all.end(), std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()));
  }
  return all;
}

// What proves a corrected member in place of what proved it as it was read.
void prove(const std::string& name, const Json& value, const CertificateVersion& read,
           const std::string& suffix, CertificateVersion& version) {
  const Quote by_person{.method = ReadingMethod::Person};
  const auto field = name == "holders" ? "holder" : name;
  const auto is_own = [&](const Quote& quote) { return is_entry_of(quote, field); };
  const bool is_by_entry =
      value.is_array() && (name == "scope_items" || std::ranges::any_of(read.quotes, is_own));
  const auto typed = is_by_entry
                         ? quotes_of_entries(field, codec::to_json(read)[name], codec::to_json(version)[name],
                                             read.quotes, by_person, suffix)
                         : quotes_of_member(field, value, by_person, suffix);
  std::erase_if(version.quotes, [&](const Quote& quote) { return quote.field == field || is_own(quote); });
  version.quotes.insert(version.quotes.end(), typed.begin(), typed.end());
}

}  // namespace

// The members of a certificate that a person may correct, laid over what was read and checked like any other
// input.
CertificateVersion corrected(const Services& services, const reading::Draft& draft,
                             const std::string& corrections, const Actor& actor) {
  const auto changes = corrections.empty() ? Json::object() : codec::parse(corrections);
  if (!changes.is_object()) throw invalid("corrections", "must be an object");
  auto stated = codec::to_json(draft.version);
  for (const auto* own : {"id", "certificate", "evidence", "claimant", "signature", "document_changed",
                          "quotes", "recorded_at", "recorded_by", "last_confirmed", "retired"})
    stated.erase(own);
  for (const auto& [name, value] : changes.items()) stated[name] = value;
  codec::Problems problems;
  auto version = codec::certificate_from(stated, services.reference(), problems);
  if (!problems.empty()) throw invalid(std::move(problems));
  version.quotes = draft.version.quotes;
  for (const auto& [name, value] : changes.items())
    prove(name, value, draft.version, " (corrected by " + actor.name + ")", version);
  version.evidence = draft.version.evidence;
  version.signature = draft.version.signature;
  version.claimant = draft.version.claimant;
  return version;
}

}  // namespace certreg::service
