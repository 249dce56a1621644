#include "bench/names/made_up_names.h"

#include <algorithm>
#include <array>
#include <random>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "certreg/domain/names.h"

namespace certreg::bench {
namespace {

// Not std::uniform_int_distribution: its numbers differ from library to library.
class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(engine_() % limit); }
  double part() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class Items>
  const auto& of(const Items& items) {
    return items[below(std::size(items))];
  }
  // The first ones more often, as words are in names.
  template <class Items>
  const auto& often_first(const Items& items) {
    const double at = part();
    return items[static_cast<std::size_t>(at * at * at * static_cast<double>(std::size(items)))];
  }

 private:
  std::mt19937_64 engine_;
};

constexpr std::string_view kOnsets[] = {
    "b",  "br", "c", "cl", "d",   "dr", "f",  "fl", "g", "gr", "h", "j", "k", "kr", "l",  "m",  "n", "p",
    "pr", "qu", "r", "s",  "sch", "sk", "st", "sw", "t", "tr", "v", "w", "z", "ch", "sh", "th", "",  "kn"};
constexpr std::string_view kVowels[] = {"a", "e",  "i",  "o",  "u", "a", "e", "i",
                                        "o", "au", "ei", "ea", "ä", "ö", "ü", "ia"};
constexpr std::string_view kCodas[] = {"",  "",   "",   "n",  "r", "l",  "s",  "t",
                                       "x", "ck", "nd", "rt", "m", "ng", "ss", "lt"};
constexpr std::string_view kEndings[] = {"",    "",     "",     "a",    "o",  "is",  "ix",  "on",
                                         "tec", "soft", "mann", "berg", "ex", "ica", "sen", "net"};
constexpr std::string_view kWords[] = {
    "Technologies", "Solutions",    "Systems",       "Services",       "Group",       "International",
    "Consulting",   "Software",     "Holding",       "Engineering",    "Industries",  "Logistics",
    "Digital",      "Data",         "Cloud",         "Energy",         "Medical",     "Trading",
    "Capital",      "Security",     "Networks",      "Management",     "Media",       "Pharma",
    "Global",       "Health",       "Design",        "Partners",       "Foods",       "Automation",
    "Electronics",  "Marketing",    "Manufacturing", "Communications", "Finance",     "Transport",
    "Bau",          "Maschinenbau", "Beratung",      "Handel",         "Insurance",   "Chemicals",
    "Plastics",     "Textiles",     "Laboratories",  "Research",       "Analytics",   "Mobility",
    "Construction", "Properties",   "Investments",   "Robotics",       "Aerospace",   "Automotive",
    "Steel",        "Packaging",    "Printing",      "Optics",         "Instruments", "Semiconductors",
    "Telecom",      "Payments",     "Learning",      "Hosting",        "Informatik",  "Elektrotechnik",
    "Ingénierie",   "Conseil",      "Ingeniería",    "Servicios",      "Sistemi",     "Usługi",
    "Budowa",       "Verlag",       "Werke",         "Druck",          "Metall",      "Holz",
    "Wasser",       "Umwelt",       "Labor",         "Klinik",         "Farm",        "Marine",
    "Mining",       "Biotech",      "Genetics",      "Diagnostics",    "Imaging",     "Sensors",
    "Lighting",     "Cables",       "Pumps",         "Valves",         "Tools"};
constexpr std::string_view kPlaces[] = {
    "Berlin",  "München", "Hamburg",  "London",      "Paris",     "Lyon",     "Madrid", "Milano",
    "Wien",    "Zürich",  "Kraków",   "Praha",       "Nordic",    "Baltic",   "Rhein",  "Bayern",
    "Iberia",  "Benelux", "Europe",   "Deutschland", "UK",        "Polska",   "France", "Italia",
    "Schweiz", "Austria", "Asia",     "America",     "Pacific",   "Atlantic", "North",  "South",
    "Alpine",  "Köln",    "Göteborg", "Malmö",       "København", "Oslo",     "Łódź",   "Bristol",
    "Leeds",   "Dublin",  "Cork",     "Porto",       "Sevilla",   "Torino"};
