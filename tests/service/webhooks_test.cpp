// Events become messages once, and are handed to those who want them.
#include "certreg/service/webhooks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "certreg/crypto/webhook_signature.h"
#include "certreg/domain/error.h"
#include "certreg/fetch/poster.h"
#include "service/portfolio_world.h"

namespace certreg::service {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::IsEmpty;

// Answers as it is told to, and keeps what it was told.
class FakeEndpoint final : public fetch::Poster {
 public:
  fetch::PostResult post(const fetch::PostRequest& request) override {
    requests.push_back(request);
    return answer;
  }
  std::vector<std::string> types() const {
    std::vector<std::string> all;
    for (const auto& request : requests) all.push_back(json::parse(request.body).at("type"));
    return all;
  }

  std::vector<fetch::PostRequest> requests;
  fetch::PostResult answer{fetch::PostOutcome::Answered, 200, {}, {}};
};

class Webhooks : public testing::Test {
 protected:
  Webhooks() { world.services().poster = &endpoint; }

  NewWebhook add(std::vector<std::string> events = {}) {
    return create_webhook(world.services(),
                          {.address = "https://hooks.example/", .events = std::move(events)},
                          PortfolioWorld::kAda);
  }
  // Tells all that happened, as the courier does.
  void tell() {
    queue_webhook_events(world.services());
    while (deliver_next(world.services()).outcome != DeliveryOutcome::None) {
    }
  }
  store::Webhook state(const NewWebhook& made) { return find_webhook(world.services(), made.webhook.id); }
  std::vector<store::DeliveryRecord> deliveries(const NewWebhook& made) {
    return list_deliveries(world.services(), made.webhook.id, {}, "", 100);
  }
  void queue_test(const NewWebhook& made) {
    test_webhook(world.services(), made.webhook.id, PortfolioWorld::kAda);
  }
  void wait(const std::string& instant) { world.clock().set(instant); }

