// When relationships are watched and alerts go out. Several instances may run one each on the same database.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "certreg/jobs/repeating.h"
#include "certreg/service/services.h"

namespace certreg::jobs {

struct WatchmanOptions {
  std::chrono::milliseconds poll{60'000};  // how often it looks: messages that wait are sent then
  std::chrono::minutes alerts_between{5};  // least time between two looks for what is due
  std::chrono::minutes between{10};        // least time between two watches when the register changed
  std::function<void(std::string_view event, const std::string& detail)> report;  // for the log; may be empty
};

// Assesses all relationships each day and after changes of the register, then prepares and sends alerts. What
// became due while nothing ran is due at the first look.
class Watchman {
 public:
  explicit Watchman(service::Services& services, WatchmanOptions options = {});

  void start() { repeating_.start(); }
  void stop() { repeating_.stop(); }  // waits for the look under way

  // One look, as the thread takes. Throws Error(Unavailable) when the database is away.
  void look();

 private:
  bool is_watch_due() const;
  void watch();
  void tell();

  service::Services& services_;
  WatchmanOptions options_;
  std::optional<Instant> watched_at_;
  std::string watched_position_;  // of the catalogue
  std::optional<Instant> prepared_at_;
  std::string noted_;    // see prepare_alerts_since
  Repeating repeating_;  // last: its thread uses the rest
};

}  // namespace certreg::jobs
