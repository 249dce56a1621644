#include "domain/scope_words.h"

#include <algorithm>

#include "domain/words.h"

namespace certreg {
namespace {

// Folded. A text with one of these may name a service in order to leave it out.
constexpr std::string_view kWordsOfExclusion[] = {"except",
                                                  "excepting",
                                                  "exception",
                                                  "exceptions",
                                                  "excluding",
                                                  "exclude",
                                                  "excludes",
                                                  "excluded",
                                                  "exclusion",
                                                  "exclusions",
                                                  "exclusive of",
                                                  "not",
                                                  "other than",
                                                  "outside",
                                                  "out of scope",
                                                  "without",
                                                  "ausgenommen",
                                                  "ausgeschlossen",
                                                  "ausnahme",
                                                  "ausschluss",
                                                  "ausser",
                                                  "ohne",
                                                  "nicht",
                                                  "exclu",
                                                  "exclus",
                                                  "exclue",
                                                  "exclues",
                                                  "excluant",
                                                  "hors",
                                                  "sauf",
                                                  "excepté",
                                                  "sans",
                                                  "excepto",
                                                  "salvo",
                                                  "excluyendo",
                                                  "excluido",
                                                  "excluidos",
                                                  "exclusión",
                                                  "excepción",
                                                  "sin",
                                                  "escluso",
                                                  "esclusa",
                                                  "esclusi",
                                                  "escluse",
                                                  "esclusione",
                                                  "eccetto",
                                                  "eccezione",
                                                  "tranne",
                                                  "exceto",
                                                  "excluindo",
                                                  "exclusão",
                                                  "exceção",
                                                  "behalve",
                                                  "exclusief",
                                                  "uitgezonderd",
                                                  "uitzondering",
                                                  "uitgesloten",
                                                  "zonder",
                                                  "niet",
                                                  "undantag",
                                                  "undtagen",
                                                  "unntatt",
                                                  "wyłączeniem",
                                                  "kromě",
                                                  "hariç",
                                                  "apart from",
                                                  "aside from",
                                                  "save for",
                                                  "no",
                                                  "nor",
                                                  "limited to",
                                                  "kein",
                                                  "keine",
                                                  "keinen",
                                                  "keiner",
                                                  "ausserhalb",
                                                  "beschränkt auf",
                                                  "ne pas",
                                                  "pas",
                                                  "no incluye",
                                                  "não",
                                                  "non",
                                                  "only",
                                                  "solely",
                                                  "exclusively",
                                                  "restricted to",
                                                  "confined to",
                                                  "nur",
                                                  "lediglich",
                                                  "ausschliesslich",
                                                  "begrenzt auf",
                                                  "uniquement",
                                                  "seulement",
                                                  "exclusivement",
                                                  "únicamente",
                                                  "solamente",
                                                  "exclusivamente",
                                                  "soltanto",
                                                  "unicamente",
                                                  "apenas",
                                                  "somente",
                                                  "uitsluitend",
                                                  "alleen",
                                                  "slechts",
                                                  "ausnahmen",
                                                  "hormis",
                                                  "but",
                                                  "save",
                                                  "barring",
                                                  "omitting",
                                                  "omitted",
                                                  "minus",
                                                  "exempt",
                                                  "exempted"};
constexpr std::string_view kSignsOfExclusion[] = {"除", "不含", "不包括", "以外", "対象外", "제외"};

// "1.10" as 1, 10; empty when anything but numbers and dots is in it.
std::vector<int> numbers_of(std::string_view version) {
  if (version.starts_with('v') || version.starts_with('V')) version.remove_prefix(1);
  std::vector<int> numbers(1, 0);
  std::size_t digits = 0;
  for (char c : version) {
    if (c == '.' && digits > 0) {
      numbers.push_back(0);
      digits = 0;
    } else if (c >= '0' && c <= '9' && ++digits < 9) {
      numbers.back() = numbers.back() * 10 + (c - '0');
    } else {
      return {};
    }
  }
  return digits > 0 ? numbers : std::vector<int>{};
}

template <class Value>
StatementOrder order_of(const Value& held, const Value& printed) {
  if (held == printed) return StatementOrder::Same;
  return held < printed ? StatementOrder::Older : StatementOrder::Newer;
}

}  // namespace

bool has_words_of_exclusion(std::string_view folded) {
  return std::any_of(std::begin(kWordsOfExclusion), std::end(kWordsOfExclusion),
                     [&](auto word) { return contains_words(folded, word); }) ||
         std::any_of(std::begin(kSignsOfExclusion), std::end(kSignsOfExclusion),
                     [&](auto sign) { return folded.find(sign) != std::string_view::npos; });
}

std::span<const std::string> words_of_exclusion() {
  static const auto sorted = [] {
    std::vector<std::string> words(std::begin(kWordsOfExclusion), std::end(kWordsOfExclusion));
    std::sort(words.begin(), words.end());
    return words;
  }();
  return sorted;
}

bool has_name(const std::vector<std::string>& names, const std::string& asked) {
  const auto folded = fold_words(asked);
  return !folded.empty() && std::any_of(names.begin(), names.end(),
                                        [&](const auto& name) { return fold_words(name) == folded; });
}

bool resembles_any(const std::vector<std::string>& names, const std::string& asked) {
  const auto folded = fold_words(asked);
  if (folded.empty()) return true;
  return std::any_of(names.begin(), names.end(), [&](const auto& name) {
    const auto other = fold_words(name);
    return !other.empty() && (contains_words(other, folded) || contains_words(folded, other));
  });
}

bool scope_excludes_something(const CertificateVersion& version) {
  return !version.exclusions.empty() || has_words_of_exclusion(fold_words(version.scope)) ||
         std::any_of(version.scope_items.begin(), version.scope_items.end(),
                     [](const ScopeItem& item) { return item.extent != ScopeExtent::Whole; });
}

StatementOrder compare_statements(const Statement& held, const Statement& printed) {
  if (held.date && printed.date && *held.date != *printed.date) return order_of(*held.date, *printed.date);
  if (held.version.empty() || printed.version.empty()) {
    return held.date && printed.date ? StatementOrder::Same : StatementOrder::Unknown;
  }
  const auto one = numbers_of(held.version), other = numbers_of(printed.version);
  if (!one.empty() && !other.empty()) return order_of(one, other);
  return fold_words(held.version) == fold_words(printed.version) ? StatementOrder::Same
                                                                 : StatementOrder::Other;
}

}  // namespace certreg
