#include "bench/world/noise.h"

#include <unicode/locid.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <map>
#include <memory>
#include <stdexcept>

#include "bench/world/text.h"

namespace certreg::bench {
namespace {

using Edit = void (*)(std::u32string& text, std::size_t at, Draw& draw);

void exchange(std::u32string& text, std::size_t at, Draw&) {
  if (at + 1 < text.size()) std::swap(text[at], text[at + 1]);
}
void leave_out(std::u32string& text, std::size_t at, Draw&) { text.erase(at, 1); }
void double_it(std::u32string& text, std::size_t at, Draw&) { text.insert(at, 1, text[at]); }
void mistake(std::u32string& text, std::size_t at, Draw& draw) { text[at] = text[draw.below(text.size())]; }

std::string misspelt(const std::string& name, int times, Draw& draw) {
  constexpr std::array<Edit, 4> kEdits{exchange, leave_out, double_it, mistake};
  auto text = code_points(name);
  for (int i = 0; i < times && text.size() > 3; ++i)
    kEdits[draw.below(kEdits.size())](text, 1 + draw.below(text.size() - 1), draw);
  return to_utf8(text);
}

std::string abbreviated(std::string name, const Noise& noise) {
  for (const auto& [word, short_word] : noise.short_words) replace(name, word, short_word);
  return name;
}

std::string prefix(const std::string& name, Draw& draw) {
  const auto text = code_points(name);
  const auto least = std::max<std::size_t>(3, text.size() * 6 / 10);
  if (text.size() <= least) return name;
  auto start = text.substr(0, least + draw.below(text.size() - least));
  while (start.back() == U' ') start.pop_back();
  return to_utf8(start);
}

std::string swapped_words(const std::string& name, Draw& draw) {
  auto words = split(name);
  if (words.size() < 2) return name;
  const auto at = draw.below(words.size() - 1);
  std::swap(words[at], words[at + 1]);
  return joined(words);
}

// Made once a rule; a transliterator takes milliseconds to make.
const icu::Transliterator& transliterator(const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  static std::map<std::string, std::unique_ptr<icu::Transliterator>> made;
  auto& one = made[rules];
  if (!one) one.reset(icu::Transliterator::createInstance(rules, UTRANS_FORWARD, status));
  if (!one) throw std::runtime_error(std::string("no transliteration ") + rules);
  return *one;
}

// Germans write "ue" for "ü", others leave the dots out.
std::string transliterated(const std::string& name, const std::string& country) {
  const bool is_german = country == "DE" || country == "AT" || country == "CH";
  auto text = icu::UnicodeString::fromUTF8(name);
  transliterator(is_german ? "Any-Latin; de-ASCII; Latin-ASCII" : "Any-Latin; Latin-ASCII")
      .transliterate(text);
  std::string bytes;
  return text.toUTF8String(bytes);
}

std::string folded(const std::string& name) {
  std::string bytes;
  icu::UnicodeString::fromUTF8(name).toLower(icu::Locale::getRoot()).toUTF8String(bytes);
  auto text = code_points(bytes);
  std::erase_if(text, [](char32_t sign) {
    return std::u32string_view(U".,()&«»„“（）・").find(sign) != std::u32string_view::npos;
  });
  return joined(split(to_utf8(text)));
}

std::string with_noise(std::string_view kind, const Noise& noise, const Company& company, Draw& draw) {
  if (kind == "misspelt") return misspelt(company.name, 1, draw);
  if (kind == "misspelt_twice") return misspelt(company.name, 2, draw);
  if (kind == "abbreviated") return abbreviated(company.name, noise);
  if (kind == "prefix") return prefix(company.short_name, draw);
  if (kind == "without_legal_form") return company.short_name;
  if (kind == "transliterated") return transliterated(company.name, company.country->code);
  if (kind == "swapped_words") return swapped_words(company.short_name, draw);
  if (kind == "folded") return folded(company.name);
  throw std::runtime_error("noise.yaml names a kind that there is not: " + std::string(kind));
}

}  // namespace

std::optional<std::string> noisy_name(std::string_view kind, const Noise& noise, const Company& company,
                                      Draw& draw) {
  auto name = with_noise(kind, noise, company, draw);
  if (name == company.name) return std::nullopt;
  return name;
}

}  // namespace certreg::bench