  PortfolioWorld world;
  FakeEndpoint endpoint;
};

TEST_F(Webhooks, TellTheLifeOfAFindingOnce) {
  wait("2026-06-01T12:00:01Z");
  add();
  const auto bought = world.buy("R-1", "Acme Vault");
  const auto id = world.findings(bought).front().id;
  tell();
  EXPECT_THAT(endpoint.types(), ElementsAre("finding.opened"));
  const auto opened = json::parse(endpoint.requests.front().body);
  EXPECT_EQ(opened.at("data").at("finding").at("id"), id.value);
  EXPECT_EQ(opened.at("data").at("finding").at("rule"), "out_of_scope");
  EXPECT_EQ(opened.at("data").at("relationship").at("reference"), "R-1");
  EXPECT_EQ(opened.at("timestamp"), "2026-06-01T12:00:01.000000Z");
  tell();
  EXPECT_EQ(endpoint.requests.size(), 1U);

  Decision decision;
  decision.kind = DecisionKind::AcceptRisk;
  decision.until = support::day("2026-07-01");
  decision.reason = "a pilot";
  decide(world.services(), id, decision, PortfolioWorld::kAda);
  retire_relationship(world.services(), bought.id, bought.version, "ended", PortfolioWorld::kAda);
  tell();
  ASSERT_THAT(endpoint.types(), ElementsAre("finding.opened", "finding.cured", "finding.decided"));
  const auto decided = json::parse(endpoint.requests.back().body).at("data").at("decision");
  EXPECT_EQ(decided.at("kind"), "accept_risk");
  EXPECT_EQ(decided.at("reason"), "a pilot");
}

TEST_F(Webhooks, TellChangesOfCertificatesThatSomethingRestsOn) {
  add({"certificate.changed"});
  const auto correct = [&](const char* scope) {
    const auto record = world.services().catalogue.certificate(world.certificate_);
    auto version = record->latest();
    version.scope = scope;
    correct_certificate(world.services(), record->id, record->latest().id, version,
                        CorrectionKind::Correction, PortfolioWorld::kAda);
  };
  correct("Operation of Acme Mail, Acme Files");
  tell();
  EXPECT_THAT(endpoint.types(), IsEmpty()) << "nothing is bought from them";
  world.buy("R-1", "Acme Mail");
  correct("Operation of Acme Mail");
  tell();
  ASSERT_FALSE(endpoint.requests.empty());
  for (const auto& request : endpoint.requests) {
    const auto body = json::parse(request.body);
    EXPECT_EQ(body.at("type"), "certificate.changed");
    EXPECT_EQ(body.at("data").at("change").at("certificate"), world.certificate_.value);
  }
}

TEST_F(Webhooks, TellNobodyWhatHappenedBeforeTheyAsked) {
  world.buy("R-1", "Acme Vault");
  wait("2026-06-01T12:00:01Z");
  add();
  tell();
  EXPECT_THAT(endpoint.types(), IsEmpty());
}

TEST_F(Webhooks, TellEachOnlyWhatTheyWant) {
  add({"finding.cured"});
  const auto decisions = add({"finding.decided", "finding.cured"});
  const auto bought = world.buy("R-1", "Acme Vault");
  retire_relationship(world.services(), bought.id, bought.version, "ended", PortfolioWorld::kAda);
  tell();
  EXPECT_THAT(endpoint.types(), ElementsAre("finding.cured", "finding.cured"));
  EXPECT_EQ(endpoint.requests[0].headers[0], endpoint.requests[1].headers[0]) << "one event, one webhook-id";
  EXPECT_EQ(deliveries(decisions).size(), 1U);
}

TEST_F(Webhooks, AreSignedByBothSecretsForADay) {
  const auto made = add();
  const auto changed = change_webhook_secret(world.services(), made.webhook.id, PortfolioWorld::kAda);
  EXPECT_NE(changed.secret, made.secret);
  const auto signature_of = [&](const std::string& secret, const fetch::PostRequest& request) {
    const auto at = std::chrono::floor<std::chrono::seconds>(world.clock().now());
    return crypto::sign_webhook(secret, request.headers[0].second, at, request.body);
  };
  queue_test(made);
  tell();
  const auto& both = endpoint.requests.back();
  EXPECT_EQ(both.headers[1].second, "1780315200");
  EXPECT_EQ(both.headers[2].second,
            signature_of(changed.secret, both) + " " + signature_of(made.secret, both));
  wait("2026-06-02T12:00:00Z");
  queue_test(made);
  tell();
  const auto& one = endpoint.requests.back();
  EXPECT_EQ(one.headers[2].second, signature_of(changed.secret, one));
}

TEST_F(Webhooks, TryAgainUntilTheyAreTaken) {
  const auto made = add();
  queue_test(made);
  endpoint.answer = {fetch::PostOutcome::Answered, 503, std::chrono::seconds(600), {}};
  tell();
  ASSERT_EQ(endpoint.requests.size(), 1U);
  EXPECT_EQ(state(made).health.failures, 1);
  EXPECT_EQ(state(made).health.resumes_at, support::at("2026-06-01T12:10:00Z"));
  queue_test(made);
  wait("2026-06-01T12:09:59Z");
  tell();
  EXPECT_EQ(endpoint.requests.size(), 1U) << "an endpoint that rests is told nothing";
  endpoint.answer = {fetch::PostOutcome::Answered, 204, {}, {}};
  wait("2026-06-01T12:10:00Z");
  tell();
  EXPECT_EQ(endpoint.requests.size(), 3U);
  EXPECT_EQ(endpoint.requests[0].headers[0], endpoint.requests[2].headers[0]) << "the same webhook-id";
  EXPECT_EQ(state(made).health.failures, 0);
  for (const auto& delivery : deliveries(made)) EXPECT_EQ(delivery.state, store::DeliveryState::Delivered);
}

TEST_F(Webhooks, GiveUpAMessageAndThenTheEndpoint) {
  const auto made = add();
  queue_test(made);
  endpoint.answer = {fetch::PostOutcome::Failed, 0, {}, "nobody answered"};
  auto at = world.clock().now();
  for (int hour = 0; hour < 6 * 24; ++hour, at += std::chrono::hours(1)) {
    wait(certreg::to_string(at));
    if (hour == 4 * 24) queue_test(made);
    tell();
    if (state(made).health.disabled_at) break;
  }
  const auto all = deliveries(made);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[1].state, store::DeliveryState::GivenUp);
  EXPECT_EQ(all[0].state, store::DeliveryState::Dropped);
  EXPECT_EQ(all[1].last->detail, "nobody answered");
  EXPECT_EQ(state(made).health.disabled_why, "the endpoint took no message since 2026-06-01");
  EXPECT_LT(endpoint.requests.size(), 25U);
}