constexpr std::string_view kSurnames[] = {
    "Müller",   "Schmidt",  "Schneider", "Fischer",    "Weber",   "Meyer",    "Wagner",   "Becker",
    "Schulz",   "Hoffmann", "Schäfer",   "Koch",       "Bauer",   "Richter",  "Klein",    "Wolf",
    "Schröder", "Neumann",  "Schwarz",   "Zimmermann", "Krüger",  "Hartmann", "Lange",    "Smith",
    "Jones",    "Taylor",   "Brown",     "Williams",   "Wilson",  "Johnson",  "Davies",   "Robinson",
    "Wright",   "Thompson", "Evans",     "Walker",     "White",   "Roberts",  "Green",    "Hall",
    "Martin",   "Bernard",  "Dubois",    "Thomas",     "Robert",  "Durand",   "Lefèvre",  "Moreau",
    "Rossi",    "Russo",    "Ferrari",   "Esposito",   "Bianchi", "García",   "Martínez", "López",
    "Sánchez",  "Pérez",    "Kowalski",  "Wiśniewski", "Wójcik",  "Jansen",   "de Vries", "Bakker",
    "Hansen",   "Larsen",   "Sørensen",  "Lindqvist",  "Åkesson", "Novák",    "Svoboda"};
constexpr std::pair<std::string_view, std::string_view> kForms[] = {
    {"GmbH", "Gesellschaft mit beschränkter Haftung"},
    {"Ltd", "Limited"},
    {"Limited", "Ltd."},
    {"AG", "Aktiengesellschaft"},
    {"GmbH & Co. KG", "GmbH und Co KG"},
    {"S.A.", "SA"},
    {"SARL", "S.à r.l."},
    {"Inc.", "Incorporated"},
    {"LLC", "L.L.C."},
    {"B.V.", "BV"},
    {"AB", "Aktiebolag"},
    {"S.p.A.", "SpA"},
    {"S.r.l.", "Srl"},
    {"Sp. z o.o.", "sp zoo"},
    {"plc", "PLC"},
    {"A/S", "AS"},
    {"Corp.", "Corporation"},
    {"S.L.", "SL"}};
constexpr std::pair<std::string_view, std::string_view> kShort[] = {
    {"International", "Intl"},  {"Technologies", "Tech"}, {"Services", "Svcs"},
    {"Systems", "Sys"},         {"Manufacturing", "Mfg"}, {"Engineering", "Eng"},
    {"Laboratories", "Labs"},   {"Management", "Mgmt"},   {"Communications", "Comms"},
    {"Industries", "Industry"}, {"Group", "Grp"},         {"Solutions", "Solution"}};
constexpr std::pair<std::string_view, std::string_view> kPlain[] = {
    {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"ß", "ss"},
    {"é", "e"},  {"è", "e"},  {"í", "i"},  {"ó", "o"},  {"á", "a"},  {"ś", "s"},
    {"ł", "l"},  {"Ł", "L"},  {"ø", "o"},  {"Å", "A"},  {"ź", "z"},  {"ą", "a"}};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

std::string without_accents(std::string text) {
  for (const auto& [letter, plain] : kPlain) text = replaced(std::move(text), letter, plain);
  return text;
}

// Plainer still: "Muller".
std::string without_umlauts(std::string text) {
  for (const auto& [letter, plain] : kPlain) text = replaced(std::move(text), letter, plain.substr(0, 1));
  return text;
}

