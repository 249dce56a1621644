#include "reading/name_shape.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <unordered_set>

#include "certreg/domain/names.h"
#include "certreg/reading/labels.h"
#include "reading/fold.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongestName = 300;
constexpr std::ptrdiff_t kMostWords = 30;

constexpr std::array kLanguages{"en", "de", "fr", "es", "it", "pt", "nl", "sv",
                                "pl", "cs", "tr", "ru", "ja", "zh", "ko"};

// Words and stems that stand in addresses and hardly in names. Folded.
constexpr std::array<std::string_view, 60> kAddressWords{
    "street",  "road",     "avenue",   "lane",    "boulevard", "floor",   "building", "suite",     "postal",
    "zip",     "district", "province", "nagar",   "marg",      "sector",  "plot",     "opp",       "near",
    "flat",    "block",    "tower",    "unit",    "strasse",   "straße",  "weg",      "platz",     "allee",
    "rue",     "calle",    "avda",     "avenida", "paseo",     "piso",    "edificio", "via",       "viale",
    "piazza",  "corso",    "rua",      "praca",   "travessa",  "straat",  "laan",     "plein",     "kade",
    "gatan",   "vagen",    "ulica",    "ul",      "aleja",     "namesti", "trida",    "mahallesi", "mah",
    "caddesi", "cad",      "sokak",    "sok",     "blok",      "kat"};
constexpr std::array<std::string_view, 2> kAddressPhrases{"p o box", "po box"};
constexpr std::array<std::string_view, 7> kAddressEnds{"strasse", "straße", "str",  "gasse",
                                                       "straat",  "gatan",  "vagen"};

std::unordered_set<std::string> load_countries() {
  std::unordered_set<std::string> names{"usa", "uk", "u s a", "u k", "england", "scotland", "wales", "uae"};
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code)
    for (const char* language : kLanguages) {
      icu::UnicodeString name;
      icu::Locale("", *code).getDisplayCountry(icu::Locale(language), name);
      std::string text;
      name.toUTF8String(text);
      names.insert(fold_label(text));
    }
  return names;
}

bool is_country(std::string_view folded) {
  static const std::unordered_set<std::string> names = load_countries();
  return names.contains(std::string(folded));
}

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool has_digit(std::string_view text) { return std::ranges::any_of(text, is_digit); }

std::string_view last_part(std::string_view text) {
  auto comma = text.find_last_of(",-(");
  return comma == std::string_view::npos ? text : text.substr(comma + 1);
}

bool has_address_phrase(std::string_view folded) {
  return std::ranges::any_of(kAddressPhrases, [&](std::string_view phrase) {
    const auto at = folded.find(phrase);
    return at != std::string_view::npos && is_word_boundary(folded, at) &&
           is_word_boundary(folded, at + phrase.size());
  });
}

bool has_address_word(std::string_view folded) {
  if (has_address_phrase(folded)) return true;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = std::min(folded.find(' ', at), folded.size());
    std::string_view word = folded.substr(at, end - at);
    if (std::ranges::find(kAddressWords, word) != kAddressWords.end()) return true;
    bool ends = std::ranges::any_of(kAddressEnds, [&](std::string_view end_) {
      return word.size() > end_.size() + 1 && word.ends_with(end_);
    });
    if (ends) return true;
    at = end + 1;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

// A point behind a word that is no abbreviation, and a capital after it.
bool ends_sentence_within(std::string_view text) {
  constexpr std::size_t kLongestAbbreviation = 5;
  for (auto at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1)) {
    const auto blank = text.rfind(' ', at);
    const std::size_t word = at - (blank == std::string_view::npos ? 0 : blank + 1);
    const bool capital = at + 2 < text.size() && text[at + 2] >= 'A' && text[at + 2] <= 'Z';
    if (capital && word > kLongestAbbreviation) return true;
  }
  return false;
}

