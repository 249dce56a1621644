// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/html_guard.h"

#include <cctype>

#include "certreg/documents/worker.h"

namespace certreg::worker {
namespace {

constexpr std::size_t kMaxNames = 4000;  // attributes and unquoted values of one tag

bool is_letter(char letter) { return std::isalpha(static_cast<unsigned char>(letter)) != 0; }
bool is_separator(char letter) {
  return std::isspace(static_cast<unsigned char>(letter)) != 0 || letter == '=' || letter == '/';
}

bool starts_with_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t at = 0; at < word.size(); ++at)
    if (std::tolower(static_cast<unsigned char>(text[at])) != word[at]) return false;
  return true;
}

// The length of the tag that `text` begins with.
std::size_t measure_tag(std::string_view text) {
  std::size_t names = 0, at = 1;
  bool in_name = false;
  for (; at < text.size() && text[at] != '>'; ++at) {
    if (text[at] == '"' || text[at] == '\'') {
      auto end = text.find(text[at], at + 1);
      if (end == std::string_view::npos) return text.size();
      at = end;
      in_name = false;
      continue;
    }
    bool part_of_name = !is_separator(text[at]);
    if (part_of_name && !in_name && ++names > kMaxNames)
      throw documents::Failure(documents::FailureKind::TooLarge, "a tag of the page has too many attributes");
    in_name = part_of_name;
  }
  return at;
}

// Scripts are full of angle brackets and quotes that are no tags.
std::size_t skip_raw_text(std::string_view text, std::string_view end_tag) {
  for (auto at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2))
    if (starts_with_word(text.substr(at), end_tag)) return at;
  return text.size();
}

}  // namespace

void refuse_hostile_tags(std::string_view source) {
  for (auto at = source.find('<'); at != std::string_view::npos; at = source.find('<', at)) {
    std::string_view rest = source.substr(at);
    if (rest.size() < 2 || !is_letter(rest[1])) {
      ++at;
      continue;
    }
    at += measure_tag(rest);
    if (at >= source.size()) return;
    if (starts_with_word(rest, "<script")) at += skip_raw_text(source.substr(at), "</script");
    if (at < source.size() && starts_with_word(rest, "<style"))
      at += skip_raw_text(source.substr(at), "</style");
  }
}

}  // namespace certreg::worker
