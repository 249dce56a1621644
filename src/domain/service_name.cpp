#include "domain/service_name.h"

#include <algorithm>

#include "certreg/domain/names.h"
#include "domain/words.h"

namespace certreg {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kLeastInitials = 3;  // words of a name whose initials are a brand
constexpr std::size_t kMostHolders = 16;
constexpr std::size_t kLongestName = 300;  // bytes; a longer text is no name

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return !is_digit(c); }

bool has_letter_and_digit(std::string_view word) {
  return std::ranges::any_of(word, is_letter) && std::ranges::any_of(word, is_digit);
}

// "SQS", as printed.
bool is_in_capitals(std::string_view printed) {
  return printed.size() >= 3 && std::ranges::all_of(printed, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_common(const std::string& word, const ScopeVocabulary& words) {
  return words.has(ScopeWordKind::Common, word) || words.has(ScopeWordKind::Common, singular(word)) ||
         words.has(ScopeWordKind::Connecting, word);
}

// Enough to be a name without the brand: "S3", "SQS" in capitals, "Data Factory", but not "Drive".
bool is_enough(const Words& rest, std::string_view printed, const ScopeVocabulary& words) {
  if (rest.empty() || std::ranges::all_of(rest, [&](const auto& word) { return is_common(word, words); }))
    return false;
  return rest.size() > 1 || has_letter_and_digit(rest.front()) || is_in_capitals(printed);
}

std::size_t brand_length(const Words& words, const Naming& naming) {
  for (const auto& brand : naming.brands) {
    const auto parts = split_words(brand);
    if (parts.size() < words.size() && std::equal(parts.begin(), parts.end(), words.begin()))
      return parts.size();
  }
  return 0;
}

// The last word as it is printed.
std::string_view last_printed(std::string_view printed) {
  const auto end = printed.find_last_not_of(" \t-");
  if (end == std::string_view::npos) return {};
  const auto blank = printed.find_last_of(" \t-", end);
  const auto begin = blank == std::string_view::npos ? 0 : blank + 1;
  return printed.substr(begin, end + 1 - begin);
}

void add_form(std::string_view printed, const Naming& naming, NameKeys& keys) {
  const auto words = split_words(fold_words(printed));
  if (words.empty()) return;
  keys.push_back(key_of_words(words));
  const auto brand = brand_length(words, naming);
  const Words rest(words.begin() + static_cast<std::ptrdiff_t>(brand), words.end());
  if (brand > 0 && is_enough(rest, last_printed(printed), naming.words)) keys.push_back(key_of_words(rest));
}

// What two forms of one name share at their beginning says nothing of the initials: "Azure Active Directory
// (Azure AD)".
bool abbreviates(std::string_view shorter, std::string_view longer, const Naming& naming) {
  auto initials = split_words(fold_words(shorter)), words = split_words(fold_words(longer));
  const auto drop = [](Words& from, std::size_t count) {
    from.erase(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(count));
  };
  drop(initials, brand_length(initials, naming));
  drop(words, brand_length(words, naming));
  while (initials.size() > 1 && words.size() > 1 && initials.front() == words.front()) {
    drop(initials, 1);
    drop(words, 1);
  }
  return initials.size() == 1 && are_initials(initials.front(), words, naming.words);
}

void add_brands(std::string_view name, const ScopeVocabulary& words, Words& brands) {
  const auto folded = name_without_legal_form(name);
  const auto parts = split_words(folded);
  if (parts.empty()) return;
  if (!is_common(parts.front(), words)) brands.push_back(parts.front());
  const bool all_common =
      std::ranges::all_of(parts, [&](const auto& word) { return is_common(word, words); });
  if (!all_common) brands.push_back(folded);
  if (parts.size() < kLeastInitials) return;
  std::string initials;
  for (const auto& part : parts)
    if (!words.has(ScopeWordKind::Connecting, part)) initials += part.front();
  if (initials.size() >= kLeastInitials) brands.push_back(initials);
}

struct Brackets {
  std::string_view before, within;
};

// Of a name that ends in one pair of brackets.
Brackets brackets_of(std::string_view name) {
  const auto open = name.find('('), close = name.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  if (name.find('(', open + 1) < close) return {};
  if (!fold_words(name.substr(close + 1)).empty()) return {};
  return {name.substr(0, open), name.substr(open + 1, close - open - 1)};
}

}  // namespace

std::string singular(std::string_view folded) {
  const bool is_plural = folded.size() > 3 && folded.ends_with('s') && !folded.ends_with("ss") &&
                         !folded.ends_with("us") && !folded.ends_with("is");
  return std::string(is_plural ? folded.substr(0, folded.size() - 1) : folded);
}

std::string key_of_words(const Words& words) {
  std::string key;
  for (const auto& word : words) {
    // "Plan 1 1" is not "Plan 11".
    if (!key.empty() && is_digit(key.back()) && is_digit(word.front())) key += ' ';
    key += singular(word);
  }
  return key;
}

Naming naming_of(const CertificateVersion& version, const Supplier& supplier, const ScopeVocabulary& words) {
  Naming naming{words, {}};
  // Without common words nothing tells "Acme Cloud" without "Acme" from a kind of service.
  if (words.of(ScopeWordKind::Common).empty()) return naming;
  add_brands(supplier.name, words, naming.brands);
  const auto holders = std::min(version.holders.size(), kMostHolders);
  for (std::size_t i = 0; i < holders; ++i) add_brands(version.holders[i].name, words, naming.brands);
  std::ranges::sort(naming.brands, [](const auto& left, const auto& right) {
    return left.size() != right.size() ? left.size() > right.size() : left < right;
  });
  naming.brands.erase(std::unique(naming.brands.begin(), naming.brands.end()), naming.brands.end());
  return naming;
}

NameKeys keys_of(std::string_view name, const Naming& naming) {
  NameKeys keys;
  if (name.size() > kLongestName) return keys;
  add_form(name, naming, keys);
  const auto [before, within] = brackets_of(name);
  if (!before.empty() && (abbreviates(within, before, naming) || abbreviates(before, within, naming))) {
    add_form(before, naming, keys);
    add_form(within, naming, keys);
  }
  std::ranges::sort(keys);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool share_key(const NameKeys& one, const NameKeys& other) {
  return std::ranges::any_of(one, [&](const auto& key) { return std::ranges::binary_search(other, key); });
}

bool is_common_name(std::string_view name, const ScopeVocabulary& words) {
  const auto parts = split_words(fold_words(name));
  return std::ranges::all_of(parts, [&](const auto& word) { return is_common(word, words); });
}

bool is_one_common_word(std::string_view name, const ScopeVocabulary& words) {
  return split_words(fold_words(name)).size() == 1 && is_common_name(name, words);
}

bool are_initials(std::string_view initials, const Words& words, const ScopeVocabulary& vocabulary) {
  std::string expected;
  for (const auto& word : words)
    if (!vocabulary.has(ScopeWordKind::Connecting, word)) expected += word.front();
  std::string spelled;
  for (const char c : initials) {
    if (is_digit(c) && !spelled.empty())
      spelled.append(static_cast<std::size_t>(c - '0' > 1 ? c - '1' : 0), spelled.back());
    else
      spelled += c;
  }
  return spelled.size() > 1 && spelled == expected;
}

}  // namespace certreg