constexpr std::size_t kMostNameWords = 10;

struct Token {
  std::string_view text;
  bool ends_part = false;  // a comma or another mark follows
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  while (!text.empty()) {
    const auto blank = std::min(text.find(' '), text.size());
    std::string_view word = text.substr(0, blank);
    text.remove_prefix(std::min(blank + 1, text.size()));
    while (word.starts_with('(') || word.starts_with('"') || word.starts_with(':')) word.remove_prefix(1);
    bool ends_part = false;
    while (!word.empty() && std::string_view(",;:)\"").find(word.back()) != std::string_view::npos) {
      ends_part |= word.back() != ')' && word.back() != '"';
      word.remove_suffix(1);
    }
    if (!word.empty()) tokens.push_back({word, ends_part});
  }
  return tokens;
}

bool is_capital(std::string_view word) {
  return (word[0] >= 'A' && word[0] <= 'Z') || is_digit(word[0]) ||
         static_cast<unsigned char>(word[0]) >= 0xC3;
}

// "Ltd", "S.r.l.", "mbH", "nv" at the end of a name: short words in small letters only there.
bool is_form_word(const std::vector<Token>& tokens, std::size_t at) {
  const std::string_view word = tokens[at].text;
  if (word.size() < 2 || !ends_in_legal_form("x " + std::string(word))) return false;
  const bool next_is_number =
      at + 1 < tokens.size() && !tokens[at].ends_part && is_digit(tokens[at + 1].text[0]);
  if (word.size() == 2 && next_is_number) return false;  // a state before its code: "Westminster, CO 80099"
  const bool plain_small =
      std::ranges::all_of(word, [](char letter) { return letter >= 'a' && letter <= 'z'; });
  if (!plain_small || word.size() > 3) return true;
  return at > 0 && is_capital(tokens[at - 1].text) && (tokens[at].ends_part || at + 1 == tokens.size());
}

// How many tokens the legal form has that begins here ("Sp. z o.o." has three); 0 where none does.
std::size_t form_length(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t kMost = 4;
  if (is_form_word(tokens, at)) return 1;
  if (!is_capital(tokens[at].text) && tokens[at].text.find('.') == std::string_view::npos) return 0;
  std::string form(tokens[at].text);
  for (std::size_t length = 2;
       length <= kMost && at + length <= tokens.size() && !tokens[at + length - 2].ends_part; ++length) {
    form += ' ';
    form += tokens[at + length - 1].text;
    if (normalise_name("x " + form) == name_without_legal_form("x " + form)) continue;
    if (name_without_legal_form("x " + form) == "x") return length;
  }
  return 0;
}

bool joins_names(std::string_view word) {
  static constexpr std::string_view kJoints[] = {"&",  "and",  "of",  "for", "und", "für", "et", "de",
                                                 "di", "do",   "da",  "-",   "–",   "e",   "y",  "i",
                                                 "a",  "voor", "för", "och", "ve",  "og"};
  return std::ranges::find(kJoints, word) != std::end(kJoints);
}

bool is_article(std::string_view word) {
  static constexpr std::string_view kArticles[] = {"The", "Die", "Der",   "Das",     "La", "Le", "El", "Il",
                                                   "O",   "A",   "Firma", "Company", "At", "By", "Of"};
  return std::ranges::find(kArticles, word) != std::end(kArticles);
}

bool is_numeral(std::string_view word) {
  return std::ranges::none_of(word, [](char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
           static_cast<unsigned char>(letter) >= 0x80;
  });
}

std::size_t behind_article(const std::vector<Token>& tokens, std::size_t begin, std::size_t last) {
  while (begin + 1 < last && (is_article(tokens[begin].text) || is_numeral(tokens[begin].text))) ++begin;
  return begin;
}