TEST_F(Webhooks, EndWith410) {
  const auto made = add();
  queue_test(made);
  queue_test(made);
  endpoint.answer = {fetch::PostOutcome::Answered, 410, {}, {}};
  tell();
  EXPECT_EQ(endpoint.requests.size(), 1U);
  for (const auto& delivery : deliveries(made)) EXPECT_EQ(delivery.state, store::DeliveryState::Dropped);
  EXPECT_THROW(queue_test(made), Error);
  change_webhook(world.services(), made.webhook.id, {.address = "https://hooks.example/new"},
                 PortfolioWorld::kAda);
  EXPECT_EQ(state(made).health.disabled_at, std::nullopt);
  endpoint.answer = {fetch::PostOutcome::Answered, 200, {}, {}};
  deliver_again(world.services(), made.webhook.id, deliveries(made)[0].event.id, PortfolioWorld::kAda);
  tell();
  EXPECT_EQ(endpoint.requests.back().address, "https://hooks.example/new");
  EXPECT_EQ(deliveries(made)[0].state, store::DeliveryState::Delivered);
}

// A message that the endpoint cannot take holds up no other.
TEST_F(Webhooks, GoAroundAMessageThatIsNotTaken) {
  const auto made = add();
  queue_test(made);
  endpoint.answer = {fetch::PostOutcome::Answered, 400, {}, {}};
  tell();
  queue_test(made);
  endpoint.answer = {fetch::PostOutcome::Answered, 200, {}, {}};
  wait("2026-06-01T12:01:00Z");
  queue_webhook_events(world.services());
  deliver_next(world.services());
  EXPECT_EQ(deliveries(made)[0].state, store::DeliveryState::Delivered);
  EXPECT_EQ(deliveries(made)[1].state, store::DeliveryState::Queued);
}

TEST_F(Webhooks, AreHandedBackWhenTheProgramEnds) {
  const auto made = add();
  queue_test(made);
  endpoint.answer = {fetch::PostOutcome::Stopped, 0, {}, {}};
  EXPECT_EQ(deliver_next(world.services()).outcome, DeliveryOutcome::Stopped);
  EXPECT_EQ(deliveries(made)[0].attempts, 0);
  EXPECT_EQ(state(made).health.failures, 0);
  endpoint.answer = {fetch::PostOutcome::Answered, 200, {}, {}};
  tell();
  EXPECT_EQ(deliveries(made)[0].state, store::DeliveryState::Delivered);
}

TEST_F(Webhooks, RefuseWhatNobodyMayPostTo) {
  const std::pair<WebhookSettings, const char*> wrong[] = {
      {{.address = "http://hooks.example/"}, "address"},
      {{.address = "https://a:b@hooks.example/"}, "address"},
      {{.address = "https://hooks.example/", .description = "two\nlines"}, "description"},
      {{.address = "https://hooks.example/", .events = {"finding.cured", "all"}}, "events[1]"}};
  for (const auto& [settings, field] : wrong) {
    try {
      create_webhook(world.services(), settings, PortfolioWorld::kAda);
      FAIL() << field;
    } catch (const Error& error) {
      ASSERT_FALSE(error.fields.empty());
      EXPECT_EQ(error.fields.front().field, field);
    }
  }
  EXPECT_THAT(list_webhooks(world.services()), IsEmpty());
}

TEST_F(Webhooks, RemovedOnesAreToldNothing) {
  const auto made = add();
  queue_test(made);
  remove_webhook(world.services(), made.webhook.id, PortfolioWorld::kAda);
  tell();
  EXPECT_THAT(endpoint.requests, IsEmpty());
  EXPECT_THROW(find_webhook(world.services(), made.webhook.id), Error);
}

}  // namespace
}  // namespace certreg::service
