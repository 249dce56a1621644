#include "certreg/service/source_schedules.h"

#include <algorithm>

namespace certreg::service {
namespace {

bool is_scheduled(const SourceDefinition& source) { return source.schedule.every.count() > 0; }

std::vector<std::string> scheduled_names(const Services& services) {
  std::vector<std::string> names;
  for (const auto& source : services.sources())
    if (is_scheduled(source)) names.push_back(source.name);
  return names;
}

const store::SourceSchedule* find(const std::vector<store::SourceSchedule>& known, const std::string& name) {
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const auto& s) { return s.source == name; });
  return found == known.end() ? nullptr : &*found;
}

// The user's own sources are due at once; one that is built in when somebody has fetched it before.
std::vector<store::PlannedSource> unplanned(const Services& services,
                                            const std::vector<store::SourceSchedule>& known) {
  std::vector<store::PlannedSource> planned;
  for (const auto& source : services.sources()) {
    if (!is_scheduled(source)) continue;
    const auto* row = find(known, source.name);
    const bool followed = !source.built_in || row != nullptr;
    if (followed && (row == nullptr || !row->due_at)) planned.push_back({source.name, services.clock.now()});
  }
  return planned;
}

}  // namespace

std::string due_source(Services& services) {
  const auto names = scheduled_names(services);
  if (names.empty()) return {};
  auto transaction = services.database.begin();
  const auto fresh = unplanned(services, store::load_schedules(transaction, names));
  if (!fresh.empty()) store::plan_sources(transaction, fresh);
  const auto due = store::due_source(transaction, names, services.clock.now());
  transaction.commit();
  return due.value_or(std::string());
}

SourceState source_state(Services& services, const SourceDefinition& source) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto schedules = store::load_schedules(transaction, {&source.name, 1});
  return {schedules.empty() ? std::nullopt : std::optional(std::move(schedules.front())),
          store::last_attempts_of_source(transaction, source.name)};
}

}  // namespace certreg::service
