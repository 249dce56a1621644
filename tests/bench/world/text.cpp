#include "bench/world/text.h"

#include <unicode/unistr.h>

#include <algorithm>

namespace certreg::bench {

void replace(std::string& text, std::string_view what, std::string_view by) {
  if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & '\xc0') != '\x80'; }));
}

std::u32string code_points(std::string_view text) {
  const auto string = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::u32string all;
  for (std::int32_t at = 0; at < string.length(); at = string.moveIndex32(at, 1))
    all += static_cast<char32_t>(string.char32At(at));
  return all;
}

std::string to_utf8(std::u32string_view text) {
  icu::UnicodeString string;
  for (const auto point : text) string.append(static_cast<UChar32>(point));
  std::string bytes;
  return string.toUTF8String(bytes);
}

bool is_latin(std::string_view word) {
  constexpr char32_t kLatinEnd = 0x250;  // of Latin Extended-B
  const auto points = code_points(word);
  return !points.empty() &&
         (points.front() < kLatinEnd || (points.front() >= 0x1e00 && points.front() < 0x1f00));
}

std::string lower_ascii(std::string text) {
  for (auto& sign : text)
    if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign - 'A' + 'a');
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> all;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at) all.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return all;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

}  // namespace certreg::bench
