#include "service/source_lease.h"

#include <algorithm>
#include <functional>

#include "service/new_id.h"
#include "service/source_refresh.h"

namespace certreg::service {
namespace {

constexpr std::chrono::seconds kFirstPause = std::chrono::minutes(15);
constexpr int kMostDoublings = 10;
constexpr std::size_t kSpread = 20;

std::chrono::seconds pause_after(int failures, std::chrono::seconds every) {
  return std::min(every, kFirstPause * (1 << std::clamp(failures - 1, 0, kMostDoublings)));
}

store::Lease lease_of(const Services& services, const std::string& by) {
  return {by, services.clock.now() + kLeaseLength};
}

}  // namespace

std::optional<Instant> next_due(const SourceDefinition& source, Instant now, int failures) {
  const auto every = source.schedule.every;
  if (every.count() == 0) return std::nullopt;
  const auto pause = failures > 0 ? pause_after(failures, every) : every;
  const auto part = std::hash<std::string>{}(source.name + certreg::to_string(now)) % 1000;
  const auto spread = std::chrono::seconds(
      static_cast<std::int64_t>(static_cast<std::size_t>(pause.count()) * part / 1000 / kSpread));
  return now + pause + spread;
}

SourceLease::SourceLease(Services& services, const SourceDefinition& source, int failures)
    : services_(&services), source_(&source), failures_(failures), by_(new_id(services.clock)) {}

std::optional<SourceLease> SourceLease::take(Services& services, const SourceDefinition& source,
                                             store::LeaseWhen when) {
  auto transaction = services.database.begin();
  const auto known = store::load_schedules(transaction, {&source.name, 1});
  SourceLease lease(services, source, known.empty() ? 0 : known.front().failures);
  if (!store::lease_source(transaction, source.name, services.clock.now(), lease_of(services, lease.by_),
                           when))
    return std::nullopt;
  transaction.commit();
  return lease;
}

void SourceLease::extend() {
  auto transaction = services_->database.begin();
  if (!store::extend_lease(transaction, source_->name, lease_of(*services_, by_))) throw LeaseLost{};
  transaction.commit();
}

void SourceLease::give_back() {
  auto transaction = services_->database.begin();
  store::release_source(transaction, source_->name, by_);
  transaction.commit();
}

void SourceLease::finish(bool something_was_read, const ImportId& import) {
  const auto now = services_->clock.now();
  const int failures = something_was_read ? 0 : failures_ + 1;
  auto transaction = services_->database.begin();
  store::finish_source(transaction, by_,
                       {.source = source_->name,
                        .due_at = next_due(*source_, now, failures),
                        .finished_at = now,
                        .failures = failures,
                        .import = import});
  transaction.commit();
}

}  // namespace certreg::service
