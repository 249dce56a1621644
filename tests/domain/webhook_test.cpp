#include "certreg/domain/webhook.h"

#include <gtest/gtest.h>

#include "support/certificates.h"

namespace certreg {
namespace {

using namespace std::chrono_literals;
using State = FindingState;

const Instant kNow = support::at("2026-06-01T12:00:00Z");

TEST(Webhook, TellsWhatBecameOfAFinding) {
  EXPECT_EQ(event_of({}, State::Open), EventType::FindingOpened);
  EXPECT_EQ(event_of({}, State::Compensated), EventType::FindingOpened);
  EXPECT_EQ(event_of(State::Cured, State::Open), EventType::FindingOpened);
  EXPECT_EQ(event_of(State::Accepted, State::Open), EventType::FindingOpened) << "the decision ended";
  EXPECT_EQ(event_of(State::Open, State::Open), EventType::FindingChanged);
  EXPECT_EQ(event_of(State::Open, State::Compensated), EventType::FindingChanged);
  EXPECT_EQ(event_of(State::Accepted, State::Cured), EventType::FindingCured);
  EXPECT_EQ(event_of(State::Open, State::Accepted), std::nullopt) << "the decision is told";
  EXPECT_EQ(event_of(State::Open, State::NotApplicable), std::nullopt);
}

TEST(Webhook, AnEndpointThatFailsRestsLongerEachTime) {
  auto health = after_failure({}, 500, {}, kNow);
  EXPECT_EQ(health.failing_since, kNow);
  EXPECT_EQ(health.resumes_at, kNow + 1min);
  health = after_failure(health, 0, {}, kNow + 1min);
  EXPECT_EQ(health.failures, 2);
  EXPECT_EQ(health.failing_since, kNow);
  EXPECT_EQ(health.resumes_at, kNow + 6min);
}

TEST(Webhook, AnEndpointSaysHowLongItWantsToRest) {
  EXPECT_EQ(after_failure({}, 429, 3600s, kNow).resumes_at, kNow + 1h);
  EXPECT_EQ(after_failure({}, 503, 1s, kNow).resumes_at, kNow + 1min) << "not sooner than our own rest";
  EXPECT_EQ(after_failure({}, 503, std::chrono::seconds::max(), kNow).resumes_at, kNow + 24h);
}

TEST(Webhook, GoneDisablesAtOnceAndSilenceAfterFiveDays) {
  const auto gone = after_failure({}, 410, {}, kNow);
  EXPECT_EQ(gone.disabled_at, kNow);
  EXPECT_EQ(gone.disabled_why, "the endpoint answered 410 Gone");
  const EndpointHealth failing{.failures = 12, .failing_since = kNow - 120h + 1s};
  EXPECT_EQ(after_failure(failing, 500, {}, kNow).disabled_at, std::nullopt);
  EXPECT_EQ(after_failure(failing, 500, {}, kNow + 1s).disabled_why,
            "the endpoint took no message since 2026-05-27");
}

}  // namespace
}  // namespace certreg
