#include "certreg/service/alerting.h"

#include <deque>

#include "certreg/domain/error.h"
#include "certreg/mail/mailer.h"
#include "service/portfolio_world.h"

namespace certreg::service {
namespace {

// Answers as it was told to, then takes everything.
class ScriptedMailer final : public mail::Mailer {
 public:
  mail::Delivery send(const mail::Message& message) override {
    sent.push_back(message);
    if (script.empty()) return {mail::DeliveryOutcome::Accepted, 250, "kept", {}};
    auto next = script.front();
    script.pop_front();
    return next;
  }
  std::deque<mail::Delivery> script;
  std::vector<mail::Message> sent;
};

class Alerting : public testing::Test {
 protected:
  Alerting() {
    world_.services().mailer = &mailer_;
    world_.services().mail_from = "certreg@example.com";
    world_.services().public_address = "https://certreg.example";
  }
  store::MailMessage message() { return list_messages(world_.services(), {}, "", 10).at(0); }

  PortfolioWorld world_;
  ScriptedMailer mailer_;
};

TEST_F(Alerting, OneMessageSaysWhatIsNewAndIsSentOnce) {
  world_.buy("R-1", "Acme Vault");
  const auto report = prepare_alerts(world_.services());
  EXPECT_EQ(report.due, 1U);
  EXPECT_EQ(report.messages, 1U);
  EXPECT_EQ(prepare_alerts(world_.services()).due, 0U);
  EXPECT_EQ(send_messages(world_.services()).sent, 1U);
  EXPECT_EQ(send_messages(world_.services()).sent, 0U);
  ASSERT_EQ(mailer_.sent.size(), 1U);
  const auto& mail = mailer_.sent.front();
  EXPECT_EQ(mail.to.address, "ada@example.com");
  EXPECT_NE(mail.text.find("Acme Vault"), std::string::npos);
  EXPECT_NE(mail.text.find("https://certreg.example/suppliers/" + world_.supplier_.id.value),
            std::string::npos);
}

// Findings are read again only when something changed that decides over them.
TEST_F(Alerting, WhoAsksAgainLearnsOfEveryChange) {
  std::string noted;
  world_.buy("R-1", "Acme Vault");
  EXPECT_EQ(prepare_alerts_since(world_.services(), noted).due, 1U);
  const auto known = noted;
  EXPECT_EQ(prepare_alerts_since(world_.services(), noted).due, 0U);
  EXPECT_EQ(noted, known);
  auto second = world_.buy("R-2", "Acme Vault");
  EXPECT_EQ(prepare_alerts_since(world_.services(), noted).due, 1U);
  second.deputies = {{"Bob", "bob@example.com"}};
  correct_relationship(world_.services(), second.id, second.version, second, PortfolioWorld::kAda);
  EXPECT_EQ(prepare_alerts_since(world_.services(), noted).due, 1U) << "a deputy more";
  world_.set_day("2026-06-02");
  prepare_alerts_since(world_.services(), noted);
  EXPECT_NE(noted, known) << "a day on";
}

TEST_F(Alerting, WhatTheServerRefusesForNowIsTriedAgainUntilAWeekIsOver) {
  world_.buy("R-1", "Acme Vault");
  prepare_alerts(world_.services());
  mailer_.script.assign(100, {mail::DeliveryOutcome::Deferred, 450, "later", ""});
  EXPECT_EQ(send_messages(world_.services()).deferred, 1U);
  EXPECT_EQ(message().last_code, 450);
  EXPECT_EQ(send_messages(world_.services()).deferred, 0U) << "not at once";
  world_.set_day("2026-06-02");
  EXPECT_EQ(send_messages(world_.services()).deferred, 1U);
  world_.set_day("2026-06-09");
  EXPECT_EQ(send_messages(world_.services()).given_up, 1U);
  EXPECT_EQ(name_of(message().state), "given_up");
}

TEST_F(Alerting, WhatTheServerRefusesForGoodIsNotTriedAgain) {
  world_.buy("R-1", "Acme Vault");
  prepare_alerts(world_.services());
  mailer_.script = {{mail::DeliveryOutcome::Refused, 550, "no such user", ""}};
  EXPECT_EQ(send_messages(world_.services()).refused, 1U);
  world_.set_day("2026-06-02");
  EXPECT_EQ(send_messages(world_.services()).sent, 0U);
  EXPECT_EQ(name_of(message().state), "refused");
  EXPECT_EQ(message().last_reply, "no such user");
}

TEST_F(Alerting, WhatWasDecidedMeanwhileIsNotTold) {
  save_mail_preference(world_.services(),
                       {.recipient = "ada@example.com", .rhythm = DigestRhythm::Weekly, .weekday = 1},
                       PortfolioWorld::kAda);
  const auto first = world_.buy("R-1", "Acme Vault");
  prepare_alerts(world_.services());  // the first need not wait
  world_.set_day("2026-06-03");
  const auto second = world_.buy("R-2", "Acme Vault");
  EXPECT_EQ(prepare_alerts(world_.services()).messages, 0U) << "the week's digest went out on Monday";
  Decision decision;
  decision.kind = DecisionKind::AskSupplier;
  decision.until = support::day("2026-07-01");
  decision.reason = "asked";
  decide(world_.services(), world_.findings(second).front().id, decision, PortfolioWorld::kAda);
  world_.set_day("2026-06-08");
  const auto report = prepare_alerts(world_.services());
  EXPECT_EQ(report.settled, 1U);
  EXPECT_EQ(report.messages, 0U);
}

TEST_F(Alerting, UrgentMattersDoNotWaitForADigest) {
  save_mail_preference(world_.services(), {.recipient = "ada@example.com", .rhythm = DigestRhythm::Off},
                       PortfolioWorld::kAda);
  world_.buy("R-1", "Acme Mail");
  const auto record = world_.services().catalogue.certificate(world_.certificate_);
  auto suspended = record->latest();
  suspended.statuses = {support::status(CertificateStatus::Suspended, "2026-05-01")};
  suspended.statuses.front().said_by = "Good Certification Limited";
  correct_certificate(world_.services(), record->id, record->latest().id, suspended,
                      CorrectionKind::Correction, PortfolioWorld::kAda);
  watch(world_.services(), PortfolioWorld::kAda);
  EXPECT_EQ(prepare_alerts(world_.services()).messages, 1U);
  EXPECT_TRUE(message().subject.starts_with("Urgent: ")) << message().subject;
}

TEST_F(Alerting, APreviewKeepsNothingAndShowsTheDay) {
  world_.buy("R-1", "Acme Mail");
  const DueAlerts before(world_.services(), support::day("2027-07-12"));
  const DueAlerts on(world_.services(), support::day("2027-07-13"));
  const auto rungs = [](const DueAlerts& due) {
    std::string text;
    for (std::size_t at = 0; at < due.size(); ++at) {
      const auto preview = due.preview(at);
      for (std::size_t i = 0; i < preview.items.size(); ++i)
        text += std::string(to_string(preview.items[i].finding.rule)) + ":" + preview.rungs[i] + " ";
    }
    return text;
  };
  EXPECT_EQ(rungs(before).find("expiring"), std::string::npos) << rungs(before);
  EXPECT_NE(rungs(on).find("expiring:180"), std::string::npos) << rungs(on);
  EXPECT_TRUE(list_messages(world_.services(), {}, "", 10).empty());
}

TEST_F(Alerting, APreferenceThatBreaksARuleIsRefused) {
  EXPECT_THROW(save_mail_preference(world_.services(), {.recipient = "nobody"}, PortfolioWorld::kAda), Error);
  EXPECT_THROW(save_mail_preference(world_.services(), {.recipient = "a@b.example", .time_zone = "Mars"},
                                    PortfolioWorld::kAda),
               Error);
}

}  // namespace
}  // namespace certreg::service
