// Events that endpoints are told of, and when an endpoint that fails is asked again (Standard Webhooks 1.0.0,
// "Operational considerations"). Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/decision.h"

namespace certreg {

enum class EventType {
  FindingOpened,  // or opened again
  FindingChanged,
  FindingDecided,
  FindingCured,
  CertificateChanged,
  Test,  // somebody asked for it; reaches every endpoint
};

std::string_view to_string(EventType type);               // "finding.opened"
const std::vector<std::string_view>& event_type_names();  // those to choose from, in the enumerators' order

// Of a finding that went from `before` (none: it is new) to `state`. None when a decision did it, which is
// told itself.
std::optional<EventType> event_of(const std::optional<FindingState>& before, FindingState state);

struct EndpointHealth {
  int failures = 0;  // in a row
  std::optional<Instant> failing_since;
  std::optional<Instant> resumes_at;  // nothing is sent before
  std::optional<Instant> disabled_at;
  std::string disabled_why;
};

// After a message that was not taken, with the answer's status (0: no answer) and the wait that it asked for.
// An endpoint rests as next_attempt() says, and is disabled by 410 Gone, and after five days without success.
EndpointHealth after_failure(EndpointHealth health, int status,
                             const std::optional<std::chrono::seconds>& retry_after, Instant now);

}  // namespace certreg