std::string stem(Dice& dice) {
  std::string text;
  for (auto syllables = 1 + dice.below(3); syllables > 0; --syllables) {
    text += dice.of(kOnsets);
    text += dice.of(kVowels);
    text += dice.of(kCodas);
  }
  text += dice.of(kEndings);
  if (text.size() < 3) text += "ra";
  if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string initials(Dice& dice) {
  std::string text;
  for (auto letters = 2 + dice.below(3); letters > 0; --letters)
    text += static_cast<char>('A' + dice.below(26));
  return text;
}

std::string joined(std::initializer_list<std::string_view> words) {
  std::string text;
  for (const auto word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::string made_up_name(Dice& dice, const std::vector<std::string>& stems) {
  const auto& first = dice.often_first(stems);
  const auto word = dice.often_first(kWords), other = dice.often_first(kWords);
  switch (dice.below(12)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return joined({first, word});
    case 4:
      return joined({first, word, other});
    case 5:
      return joined({dice.of(kSurnames), dice.one_in(2) ? "&" : "und", dice.of(kSurnames), word});
    case 6:
      return joined({dice.of(kSurnames), first, word});
    case 7:
      return joined({initials(dice), first, word});
    case 8:
      return joined({first, dice.of(kPlaces)});
    case 9:
      return joined({dice.of(kPlaces), first, word});
    case 10:
      return joined({first, dice.often_first(stems)});
    default:
      return first;
  }
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text)
    if (c != ' ')
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  return words;
}

std::string join(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

struct Parts {
  std::vector<std::string> words;
  std::string_view form, other_form;
};

Parts parts_of(const std::string& name) {
  Parts parts;
  auto text = name;
  for (const auto& [form, other] : kForms)
    if (name.ends_with(" " + std::string(form)) && form.size() > parts.form.size()) {
      parts.form = form;
      parts.other_form = other;
    }
  if (!parts.form.empty()) text.resize(text.size() - parts.form.size() - 1);
  parts.words = words_of(text);
  return parts;
}

// In the longest of a few words: people mistype what is long. Only what is ASCII is touched.
std::size_t word_to_mistype(Dice& dice, const std::vector<std::string>& words) {
  auto place = dice.below(words.size());
  for (int tries = 0; tries < 3 && words[place].size() < 5; ++tries) place = dice.below(words.size());
  return place;
}

void mistype(Dice& dice, std::string& word) {
  std::vector<std::size_t> places;
  for (std::size_t at = word.size() > 3 ? 1 : 0; at < word.size(); ++at)
    if (static_cast<unsigned char>(word[at]) < 0x80) places.push_back(at);
  if (places.empty()) return;
  const auto at = dice.of(places);
  const auto letter = static_cast<char>('a' + dice.below(26));
  switch (dice.below(5)) {
    case 0:
      if (word.size() > 3) word.erase(at, 1);
      return;
    case 1:
      word.insert(at, 1, letter);
      return;
    case 2:
      word.insert(at, 1, word[at]);  // a double letter
      return;
    case 3:
      word[at] = letter;
      return;
    default:
      if (at + 1 < word.size() && static_cast<unsigned char>(word[at + 1]) < 0x80)
        std::swap(word[at], word[at + 1]);
  }
}

using Noise = std::string (*)(Dice&, Parts);

std::string with_form(const Parts& parts) {
  return parts.form.empty() ? join(parts.words) : join(parts.words) + ' ' + std::string(parts.form);
}

std::string as_it_is(Dice&, Parts parts) { return with_form(parts); }
std::string lower(Dice&, Parts parts) {
  auto text = with_form(parts);
  for (auto& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}
std::string no_form(Dice&, Parts parts) { return join(parts.words); }
std::string another_form(Dice&, Parts parts) {
  return join(parts.words) + ' ' + std::string(parts.other_form);
}
std::string one_error(Dice& dice, Parts parts) {
  mistype(dice, parts.words[word_to_mistype(dice, parts.words)]);
  return dice.one_in(2) ? join(parts.words) : with_form(parts);
}
std::string two_errors(Dice& dice, Parts parts) {
  for (int error = 0; error < 2; ++error) mistype(dice, parts.words[word_to_mistype(dice, parts.words)]);
  return with_form(parts);
}
std::string plain(Dice& dice, Parts parts) {
  return dice.one_in(2) ? without_accents(with_form(parts)) : without_umlauts(with_form(parts));
}
std::string plain_and_error(Dice& dice, Parts parts) {
  for (auto& word : parts.words) word = without_accents(word);
  return one_error(dice, parts);
}
std::string shortened(Dice& dice, Parts parts) {
  auto text = join(parts.words);
  for (const auto& [whole, part] : kShort) text = replaced(std::move(text), whole, part);
  return dice.one_in(2) ? text : text + ' ' + std::string(parts.form);
}
std::string other_order(Dice& dice, Parts parts) {
  const auto at = dice.below(parts.words.size());
  std::swap(parts.words[0], parts.words[at]);
  return join(parts.words);
}
std::string word_less(Dice& dice, Parts parts) {
  if (parts.words.size() > 2)
    parts.words.erase(parts.words.begin() +
                      static_cast<std::ptrdiff_t>(1 + dice.below(parts.words.size() - 1)));
  return with_form(parts);
}
std::string word_more(Dice& dice, Parts parts) {
  parts.words.emplace_back(dice.often_first(kWords));
  return with_form(parts);
}
std::string blank_less(Dice& dice, Parts parts) {
  if (parts.words.size() < 2) return with_form(parts);
  const auto at = dice.below(parts.words.size() - 1);
  parts.words[at] += parts.words[at + 1];
  parts.words.erase(parts.words.begin() + static_cast<std::ptrdiff_t>(at + 1));
  return join(parts.words);
}
std::string blank_more(Dice& dice, Parts parts) {
  auto& word = parts.words[0];
  auto at = 2 + dice.below(std::max<std::size_t>(word.size(), 5) - 4);
  while (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) ++at;
  if (at < word.size()) word.insert(at, dice.one_in(2) ? "-" : " ");
  return with_form(parts);
}
std::string cut_off(Dice& dice, Parts parts) {
  auto& last = parts.words.back();
  if (parts.words.size() > 1 && last.size() > 4) last.resize(3 + dice.below(last.size() - 3));
  while (!last.empty() && (static_cast<unsigned char>(last.back()) & 0x80U) != 0) last.pop_back();
  return join(parts.words);
}

struct Kind {
  const char* name;
  Noise noise;
  std::size_t share;
};
constexpr Kind kKinds[] = {{"as it is", &as_it_is, 4},       {"lower case", &lower, 6},
                           {"no legal form", &no_form, 12},  {"another form", &another_form, 8},
                           {"one error", &one_error, 22},    {"two errors", &two_errors, 8},
                           {"no accents", &plain, 8},        {"no accents, an error", &plain_and_error, 4},
                           {"shortened", &shortened, 8},     {"other order", &other_order, 5},
                           {"a word less", &word_less, 4},   {"a word more", &word_more, 3},
                           {"a blank less", &blank_less, 3}, {"a blank more", &blank_more, 2},
                           {"cut off", &cut_off, 3}};

const Kind& kind_of(Dice& dice) {
  std::size_t total = 0;
  for (const auto& kind : kKinds) total += kind.share;
  auto at = dice.below(total);
  for (const auto& kind : kKinds) {
    if (at < kind.share) return kind;
    at -= kind.share;
  }
  return kKinds[0];
}

}  // namespace

std::vector<std::string> made_up_names(std::size_t count, unsigned seed) {
  Dice dice(seed);
  std::vector<std::string> stems;
  for (std::size_t i = 0; i < count * 2 / 3; ++i) stems.push_back(stem(dice));
  std::unordered_set<std::string> known;
  std::vector<std::string> names;
  while (names.size() < count) {
    const auto name = made_up_name(dice, stems);
    if (known.insert(normalise_name(without_umlauts(name))).second)
      names.push_back(name + ' ' + std::string(dice.often_first(kForms).first));
  }
  return names;
}

std::vector<NoisyQuery> noisy_queries(const std::vector<std::string>& names, std::size_t count,
                                      unsigned seed) {
  Dice dice(seed + 1);
  std::vector<NoisyQuery> queries;
  while (queries.size() < count) {
    const auto answer = dice.below(names.size());
    const auto& kind = kind_of(dice);
    queries.push_back({answer, kind.name, kind.noise(dice, parts_of(names[answer]))});
  }
  return queries;
}

}  // namespace certreg::bench
