#include "certreg/jobs/watchman.h"

#include <fmt/format.h>

#include "certreg/service/alerting.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/findings.h"

namespace certreg::jobs {
namespace {

const service::Actor kActor{"watch", service::Role::Reviewer};

}  // namespace

Watchman::Watchman(service::Services& services, WatchmanOptions options)
    : services_(services),
      options_(std::move(options)),
      repeating_(
          [this] {
            look();
            return false;
          },
          [this](const std::string& what) {
            if (options_.report) options_.report("watch_failed", what);
          },
          options_.poll) {}

bool Watchman::is_watch_due() const {
  if (!watched_at_) return true;
  const auto now = services_.clock.now();
  if (day_of(now) != day_of(*watched_at_)) return true;
  return services_.feed.state().position != watched_position_ && now - *watched_at_ >= options_.between;
}

void Watchman::watch() {
  const auto position = services_.feed.state().position;
  const auto report = service::watch(services_, kActor);
  if (!report.ran) return;
  watched_at_ = services_.clock.now();
  watched_position_ = position;
  prepared_at_.reset();  // what was found is told at once
  if (options_.report)
    options_.report("watched",
                    fmt::format("{} relationships, {} findings opened, {} again, {} cured",
                                report.relationships, report.opened, report.reopened, report.cured));
}

void Watchman::tell() {
  const auto now = services_.clock.now();
  service::AlertReport prepared;
  if (!prepared_at_ || now - *prepared_at_ >= options_.alerts_between) {
    prepared = service::prepare_alerts_since(services_, noted_);
    prepared_at_ = now;
  }
  const auto sent = service::send_messages(services_);
  if (options_.report &&
      (prepared.messages > 0 || sent.sent + sent.deferred + sent.refused + sent.given_up > 0))
    options_.report(
        "alerts",
        fmt::format("{} due, {} messages; {} sent, {} deferred, {} refused, {} given up", prepared.due,
                    prepared.messages, sent.sent, sent.deferred, sent.refused, sent.given_up));
}

void Watchman::look() {
  if (is_watch_due()) watch();
  if (services_.mailer != nullptr) tell();  // else what is due waits until there is somebody to hand it to
}

}  // namespace certreg::jobs
