#include "domain/recognition.h"

#include <algorithm>

namespace certreg {
namespace {

bool covers(const std::optional<Date>& from, const std::optional<Date>& until, Date on) {
  return (!from || *from <= on) && (!until || on <= *until);
}

bool names(const Recognition& recognition, const StandardId& standard) {
  const auto& named = recognition.standards;
  return std::find(named.begin(), named.end(), standard) != named.end();
}

// ISO/IEC 27001 has one, ISO/IEC 27006-1: who is recognised for the main scope alone is not for it. Every
// sub-scope rests on the main scope.
bool has_sub_scope(const Reference& reference, const StandardId& standard) {
  for (const auto& body : reference.accreditation_bodies())
    for (const auto& recognition : body.recognitions)
      if (names(recognition, standard)) return true;
  return false;
}

bool holds_on(Date on, const Recognition& recognition, const Reference& reference) {
  const auto* arrangement = reference.find(ArrangementId{recognition.arrangement});
  return covers(recognition.from, recognition.until, on) &&
         (arrangement == nullptr || covers(arrangement->from, arrangement->until, on));
}

bool is_withdrawn(const std::vector<const Recognition*>& held, const std::string& arrangement) {
  return std::any_of(held.begin(), held.end(), [&](const Recognition* recognition) {
    return recognition->arrangement == arrangement && recognition->status == RecognitionStatus::Withdrawn;
  });
}

enum class Scopes { Any, TheStandards };

bool concerns(const Recognition& recognition, const StandardId& standard, Scopes scopes) {
  return scopes == Scopes::Any || recognition.standards.empty() || names(recognition, standard);
}

// Those that hold on the day and concern the standard, without those of an arrangement that withdrew one.
std::vector<const Recognition*> counting_on(Date on, const AccreditationBody& body,
                                            const StandardId& standard, Scopes scopes,
                                            const Reference& reference) {
  std::vector<const Recognition*> held;
  for (const auto& recognition : body.recognitions)
    if (holds_on(on, recognition, reference) && concerns(recognition, standard, scopes))
      held.push_back(&recognition);
  auto counting = held;
  std::erase_if(counting, [&](const auto* row) { return is_withdrawn(held, row->arrangement); });
  return counting;
}

}  // namespace

Standing standing_on(Date on, const AccreditationBody& body, const StandardId& standard,
                     const Reference& reference) {
  if (body.ended && *body.ended < on) return body.succeeded_by ? Standing::Succeeded : Standing::None;
  const auto scopes = has_sub_scope(reference, standard) ? Scopes::TheStandards : Scopes::Any;
  const auto counting = counting_on(on, body, standard, scopes, reference);
  if (counting.empty()) return Standing::None;
  const auto any = [&](auto holds) { return std::any_of(counting.begin(), counting.end(), holds); };
  if (any([](const auto* row) { return row->status == RecognitionStatus::Suspended; }))
    return Standing::Suspended;
  if (scopes == Scopes::Any || any([&](const auto* row) { return names(*row, standard); }))
    return Standing::Recognised;
  return Standing::MainScopeOnly;
}

std::string main_scope_of(const AccreditationBody& body, const Reference& reference) {
  for (const auto& recognition : body.recognitions) {
    const auto* arrangement = reference.find(ArrangementId{recognition.arrangement});
    if (arrangement != nullptr && !arrangement->main_scope.empty()) return arrangement->main_scope;
  }
  return "the main scope";
}

}  // namespace certreg
