// When webhooks are called. Several instances may run one each on the same database.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "certreg/jobs/repeating.h"
#include "certreg/service/services.h"

namespace certreg::jobs {

struct CourierOptions {
  std::chrono::milliseconds poll{2'000};  // how often it looks when nothing waits
  std::function<void(std::string_view event, const std::string& detail)> report;  // for the log; may be empty
};

// Makes what happened into events and hands them to those who want them, one at a time.
class Courier {
 public:
  explicit Courier(service::Services& services, CourierOptions options = {});

  void start() { repeating_.start(); }
  void begin_stop() { repeating_.begin_stop(); }
  void stop() { repeating_.stop(); }  // waits for the message under way

  // One look, as the thread takes: true when a message was tried, and more may wait. Throws
  // Error(Unavailable) when the database is away.
  bool look();

 private:
  void report(std::string_view event, const std::string& detail) const;

  service::Services& services_;
  CourierOptions options_;
  Repeating repeating_;  // last: its thread uses the rest
};

}  // namespace certreg::jobs
