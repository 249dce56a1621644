#include "store/place_quotes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/json_writer.h"
#include "certreg/codec/records.h"

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

Quote place_from(const codec::Json& json) {
  const auto& names = codec::method_names();
  const auto method = std::find(names.begin(), names.end(), json.at("method").get_ref<const std::string&>());
  return {.field = {},
          .text = {},
          .document = {json.at("document").get<std::string>()},
          .address = json.at("address").get<std::string>(),
          .page = json.at("page").get<int>(),
          .box = {},
          .method = static_cast<ReadingMethod>(method - names.begin()),
          .confidence = json.at("confidence").get<double>()};
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

std::vector<Quote> quotes_of_place(const std::string& json, const CertificateVersion& version) {
  const auto kept = codec::parse_own(json);
  const auto place = place_from(kept);
  const auto& words = kept.at("words");
  std::vector<Quote> quotes;
  quotes.reserve(words.size() / 2);
  for (std::size_t at = 0; at + 1 < words.size(); at += 2) {
    quotes.push_back(place);
    quotes.back().field = words[at].get<std::string>();
    quotes.back().text =
        words[at + 1].is_null() ? own_words(version, quotes.back().field) : words[at + 1].get<std::string>();
  }
  return quotes;
}

}  // namespace certreg::store
