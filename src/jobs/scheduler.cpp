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
    : services_(services), options_(std::move(options)) {}

Scheduler::~Scheduler() { stop(); }

void Scheduler::start() {
  thread_ = std::thread([this] { run(); });
}

void Scheduler::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool Scheduler::is_stopping() const {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

std::string Scheduler::run_one() {
  auto due = service::due_source(services_);
  if (due.empty()) return {};
  service::ImportRequest request;
  request.source = due;
  request.scheduled = true;
  const auto run = services_.imports.submit(services_, std::move(request), kActor);
  while (!is_stopping() && !services_.imports.wait(run.id, kWait)) {
  }
  return due;
}

void Scheduler::run() {
  while (!is_stopping()) {
    std::string done;
    try {
      done = run_one();
      if (!done.empty() && options_.report) options_.report("source_refreshed", done);
    } catch (const std::exception& failure) {
      if (options_.report) options_.report("schedule_failed", failure.what());
    }
    std::unique_lock lock(mutex_);
    if (done.empty()) wake_.wait_for(lock, options_.poll, [this] { return stopping_; });
  }
}

}  // namespace certreg::jobs
