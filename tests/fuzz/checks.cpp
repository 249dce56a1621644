#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "certreg/codec/records.h"
#include "certreg/reading/read_certificate.h"
#include "certreg/reading/read_claims.h"
#include "fuzz/fuzz.h"
#include "reading/world.h"

// What is read once must not count as an input's time.
extern "C" int LLVMFuzzerInitialize(int*, char***);
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  certreg::reading::labels();
  certreg::reading::world();
  return 0;
}

namespace certreg::fuzz {
namespace {

constexpr double kRounding = 0.01;

bool holds(const Box& outer, const Box& inner) {
  return inner.x >= outer.x - kRounding && inner.y >= outer.y - kRounding &&
         inner.x + inner.width <= outer.x + outer.width + kRounding &&
         inner.y + inner.height <= outer.y + outer.height + kRounding;
}

void check_line(const reading::Line& line) {
  for (const reading::Word& word : line.words) {
    require(holds(line.box, word.box), "a line's box holds its words");
    require(line.text.find(word.text) != std::string::npos, "a line's text says its words");
  }
}

std::string all_words(const reading::Text& text) {
  std::string words = text.title + '\n' + text.without_script + '\n';
  for (const reading::Page& page : text.pages)
    for (const reading::Line& line : page.lines) {
      words += line.text + '\n';
      for (const std::string& cell : line.cells) words += cell + '\n';
    }
  for (const std::string& body : text.json_ld) words += body + '\n';
  for (const reading::LinkedObject& object : text.objects)
    for (const auto& [name, value] : object.members) words += value + '\n';
  for (const reading::Link& link : text.links) words += link.text + '\n' + link.address + '\n';
  return words;
}

bool is_ascii(char letter) { return static_cast<unsigned char>(letter) < 0x80; }

// Quotes join words of several lines: what stands between blanks must be somewhere in the text. Lines of
// Chinese and the like are joined without a blank, so that of other letters only ASCII between them is held
// against it.
void check_quote(const Quote& quote, const std::string& words) {
  require(!quote.text.empty(), "a quote has words");
  require(quote.confidence >= 0 && quote.confidence <= 1, "a confidence is between 0 and 1");
  std::string token;
  for (char letter : quote.text + ' ') {
    if (is_ascii(letter) && letter != ' ' && letter != '\n' && letter != '|') {
      token += letter;
      continue;
    }
    require(token.empty() || words.find(token) != std::string::npos, "a quote's words stand in the text");
    token.clear();
  }
}

void check_quoted(const CertificateVersion& version) {
  std::set<std::string> quoted;
  for (const Quote& quote : version.quotes) quoted.insert(quote.field);
  auto check = [&](bool is_set, const char* field) { require(!is_set || quoted.contains(field), field); };
  check(!version.number.empty(), "number");
  check(!version.holders.empty(), "holder");
  check(!version.standard.value.empty(), "standard");
  check(!version.edition.empty(), "edition");
  check(version.issuer.has_value() || !version.issuer_printed.empty(), "issuer");
  check(version.issued.has_value(), "issued");
  check(version.first_issued.has_value(), "first_issued");
  check(version.valid_from.has_value(), "valid_from");
  check(version.expires.has_value(), "expires");
  check(!version.scope.empty(), "scope");
}

std::string rendered(const reading::DocumentReading& reading) {
  std::string result = reading.nothing_found_why + '\n';
  for (const reading::Draft& draft : reading.drafts)
    result += codec::to_json(draft).dump(-1, ' ', false, codec::Json::error_handler_t::replace) + '\n';
  return result;
}

void check_reading(const reading::Text& text, const reading::DocumentReading& reading) {
  require(reading.drafts.empty() != reading.nothing_found_why.empty(), "nothing found has a reason");
  const std::string words = all_words(text);
  for (const reading::Draft& draft : reading.drafts) {
    for (const Quote& quote : draft.version.quotes) check_quote(quote, words);
    if (draft.kind == reading::DraftKind::Certificate) check_quoted(draft.version);
  }
}

}  // namespace

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << "does not hold: " << what << '\n';
  std::abort();
}

void check_lines(const reading::Text& text) {
  for (const reading::Page& page : text.pages)
    for (const reading::Line& line : page.lines) check_line(line);
}

void check_fields(const reading::Text& text) {
  auto once = reading::read_certificate(text, reading::labels(), reading::world());
  check_reading(text, once);
  require(rendered(once) == rendered(reading::read_certificate(text, reading::labels(), reading::world())),
          "the same text gives the same drafts");
}

void check_claims(const reading::Text& text) {
  const reading::PageContext context{{ClaimantKind::Supplier, "Acme Cloud"}, "Acme Cloud"};
  auto once =
      reading::read_claims(text, context, reading::labels(), reading::claim_words(), reading::world());
  check_reading(text, once);
  require(rendered(once) == rendered(reading::read_claims(text, context, reading::labels(),
                                                          reading::claim_words(), reading::world())),
          "the same page gives the same claims");
}

}  // namespace certreg::fuzz
