#include "reading/service_entry.h"

#include <algorithm>
#include <array>

#include "certreg/domain/names.h"
#include "reading/fold.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongestName = 120;  // characters; beyond it is a sentence
constexpr std::ptrdiff_t kMostWords = 12;
constexpr int kMostWideLetters = 20;  // Chinese and Japanese have no blanks to count
constexpr std::size_t kLongestAcronym = 8;
constexpr std::string_view kBlanks = " \t\r\n";

struct Place {
  std::size_t begin = 0, end = 0;  // bytes
};

// The first of the words that stands in the text, of those at one place the longest.
std::optional<Place> find_word(std::string_view text, const std::vector<std::string>& words) {
  const Folded folded = fold(text);
  std::optional<Place> first;
  for (const auto& word : words) {
    const auto key = fold_label(word);
    if (key.empty()) continue;
    for (auto at = folded.text.find(key); at != std::string::npos; at = folded.text.find(key, at + 1)) {
      if (!is_word_boundary(folded.text, at) || !is_word_boundary(folded.text, at + key.size())) continue;
      const Place place{folded.offsets[at], folded.offsets[at + key.size() - 1] + 1};
      if (!first || place.begin < first->begin || (place.begin == first->begin && place.end > first->end))
        first = place;
      break;
    }
  }
  return first;
}

// Where words of a limit begin that are no part of "not limited to" and the like.
std::optional<Place> find_limit(std::string_view text, const ListSpec& spec) {
  std::string rest(text);
  while (const auto harmless = find_word(rest, spec.no_limits))
    std::fill(rest.begin() + static_cast<std::ptrdiff_t>(harmless->begin),
              rest.begin() + static_cast<std::ptrdiff_t>(harmless->end), ' ');
  return find_word(rest, spec.limits);
}

bool is_capital_or_digit(char letter) {
  return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

// "SOS" of "Simple Object Store": its letters are the name's, in order, the first one a word's; a digit may
// count letters ("S3").
bool is_acronym_of(std::string_view name, std::string_view letters) {
  const auto folded = fold_label(name);
  if (letters.size() < 2 || letters.size() > kLongestAcronym) return false;
  if (!std::ranges::all_of(letters, is_capital_or_digit)) return false;
  std::size_t at = 0;
  bool is_first = true;
  for (char letter : letters) {
    if (letter >= '0' && letter <= '9') continue;
    at = folded.find(lower(letter), at);
    while (is_first && at != std::string::npos && at > 0 && folded[at - 1] != ' ')
      at = folded.find(lower(letter), at + 1);
    if (at == std::string::npos) return false;
    ++at;
    is_first = false;
  }
  return !is_first;
}

// "Acme SOS" beside "Acme Simple Object Store" too.
bool is_short_name_of(std::string_view name, std::string_view words) {
  while (!words.empty()) {
    if (is_acronym_of(name, words)) return true;
    const auto blank = words.find(' ');
    if (blank == words.npos || name.size() <= blank ||
        name.substr(0, blank + 1) != words.substr(0, blank + 1))
      return false;
    words.remove_prefix(blank + 1);
    name.remove_prefix(blank + 1);
  }
  return false;
}

bool is_closed_by(char open, char close) {
  return (open == '(' && close == ')') || (open == '[' && close == ']');
}

struct Piece {
  std::string_view text;
  char open = 0;  // the bracket that it stands in
};

// None when the brackets do not match.
std::optional<std::vector<Piece>> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::string open;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (letter == '(' || letter == '[') {
      if (open.empty()) {
        pieces.push_back({text.substr(begin, at - begin)});
        begin = at + 1;
      }
      open += letter;
    } else if (letter == ')' || letter == ']') {
      if (open.empty() || !is_closed_by(open.back(), letter)) return std::nullopt;
      open.pop_back();
      if (!open.empty()) continue;
      pieces.push_back({text.substr(begin, at - begin), letter == ')' ? '(' : '['});
      begin = at + 1;
    }
  }
  if (!open.empty()) return std::nullopt;
  pieces.push_back({text.substr(begin)});
  return pieces;
}

