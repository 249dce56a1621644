#include "certreg/domain/place_quotes.h"

#include <algorithm>
#include <utility>

namespace certreg {
namespace {

bool is_same_place(const Quote& left, const Quote& right) {
  return left.document == right.document && left.address == right.address && left.page == right.page &&
         left.method == right.method && left.confidence == right.confidence && !left.box && !right.box;
}

template <class Items, class Text>
std::string joined(const Items& items, Text text) {
  std::string all;
  for (const auto& item : items) {
    if (!all.empty()) all += "; ";
    all += text(item);
  }
  return all;
}

std::string text_of(const std::optional<Date>& day) { return day ? day->to_string() : std::string(); }

// What the version says in this field, in the words that tables most often have for it. What is stored relies
// on it: a field may be added, but none may come to say something else.
std::string own_words(const CertificateVersion& version, std::string_view field) {
  if (field == "holder") return version.holders.empty() ? std::string() : version.holders.front().name;
  if (field == "number") return version.number;
  if (field == "issuer") return version.issuer_printed;
  if (field == "standard") return version.standard_printed;
  if (field == "edition") return version.edition;
  if (field == "scope") return version.scope;
  if (field == "issued") return text_of(version.issued);
  if (field == "expires") return text_of(version.expires);
  if (field == "first_issued") return text_of(version.first_issued);
  if (field == "valid_from") return text_of(version.valid_from);
  if (field == "services") return joined(version.services, [](const auto& name) { return name; });
  if (field == "sites") return joined(version.sites, [](const auto& site) { return site.name; });
  return {};
}

}  // namespace

bool stand_at_one_place(const CertificateVersion& version) {
  return !version.quotes.empty() &&
         std::all_of(version.quotes.begin(), version.quotes.end(),
                     [&](const Quote& quote) { return is_same_place(version.quotes.front(), quote); });
}

std::optional<PlaceQuotes> quotes_at_one_place(const CertificateVersion& version) {
  if (!stand_at_one_place(version)) return std::nullopt;
  PlaceQuotes quotes;
  quotes.place = version.quotes.front();
  quotes.place.field.clear();
  quotes.place.text.clear();
  for (const auto& quote : version.quotes) {
    auto& words = quotes.words.emplace_back();
    words.field = quote.field;
    if (quote.text != own_words(version, quote.field)) words.text = quote.text;
  }
  return quotes;
}

std::vector<Quote> quotes_of(const PlaceQuotes& quotes, const CertificateVersion& version) {
  std::vector<Quote> all;
  all.reserve(quotes.words.size());
  for (const auto& words : quotes.words) {
    auto& quote = all.emplace_back(quotes.place);
    quote.field = words.field;
    quote.text = words.text ? *words.text : own_words(version, words.field);
  }
  return all;
}

CertificateVersion with_quotes(StoredVersion stored) {
  if (stored.quotes) stored.version.quotes = quotes_of(*stored.quotes, stored.version);
  return std::move(stored.version);
}

}  // namespace certreg