// Where the name begins that ends with the token `last`.
std::size_t begin_of_name(const std::vector<Token>& tokens, std::size_t last) {
  std::size_t begin = last;
  while (begin > 0 && last - begin < kMostNameWords) {
    const Token& before = tokens[begin - 1];
    const bool comma_before_form = before.ends_part && begin == last;
    if (before.ends_part && !comma_before_form) break;
    if (before.text.ends_with('.') && before.text.size() > 4) break;
    if (is_capital(before.text)) {
      --begin;
      continue;
    }
    const bool joined = joins_names(before.text) && begin > 1 && is_capital(tokens[begin - 2].text) &&
                        !tokens[begin - 2].ends_part;
    if (!joined) break;
    --begin;
  }
  return begin;
}

}  // namespace

std::vector<std::string> names_in(std::string_view text) {
  std::vector<std::string> names;
  const std::vector<Token> tokens = tokens_of(text);
  for (std::size_t at = 1; at < tokens.size(); ++at) {
    std::size_t length = form_length(tokens, at);
    if (length == 0) continue;
    const std::size_t begin = behind_article(tokens, begin_of_name(tokens, at), at);
    if (is_numeral(tokens[begin].text)) continue;
    at += length - 1;
    while (at + 1 < tokens.size() && !tokens[at].ends_part && (length = form_length(tokens, at + 1)) > 0)
      at += length;
    if (begin >= at) continue;
    const char* first = tokens[begin].text.data();
    std::string name(first,
                     static_cast<std::size_t>(tokens[at].text.data() + tokens[at].text.size() - first));
    if (ends_in_legal_form(name)) names.push_back(std::move(name));
  }
  return names;
}

bool ends_in_legal_form(std::string_view name) {
  return name_without_legal_form(name) != normalise_name(name);
}

std::string with_letters_in_legal_form(std::string name) {
  std::string lettered = name;
  for (std::size_t at = 1; at < name.size(); ++at) {
    const bool alone =
        (name[at - 1] == '.' || name[at - 1] == ' ') && (at + 1 == name.size() || name[at + 1] == '.');
    if (name[at] == '0' && alone) lettered[at] = 'o';
  }
  return ends_in_legal_form(lettered) && !ends_in_legal_form(name) ? lettered : name;
}

bool has_legal_form(std::string_view name) { return ends_in_legal_form(name) || !names_in(name).empty(); }

bool ends_in_country(std::string_view text) {
  return is_country(fold_label(text)) || is_country(fold_label(last_part(text)));
}

bool looks_like_address(std::string_view text) {
  if (text.starts_with("〒")) return true;
  if (has_legal_form(text) && !has_digit(text)) return false;
  return has_digit(text) || ends_in_country(text) || has_address_word(fold_label(text));
}

std::string without_address(std::string_view text) {
  static constexpr std::string_view kSeats[] = {", located ",      " located at ",
                                                ", with ",         ", having ",
                                                ", established ",  " con sede ",
                                                " con domicilio",  ", mit Sitz",
                                                " sis ",           " gevestigd ",
                                                ", sise ",         ", sediada ",
                                                " registered at ", " with its registered ",
                                                " with its head ", " with its principal ",
                                                " with its seat "};
  for (std::string_view seat : kSeats)
    if (const auto at = text.find(seat); at != std::string_view::npos && at > 3) text = text.substr(0, at);
  // "Acme Limited of Acacia Point, Nairobi"
  if (const auto at = text.find(" of ");
      at != std::string_view::npos && ends_in_legal_form(text.substr(0, at)))
    text = text.substr(0, at);
  for (std::size_t at = text.find_first_of(",;|"); at != std::string_view::npos;
       at = text.find_first_of(",;|", at + 1)) {
    std::string_view name = trimmed(text.substr(0, at)), rest = trimmed(text.substr(at + 1));
    std::string_view next = rest.substr(0, rest.find(','));
    // "Acme, Inc.", "Acme Software, S.L.": the form belongs to the name.
    if (has_legal_form(std::string(name) + " " + std::string(next)) && !has_legal_form(name) &&
        !has_digit(next))
      continue;
    bool begins_address = looks_like_address(next) || (has_legal_form(name) && looks_like_address(rest));
    if (begins_address) return std::string(name);
  }
  return std::string(trimmed(text));
}