std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto rest = text.substr(at);
    constexpr std::string_view kNoBreak = "\u00a0";
    constexpr std::array<std::string_view, 3> kInvisible{"\u200b", "\ufeff", "\u2060"};
    if (rest.starts_with(kNoBreak)) {
      result += ' ';
      at += kNoBreak.size() - 1;
    } else if (std::ranges::any_of(kInvisible, [&](auto sign) { return rest.starts_with(sign); })) {
      at += kInvisible.front().size() - 1;
    } else {
      result += kBlanks.find(text[at]) == kBlanks.npos ? text[at] : ' ';
    }
  }
  const auto doubled =
      std::unique(result.begin(), result.end(), [](char a, char b) { return a == ' ' && b == ' '; });
  result.erase(doubled, result.end());
  return result;
}

std::string_view without_trailing_separators(std::string_view text) {
  for (;;) {
    const auto before = text.size();
    text = trimmed(text);
    for (std::string_view sign : {",", ";", "-", "–", "—", ":"})
      if (text.ends_with(sign)) text.remove_suffix(sign.size());
    if (text.size() == before) return text;
  }
}

// "U.S. Government" is one.
bool has_two_sentences(std::string_view text) {
  for (auto at = text.find(". "); at != text.npos; at = text.find(". ", at + 1))
    if (at > 0 && !is_capital_or_digit(text[at - 1])) return true;
  return false;
}

// Of three bytes from U+3000 on: Chinese, Japanese, Korean and their marks.
bool is_sentence_of_wide_letters(std::string_view text) {
  constexpr std::array<std::string_view, 6> kMarks{"。", "，", "；", "？", "！", "："};
  if (std::ranges::any_of(kMarks, [&](auto mark) { return text.find(mark) != text.npos; })) return true;
  return std::ranges::count_if(text, [](char byte) {
           const auto lead = static_cast<unsigned char>(byte);
           return lead >= 0xE3 && lead < 0xF0;
         }) > kMostWideLetters;
}

// Or what announces a list and is none of it.
bool is_sentence(std::string_view text) {
  constexpr std::string_view kEnds = ".?!:";
  return text.empty() || kEnds.find(text.back()) != kEnds.npos || has_two_sentences(text);
}

bool is_name(std::string_view name) {
  if (is_sentence(name) || is_sentence_of_wide_letters(name)) return false;
  if (!is_clean_text(name, kLongestName) || fold_label(name).empty()) return false;
  if (std::ranges::count(name, ' ') >= kMostWords) return false;
  return name.find("://") == name.npos && name.find("www.") == name.npos;
}

class EntryReader {
 public:
  explicit EntryReader(const ListSpec& spec) : spec_(spec) {}

  std::optional<ServiceEntry> read(std::string_view text) {
    const auto cleaned = plain(text);
    const auto pieces = pieces_of(trimmed(cleaned));
    if (!pieces || is_sentence(trimmed(cleaned))) return std::nullopt;
    for (const auto& piece : *pieces) piece.open == 0 ? take_words(piece.text) : take_group(piece);
    cut_words();
    strip_marks();
    entry_.item.name = without_trailing_separators(name_);
    if (is_unreadable_ || !is_name(entry_.item.name)) return std::nullopt;
    return std::move(entry_);
  }

 private:
  void take_words(std::string_view words) {
    // Two pieces of a name around a group that is none of it.
    if (name_.ends_with(' ') && words.starts_with(' ')) words.remove_prefix(1);
    name_ += words;
  }

  void take_group(const Piece& piece) {
    const auto group = trimmed(piece.text);
    ScopeItem& item = entry_.item;
    const auto other = find_word(group, spec_.other_names);
    if (is_number(group)) {
      entry_.marks.push_back("[" + std::string(group) + "]");
    } else if (says_out(group)) {
      leave_out(item, ScopeExtent::Out, group);
    } else if (find_limit(group, spec_)) {
      leave_out(item, ScopeExtent::InPart, group);
    } else if (is_word_of(group, spec_.all_regions)) {
      item.all_regions = true;
    } else if (other && other->begin == 0) {
      add_short_name(group.substr(other->end));
    } else if (is_short_name_of(trimmed(name_), group)) {
      add_short_name(group);
    } else {
      name_ += piece.open + std::string(group) + (piece.open == '(' ? ')' : ']');
    }
  }

  static bool is_number(std::string_view group) {
    return !group.empty() && group.size() <= 2 && group.find_first_not_of("0123456789") == group.npos;
  }

  void add_short_name(std::string_view words) {
    words = without_trailing_separators(words);
    if (is_name(words))
      entry_.item.short_names.emplace_back(words);
    else
      is_unreadable_ = true;
  }

