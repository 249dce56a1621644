#include "domain/entity_name_parts.h"

#include <algorithm>
#include <optional>

#include "domain/legal_forms.h"
#include "domain/words.h"

namespace certreg {
namespace {

// Folded. What follows them is another name of the same company, of now or of before.
constexpr std::string_view kLeadIns[] = {
    "formerly known as",
    "previously known as",
    "also known as",
    "doing business as",
    "trading as",
    "formerly",
    "previously",
    "d b a",
    "dba",
    "f k a",
    "fka",
    "a k a",
    "aka",
    "t a",
    "now",
    "ehemals",
    "vormals",
    "anciennement",
    "antes",
    "gia",
};

std::optional<std::string> after_lead_in(std::string_view folded) {
  for (const auto lead_in : kLeadIns)
    if (folded.starts_with(lead_in) && folded.substr(lead_in.size()).starts_with(' '))
      return std::string(folded.substr(lead_in.size() + 1));
  return std::nullopt;
}

bool is_name_with_form(std::string_view folded) {
  const auto words = mark_legal_forms(split_words(folded));
  const auto is_form = [](const NameWord& word) { return word.legal_form; };
  return std::any_of(words.begin(), words.end(), is_form) &&
         !std::all_of(words.begin(), words.end(), is_form);
}

struct Brackets {  // folded
  std::string outside, inside;
};

std::optional<Brackets> brackets_in(std::string_view name) {
  const auto open = name.find('(');
  const auto close = name.find(')', open);
  if (open == name.npos || close == name.npos) return std::nullopt;
  const auto outside = std::string(name.substr(0, open)) + " " + std::string(name.substr(close + 1));
  return Brackets{fold_words(outside), fold_words(name.substr(open + 1, close - open - 1))};
}

std::vector<std::string> names_around_lead_in(std::string_view name) {
  const auto folded = fold_words(name);
  for (auto at = folded.find(' '); at != folded.npos; at = folded.find(' ', at + 1)) {
    // A single word as common as "now" leads on only behind a legal form.
    auto after = after_lead_in(std::string_view(folded).substr(at + 1));
    const auto before = folded.substr(0, at);
    if (after && is_name_with_form(before)) return {before, *after};
  }
  return {};
}

}  // namespace

std::vector<std::string> names_within(std::string_view name) {
  const auto brackets = brackets_in(name);
  if (!brackets) return names_around_lead_in(name);
  if (auto led_in = after_lead_in(brackets->inside)) return {brackets->outside, *led_in};
  if (brackets->outside.empty() || !is_name_with_form(brackets->inside)) return {};
  return {brackets->outside, brackets->inside};
}

}  // namespace certreg
