#include "certreg/domain/webhook.h"

#include <algorithm>

#include "certreg/domain/retry.h"

namespace certreg {
namespace {

constexpr int kGone = 410;
constexpr std::chrono::hours kDisabledAfter{5 * 24};
constexpr std::chrono::hours kLongestRest{24};  // whatever an endpoint asks for

std::string why_disabled(const EndpointHealth& health, int status, Instant now) {
  if (status == kGone) return "the endpoint answered 410 Gone";
  if (now - *health.failing_since < kDisabledAfter) return {};
  return "the endpoint took no message since " + day_of(*health.failing_since).to_string();
}

}  // namespace

const std::vector<std::string_view>& event_type_names() {
  static const std::vector<std::string_view> names{"finding.opened", "finding.changed", "finding.decided",
                                                   "finding.cured", "certificate.changed"};
  return names;
}

std::string_view to_string(EventType type) {
  return type == EventType::Test ? "webhook.test" : event_type_names()[static_cast<std::size_t>(type)];
}

std::optional<EventType> event_of(const std::optional<FindingState>& before, FindingState state) {
  if (state == FindingState::Cured) return EventType::FindingCured;
  if (!before || *before == FindingState::Cured) return EventType::FindingOpened;
  if (*before == state || state == FindingState::Compensated) return EventType::FindingChanged;
  if (state == FindingState::Open) return EventType::FindingOpened;
  return std::nullopt;
}

EndpointHealth after_failure(EndpointHealth health, int status,
                             const std::optional<std::chrono::seconds>& retry_after, Instant now) {
  ++health.failures;
  if (!health.failing_since) health.failing_since = now;
  health.disabled_why = why_disabled(health, status, now);
  if (!health.disabled_why.empty()) {
    health.disabled_at = now;
    return health;
  }
  const auto asked =
      std::min<std::chrono::seconds>(retry_after.value_or(std::chrono::seconds(0)), kLongestRest);
  health.resumes_at =
      std::max<Instant>(next_attempt(health.failures, now, now, kLongestRest).value(), now + asked);
  return health;
}

}  // namespace certreg
