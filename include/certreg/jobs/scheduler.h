// When sources are refreshed. Several instances may run one each on the same database.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "certreg/jobs/repeating.h"
#include "certreg/service/services.h"

namespace certreg::jobs {

struct SchedulerOptions {
  std::chrono::milliseconds poll{10'000};  // how often it looks for what is due
  std::function<void(std::string_view event, const std::string& detail)> report;  // for the log; may be empty
};

// Submits a run for each source that is due, one at a time. What became due while nothing ran is due at once,
// once. Sources that the user defined are followed by their schedule; one that is built in is followed from
// the first time that somebody fetched it, so that a new register asks nobody's host by itself.
class Scheduler {
 public:
  explicit Scheduler(service::Services& services, SchedulerOptions options = {});

  void start() { repeating_.start(); }
  void stop() { repeating_.stop(); }  // does not wait for a run that it submitted

  // One look, as the thread takes: submits the source that has been due longest and waits for its run.
  // Returns its name, empty when none is due. Throws Error(Unavailable) when the database is away.
  std::string run_one();

 private:
  service::Services& services_;
  SchedulerOptions options_;
  Repeating repeating_;  // last: its thread uses the rest
};

}  // namespace certreg::jobs
