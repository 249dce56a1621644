#include "store/place_quotes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/codec/json_writer.h"
#include "certreg/codec/records.h"
#include "certreg/codec/stored_text.h"

namespace certreg::store {
namespace {

using codec::StoredText;

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

// A field and its text, in turn.
void read_words(StoredText& text, PlaceQuotes& quotes) {
  bool is_field = true;
  text.items([&](StoredText& item) {
    if (is_field)
      quotes.words.push_back({item.text(), {}});
    else
      quotes.words.back().text = item.text_or_null();
    is_field = !is_field;
  });
  if (!is_field) text.fail();
}

void read_method(StoredText& text, PlaceQuotes& quotes) {
  if (const auto method = text.choice<ReadingMethod>(codec::method_names()))
    quotes.place.method = *method;
  else
    text.fail();
}

constexpr codec::StoredMember<PlaceQuotes> kMembers[] = {
    {"document", [](StoredText& text, PlaceQuotes& quotes) { quotes.place.document.value = text.text(); }},
    {"address", [](StoredText& text, PlaceQuotes& quotes) { quotes.place.address = text.text(); }},
    {"page", [](StoredText& text, PlaceQuotes& quotes) { quotes.place.page = text.integer(); }},
    {"method", read_method},
    {"confidence", [](StoredText& text, PlaceQuotes& quotes) { quotes.place.confidence = text.real(); }},
    {"words", read_words},
};

PlaceQuotes quotes_in(const codec::Json& json) {
  const auto& names = codec::method_names();
  const auto method = std::find(names.begin(), names.end(), json.at("method").get_ref<const std::string&>());
  PlaceQuotes quotes;
  quotes.place.document.value = json.at("document").get<std::string>();
  quotes.place.address = json.at("address").get<std::string>();
  quotes.place.page = json.at("page").get<int>();
  quotes.place.method = static_cast<ReadingMethod>(method - names.begin());
  quotes.place.confidence = json.at("confidence").get<double>();
  const auto& words = json.at("words");
  for (std::size_t at = 0; at + 1 < words.size(); at += 2) {
    quotes.words.push_back({words[at].get<std::string>(), {}});
    if (!words[at + 1].is_null()) quotes.words.back().text = words[at + 1].get<std::string>();
  }
  return quotes;
}

}  // namespace

std::string text_of(const PlaceQuotes& quotes) {
  std::string json;
  codec::JsonWriter out(json);
  out.begin_object();
  write_place(out, quotes.place);
  out.key("words");
  out.begin_array();
  for (const auto& [field, text] : quotes.words) {
    out.text(field);
    text ? out.text(*text) : out.null();
  }
  out.end_array();
  out.end_object();
  return json;
}

PlaceQuotes place_quotes_in(std::string_view json) {
  StoredText text(json);
  PlaceQuotes quotes;
  const bool is_quick = codec::read_members<PlaceQuotes>(text, kMembers, quotes) && text.is_read();
  return is_quick ? quotes : quotes_in(codec::parse_own(json));
}

}  // namespace certreg::store
