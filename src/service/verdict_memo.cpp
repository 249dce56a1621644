#include "service/verdict_memo.h"

namespace certreg::service {

// Of what tells most questions apart; equality looks at all.
std::size_t VerdictMemo::Hash::operator()(const Asked& asked) const {
  std::size_t hash = std::hash<const void*>()(asked.party.get());
  const auto mix = [&](std::size_t part) { hash = (hash ^ part) * 0x9E3779B97F4A7C15U; };
  const auto mix_text = [&](const std::string& text) { mix(std::hash<std::string>()(text)); };
  mix_text(asked.question.standard.value);
  for (const auto& service : asked.question.services) mix_text(service);
  mix_text(asked.question.site);
  mix(static_cast<std::size_t>(asked.question.on.days().time_since_epoch().count()));
  mix(static_cast<std::size_t>(asked.question.stale_after_days));
  mix(static_cast<std::size_t>(asked.question.expiring_within_days));
  return hash ^ hash >> 32U;
}

VerdictPtr VerdictMemo::ask(const Question& question, const KnownPartyPtr& party) {
  Asked asked{party, question};
  if (auto known = verdicts_.find(asked)) return *known;
  auto verdict = ask_anew_(question, party);
  verdicts_.put(std::move(asked), verdict);
  return verdict;
}

}  // namespace certreg::service
