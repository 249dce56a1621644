#include "domain/scope_roles.h"

#include <algorithm>

#include "domain/scope_phrases.h"

namespace certreg {
namespace {

// Words of roles hold each other: "cloud service provider" has no "provider" of its own to state.
bool is_part_of_longer(const ScopeText& text, WordRange range, const ScopeVocabulary& words) {
  return std::ranges::any_of(words.roles(), [&](const RoleWords& other) {
    return std::ranges::any_of(text.find(other.words), [&](const auto& longer) {
      return longer.size() > range.size() && longer.holds(range);
    });
  });
}

std::size_t end_of_role(const ScopeText& text, std::size_t at, const ScopeVocabulary& words) {
  std::size_t end = at;
  for (const auto& [role, phrase] : words.roles())
    if (text.stands_at(phrase, at))
      end = std::max(end, at + 1 + static_cast<std::size_t>(std::ranges::count(phrase, ' ')));
  return end;
}

// Nothing stands between but other roles: "as PII controller and processor".
bool leads_to(const ScopeText& text, WordRange lead, WordRange role, const ScopeVocabulary& words) {
  auto at = lead.end;
  while (at < role.begin) {
    const auto end = end_of_role(text, at, words);
    if (end == at && !words.has(ScopeWordKind::Conjunction, text.words()[at].folded)) return false;
    at = std::max(end, at + 1);
  }
  return at == role.begin;
}

}  // namespace

std::vector<StatedRole> stated_roles(const ScopeText& text, const ScopeVocabulary& words) {
  if (!phrases_of(text, words).doubts.empty()) return {};
  std::vector<WordRange> leads;
  for (const auto& lead : words.of(ScopeWordKind::RoleLead))
    for (const auto& range : text.find(lead)) leads.push_back(range);
  std::vector<StatedRole> stated;
  for (const auto& [role, phrase] : words.roles())
    for (const auto& range : text.find(phrase)) {
      const auto lead = std::ranges::find_if(leads, [&](const auto& other) {
        return other.end <= range.begin && text.sentence_of(range).holds(other) &&
               leads_to(text, other, range, words);
      });
      if (lead == leads.end() || is_part_of_longer(text, range, words)) continue;
      stated.push_back({role, text.verbatim({lead->begin, range.end})});
    }
  return stated;
}

}  // namespace certreg
