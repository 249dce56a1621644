#include "store/place_quotes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/json_writer.h"
#include "certreg/codec/records.h"
#include "certreg/codec/stored_text.h"

namespace certreg::store {
namespace {

bool is_same_place(const Quote& left, const Quote& right) {
  return left.document == right.document && left.address == right.address && left.page == right.page &&
         left.method == right.method && left.confidence == right.confidence && !left.box && !right.box;
}

template <class Items, class Text>
std::string joined(const Items& items, Text text) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : "; ") + text(item);
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

void write_place(codec::JsonWriter& out, const Quote& quote) {
  out.key("document");
  out.text(quote.document.value);
  out.key("address");
  out.text(quote.address);
  out.key("page");
  out.integer(quote.page);
  out.key("method");
  out.text(codec::method_names()[static_cast<std::size_t>(quote.method)]);
  out.key("confidence");
  out.real(quote.confidence);
}

struct Kept {
  Quote place;
  std::vector<std::optional<std::string>>
      words;  // a field and what was read there, in turn; none = its own words
};

Kept kept_in(const codec::Json& json) {
  const auto& names = codec::method_names();
  const auto method = std::find(names.begin(), names.end(), json.at("method").get_ref<const std::string&>());
  Kept kept;
  kept.place.document.value = json.at("document").get<std::string>();
  kept.place.address = json.at("address").get<std::string>();
  kept.place.page = json.at("page").get<int>();
  kept.place.method = static_cast<ReadingMethod>(method - names.begin());
  kept.place.confidence = json.at("confidence").get<double>();
  for (const auto& word : json.at("words"))
    kept.words.push_back(word.is_null() ? std::nullopt : std::optional(word.get<std::string>()));
  return kept;
}

constexpr codec::StoredMember<Kept> kKept[] = {
    {"document", [](codec::StoredText& text, Kept& kept) { kept.place.document.value = text.text(); }},
    {"address", [](codec::StoredText& text, Kept& kept) { kept.place.address = text.text(); }},
    {"page", [](codec::StoredText& text, Kept& kept) { kept.place.page = text.integer(); }},
    {"method",
     [](codec::StoredText& text, Kept& kept) {
       kept.place.method =
           text.choice<ReadingMethod>(codec::method_names()).value_or(ReadingMethod::TextLayer);
     }},
    {"confidence", [](codec::StoredText& text, Kept& kept) { kept.place.confidence = text.real(); }},
    {"words",
     [](codec::StoredText& text, Kept& kept) {
       text.items([&](codec::StoredText& item) { kept.words.push_back(item.text_or_null()); });
     }},
};

Kept kept_in(std::string_view json) {
  codec::StoredText text(json);
  Kept kept;
  codec::read_members<Kept>(text, kKept, kept);
  return text.is_read() ? kept : kept_in(codec::parse_own(json));
}

}  // namespace

bool stand_at_one_place(const CertificateVersion& version) {
  return !version.quotes.empty() &&
         std::all_of(version.quotes.begin(), version.quotes.end(),
                     [&](const Quote& quote) { return is_same_place(version.quotes.front(), quote); });
}

std::optional<std::string> quotes_at_one_place(const CertificateVersion& version) {
  if (!stand_at_one_place(version)) return std::nullopt;
  std::string json;
  codec::JsonWriter out(json);
  out.begin_object();
  write_place(out, version.quotes.front());
  out.key("words");
  out.begin_array();
  for (const auto& quote : version.quotes) {
    out.text(quote.field);
    quote.text == own_words(version, quote.field) ? out.null() : out.text(quote.text);
  }
  out.end_array();
  out.end_object();
  return json;
}

std::vector<Quote> quotes_of_place(std::string_view json, const CertificateVersion& version) {
  auto [place, words] = kept_in(json);
  std::vector<Quote> quotes;
  quotes.reserve(words.size() / 2);
  for (std::size_t at = 0; at + 1 < words.size(); at += 2) {
    auto& quote = quotes.emplace_back(place);
    quote.field = std::move(words[at]).value();
    quote.text = words[at + 1] ? *std::move(words[at + 1]) : own_words(version, quote.field);
  }
  return quotes;
}

}  // namespace certreg::store
