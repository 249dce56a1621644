#include "domain/countries.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <unordered_map>

#include "certreg/domain/names.h"
#include "domain/words.h"

namespace certreg {
namespace {

using Countries = std::unordered_map<std::string, std::string>;

constexpr const char* kLanguages[] = {"en", "de", "fr", "es", "it", "nl", "pt", "pl", "cs",
                                      "sk", "da", "sv", "nb", "fi", "hu", "ro", "hr", "bg",
                                      "el", "tr", "ru", "uk", "ja", "ko", "zh"};

struct UsualName {
  const char* name;
  const char* code;
};
constexpr UsualName kUsualNames[] = {{"uk", "GB"},
                                     {"great britain", "GB"},
                                     {"usa", "US"},
                                     {"u s a", "US"},
                                     {"uae", "AE"},
                                     {"the netherlands", "NL"},
                                     {"united states of america", "US"},
                                     {"vereinigte staaten", "US"}};

Countries countries() {
  Countries all;
  for (const char* language : kLanguages)
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      icu::UnicodeString name;
      icu::Locale("", *code).getDisplayCountry(icu::Locale(language), name);
      std::string text;
      all.try_emplace(fold_words(name.toUTF8String(text)), *code);
    }
  for (const auto& [name, code] : kUsualNames) all.insert_or_assign(name, code);
  return all;
}

}  // namespace

std::string country_named(std::string_view text) {
  static const Countries known = countries();
  if (is_country_code(text)) return std::string(text);
  const auto found = known.find(fold_words(text));
  return found == known.end() ? "" : found->second;
}

}  // namespace certreg
