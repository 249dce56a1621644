// The texts of pages, by language: src/web/messages/LANGUAGE/*.yaml, a file a page; each language has
// the same keys, and {{x}} stands for a value.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "certreg/domain/date.h"
#include "certreg/http/request.h"

namespace certreg::web {

enum class Language { English, German };

std::string_view to_string(Language language);  // "en", "de"

using Messages = std::map<std::string, std::string, std::less<>>;
const Messages& messages(Language language);

// Throws std::logic_error for a key that there is not.
const std::string& message(Language language, std::string_view key);

// With each {{name}} replaced; plain text, not escaped.
std::string message(Language language, std::string_view key,
                    std::initializer_list<std::pair<std::string_view, std::string_view>> values);

// The cookie `lang`, else the first language of Accept-Language that there is, else English.
Language language_of(const http::Request& request);

std::string day_text(Date day, Language language);                // "27 November 2026", "27.11.2026"
std::string instant_text(Instant instant, Language language);     // "27 November 2026, 12:30 UTC"
std::string number_text(std::int64_t number, Language language);  // "12,345", "12.345"
std::string size_text(std::int64_t bytes, Language language);     // "12.3 kB", "12,3 kB"

}  // namespace certreg::web