// "the Information Security Management System of": the name follows in the next line.
bool is_lead_in(std::string_view text) {
  static constexpr std::string_view kLinks[] = {
      "of",  "de",  "da",   "do",  "del", "della", "di",   "du",  "la",    "von",
      "der", "des", "van",  "av",  "for", "für",   "för",  "dos", "dell",  "that",
      "che", "que", "dass", "att", "że",  "the",   "to",   "by",  "przez", "door",
      "por", "at",  "en",   "in",  "em",  "pour",  "para", "per", "voor",  "dla"};
  while (text.ends_with(' ') || text.ends_with(':')) text.remove_suffix(1);
  const auto blank = text.rfind(' ');
  if (blank == std::string_view::npos) return false;
  std::string last(text.substr(blank + 1));
  // "THE MANAGEMENT SYSTEM OPERATED BY"
  if (is_mostly_capitals(text))
    std::ranges::transform(last, last.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return std::ranges::find(kLinks, last) != std::end(kLinks);
}

// "Zorgadministratie Oost U.A. en": a second company follows in the next line.
bool is_first_of_two(std::string_view text) {
  constexpr std::string_view kAnd = " en";  // the only link that means "and" in another language
  return text.ends_with(kAnd) && ends_in_legal_form(text.substr(0, text.size() - kAnd.size()));
}

bool may_be_name(std::string_view text) {
  return may_begin_name(text) && (!is_lead_in(text) || is_first_of_two(text));
}

// "MUTU-SMKI/231": one word with marks and digits.
bool is_code(std::string_view text) {
  constexpr std::ptrdiff_t kLeastDigits = 2;
  return text.find(' ') == std::string_view::npos && text.find_first_of("-/.") != std::string_view::npos &&
         std::ranges::count_if(text, [](char letter) { return letter >= '0' && letter <= '9'; }) >=
             kLeastDigits &&
         std::ranges::none_of(text, [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; });
}

bool may_begin_name(std::string_view text) {
  if (is_code(text) || (text.starts_with('(') && text.find(')') == text.size() - 1)) return false;
  if (text.size() < 2 || !is_clean_text(text, kLongestName)) return false;
  if (text[0] >= 'a' && text[0] <= 'z') return has_legal_form(text);
  if (1 + std::ranges::count(text, ' ') > kMostWords) return false;
  if (text.find("。") != std::string_view::npos) return false;
  if (text.ends_with(':')) return false;
  if (ends_sentence_within(text) && !has_legal_form(text)) return false;
  return std::ranges::any_of(text, [](char letter) {
    return (letter >= 'A' && letter <= 'Z') || static_cast<unsigned char>(letter) >= 0x80;
  });
}

bool is_named_as_doer(std::string_view text, std::string_view name) {
  static constexpr std::string_view kBy[] = {" by ", " durch ", " par ", " por ",
                                             " da ", " door ",  " av ",  " przez "};
  const std::string_view before = text.substr(0, text.find(name));
  return std::ranges::any_of(kBy, [&](std::string_view word) { return before.ends_with(word); });
}

bool is_mostly_capitals(std::string_view text) {
  std::size_t words = 0, capitals = 0;
  for (const Token& token : tokens_of(text)) {
    if (joins_names(token.text)) continue;
    ++words;
    if (is_capital(token.text)) ++capitals;
  }
  return words > 1 && 5 * capitals >= 4 * words;
}

bool is_known_body(std::string_view name, const Reference& reference) {
  return reference.certification_body_of(name) != nullptr || reference.accreditation_body_of(name) != nullptr;
}

}  // namespace certreg::reading