  // The name ends where words begin that leave something out or give it another name.
  void cut_words() {
    if (const auto out = find_word(name_, not_in_scope_phrases())) {
      leave_out(entry_.item, ScopeExtent::Out, std::string_view(name_).substr(out->begin));
      name_.resize(out->begin);
    }
    if (const auto limit = find_limit(name_, spec_)) {
      leave_out(entry_.item, ScopeExtent::InPart, std::string_view(name_).substr(limit->begin));
      name_.resize(limit->begin);
    }
    if (const auto other = find_word(name_, spec_.other_names)) {
      add_short_name(std::string_view(name_).substr(other->end));
      name_.resize(other->begin);
    }
  }

  bool says_out(std::string_view group) const {
    return is_word_of(group, spec_.not_in_scope) || has_word_of(group, not_in_scope_phrases());
  }

  // "no" and "false" speak in a cell of their own only.
  std::vector<std::string> not_in_scope_phrases() const {
    std::vector<std::string> phrases;
    std::ranges::copy_if(spec_.not_in_scope, std::back_inserter(phrases),
                         [](const auto& word) { return word.find(' ') != std::string::npos; });
    return phrases;
  }

  void strip_marks() {
    for (;;) {
      const auto name = without_trailing_separators(name_);
      const auto mark = mark_after(name);
      if (mark.empty()) return;
      entry_.marks.emplace_back(mark);
      name_ = name.substr(0, name.size() - mark.size());
    }
  }

  const ListSpec& spec_;
  ServiceEntry entry_;
  std::string name_;
  bool is_unreadable_ = false;
};

std::string_view without_and(std::string_view text) {
  text = trimmed(text);
  for (std::string_view word : {"and ", "& "})
    if (text.starts_with(word)) return trimmed(text.substr(word.size()));
  return text;
}

}  // namespace

std::optional<ServiceEntry> read_entry(std::string_view text, const ListSpec& spec) {
  return EntryReader(spec).read(text);
}

std::string list_key(std::string_view text) {
  auto folded = fold_label(text);
  return folded.empty() ? std::string(trimmed(text)) : folded;
}

bool is_word_of(std::string_view text, const std::vector<std::string>& words) {
  const auto key = list_key(text);
  return !key.empty() && std::ranges::any_of(words, [&](const auto& word) { return list_key(word) == key; });
}

bool has_word_of(std::string_view text, const std::vector<std::string>& words) {
  return find_word(text, words).has_value();
}

bool has_limit(std::string_view text, const ListSpec& spec) { return find_limit(text, spec).has_value(); }

void leave_out(ScopeItem& item, ScopeExtent extent, std::string_view words) {
  item.extent = std::max(item.extent, extent);
  const std::string more = plain(trimmed(words));
  if (item.exclusion.find(more) == std::string::npos)
    item.exclusion += (item.exclusion.empty() ? "" : "; ") + more;
  if (item.exclusion.size() <= kLongestItemExclusion) return;
  auto end = kLongestItemExclusion;
  while (end > 0 && (static_cast<unsigned char>(item.exclusion[end]) & 0xC0U) == 0x80U) --end;
  item.exclusion.resize(end);
}

std::vector<std::string> split_list(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool is_end = at == text.size();
    if (!is_end && (text[at] == '(' || text[at] == '[')) ++depth;
    if (!is_end && (text[at] == ')' || text[at] == ']')) --depth;
    if (!is_end && (depth > 0 || separators.find(text[at]) == separators.npos)) continue;
    if (const auto part = without_and(text.substr(begin, at - begin)); !part.empty())
      parts.emplace_back(part);
    begin = at + 1;
  }
  return parts;
}

std::vector<std::string> split_services(std::string_view text, std::string_view separators) {
  auto parts = split_list(text, separators);
  const bool are_names = std::ranges::all_of(parts, [](const auto& part) {
    return begins_like_a_name(part) && part.find(": ") == std::string::npos;
  });
  if (parts.size() < 2 || are_names) return parts;
  return {std::string(trimmed(text))};
}

bool begins_like_a_name(std::string_view text) {
  const auto is_lower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
  if (text.empty()) return false;
  return !is_lower(text[0]) || (text.size() > 1 && is_capital_or_digit(text[1]));  // "iMail"
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kBlanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

}  // namespace certreg::reading
