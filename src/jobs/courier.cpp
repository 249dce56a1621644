#include "certreg/jobs/courier.h"

#include <fmt/format.h>

#include "certreg/service/webhooks.h"

namespace certreg::jobs {

using service::DeliveryOutcome;

Courier::Courier(service::Services& services, CourierOptions options)
    : services_(services),
      options_(std::move(options)),
      repeating_([this] { return look(); },
                 [this](const std::string& what) { report("webhooks_failed", what); }, options_.poll) {}

void Courier::report(std::string_view event, const std::string& detail) const {
  if (options_.report) options_.report(event, detail);
}

bool Courier::look() {
  service::queue_webhook_events(services_);
  const auto notice = service::deliver_next(services_);
  switch (notice.outcome) {
    case DeliveryOutcome::None:
    case DeliveryOutcome::Stopped:
      return false;
    case DeliveryOutcome::Delivered:
      return true;
    case DeliveryOutcome::Deferred:
    case DeliveryOutcome::GivenUp:
      report("webhook_not_taken", fmt::format("{}: {}", notice.webhook, notice.detail));
      return true;
    case DeliveryOutcome::Disabled:
      report("webhook_disabled", fmt::format("{}: {}", notice.webhook, notice.detail));
      return true;
  }
  return false;
}

}  // namespace certreg::jobs
