#include "certreg/jobs/scheduler.h"

#include "certreg/domain/error.h"
#include "certreg/service/intake.h"
#include "certreg/service/source_schedules.h"

namespace certreg::jobs {
namespace {

const service::Actor kActor{"schedule", service::Role::Reviewer};
constexpr std::chrono::seconds kWait{1};

}  // namespace

Scheduler::Scheduler(service::Services& services, SchedulerOptions options)
    : services_(services),
      options_(std::move(options)),
      repeating_([this] { return !run_one().empty(); },
                 [this](const std::string& what) {
                   if (options_.report) options_.report("schedule_failed", what);
                 },
                 options_.poll) {}

std::string Scheduler::run_one() {
  auto due = service::due_source(services_);
  if (due.empty()) return {};
  service::ImportRequest request;
  request.source = due;
  request.scheduled = true;
  const auto run = services_.imports.submit(services_, std::move(request), kActor);
  while (!repeating_.is_stopping() && !services_.imports.wait(run.id, kWait)) {
  }
  if (options_.report) options_.report("source_refreshed", due);
  return due;
}

}  // namespace certreg::jobs
