// Two years of a portfolio, day by day, with two instances, outages and restarts: what was told is held
// against what had to be told. CERTREG_TEST_RELATIONSHIPS=200 makes it larger; CERTREG_SHOW=1 prints the
// counts.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "certreg/jobs/watchman.h"
#include "certreg/service/alerting.h"
#include "certreg/service/certificates.h"
#include "certreg/service/findings.h"
#include "certreg/service/policies.h"
#include "certreg/service/relationships.h"
#include "certreg/service/suppliers.h"
#include "simulation/mail_world.h"
#include "support/certificates.h"
#include "support/services.h"

namespace certreg::simulation {
namespace {

const service::Actor kAda{"ada", service::Role::Admin};
const Date kBegin(2026, 6, 1), kEnd(2028, 6, 1);

int number_of_relationships() {
  const char* text = std::getenv("CERTREG_TEST_RELATIONSHIPS");
  return text != nullptr ? std::atoi(text) : 24;
}

// What happens to one supplier's certificate: it runs for three years, and is renewed so many days after its
// end (before, when negative), or never.
struct Fate {
  Date end;
  std::optional<int> renewed_after;
  std::optional<int> accepted_after;  // somebody accepts the lapse for 30 days
};

Fate fate_of(int i) {
  Fate fate{kBegin.plus_days(30 + i * 37 % 900), std::nullopt, std::nullopt};
  if (i % 3 == 0) fate.renewed_after = -(i * 7 % 100);
  if (i % 3 == 1) fate.renewed_after = 1 + i * 5 % 60;
  if (i % 6 == 2) fate.accepted_after = 5;
  return fate;
}

std::string owner_of(int i) { return fmt::format("owner{}@example.com", i % 4); }

using Told = std::tuple<std::string, std::string, std::string>;  // relationship, end, rung

struct Supplied {
  Fate fate;
  RelationshipId relationship;
  CertificateId certificate;
  Date end;  // of the issue that is known
};

Policy policy_of_dates() {
  Need need;
  need.id = "security";
  need.standards = {{"iso-iec-27001"}};
  need.accredited = false;
  need.least_evidence = EvidenceLevel::Claimed;
  need.scope = ScopeRule::MayBeUnsure;
  need.evidence_days = 3650;
  Tier tier{.id = "all", .name = "All", .needs = {need}, .review_months = 0};
  Policy policy;
  policy.tiers = {tier};
  return policy;
}

CertificateVersion issue_of(const SupplierId& supplier, const std::string& name, int i, Date end) {
  auto version = support::certificate();
  version.supplier = supplier;
  version.number = fmt::format("IS {}", i);
  version.holders = {support::holder(name)};
  version.issued = version.valid_from = end.plus_months(-36).plus_days(1);
  version.expires = end;
  version.decided = version.first_issued = std::nullopt;
  return version;
}

class Portfolio {
 public:
  Portfolio() : one_(database_), two_(database_) {
    for (auto* world : {&one_, &two_}) {
      world->services().mailer = &mails_;
      world->services().mail_from = "certreg@example.com";
    }
    set_day(kBegin);
    service::save_policy(one_.services(), policy_of_dates(), 0, kAda);
    for (int i = 0; i < number_of_relationships(); ++i) add(i);
  }

  void set_day(Date day) {
    for (auto* world : {&one_, &two_}) world->clock().set(day.to_string() + "T12:00:00Z");
  }
  void live(Date day) {
    for (auto& [i, supplied] : supplied_) happen(i, supplied, day);
  }
  // Each instance looks with a watchman of its own, as after a restart.
  void look(bool first, bool second) {
    if (first) look(one_);
    if (second) look(two_);
  }
  void send() { service::send_messages(one_.services()); }
  void expect_due(Date day) {
    for (const auto& [i, supplied] : supplied_) note_due(supplied, day);
  }

  MailWorld& mails() { return mails_; }
  const std::set<Told>& expected() const { return expected_; }
  std::multiset<Told> told() {
    std::multiset<Told> all;
    auto transaction = one_.services().database.begin(store::TransactionMode::ReadOnly);
    for (const auto& message : store::list_messages(transaction, {}, "", 100'000))
      for (const auto& alert : store::alerts_of_message(transaction, message.id))
        if (const auto at = alert.matter.find("end|"); at != std::string::npos)
          all.emplace(alert.relationship.value, alert.matter.substr(at + 4), alert.rung);
    return all;
  }
  std::vector<store::MailMessage> messages() {
    return service::list_messages(one_.services(), {}, "", 100'000);
  }

 private:
  void add(int i) {
    auto& services = one_.services();
    Supplied supplied{fate_of(i), {}, {}, fate_of(i).end};
    const auto name = fmt::format("Supplier {} Limited", i);
    const auto supplier = service::create_supplier(services, {.name = name, .country = "GB"}, kAda);
    supplied.certificate =
        service::create_certificate(services, issue_of(supplier.id, name, i, supplied.end), kAda).id;
    Relationship relationship;
    relationship.reference = fmt::format("R-{}", i);
    relationship.supplier = {name, supplier.id};
    relationship.services = {"Acme Mail"};
    relationship.tier = "all";
    relationship.owner = {"Owner", owner_of(i)};
    supplied.relationship = service::create_relationship(services, relationship, kAda).id;
    supplied_.emplace(i, supplied);
  }

  void happen(int i, Supplied& supplied, Date day) {
    const auto& fate = supplied.fate;
    if (fate.renewed_after && day == fate.end.plus_days(*fate.renewed_after)) renew(i, supplied);
    if (fate.accepted_after && day == fate.end.plus_days(*fate.accepted_after)) accept(supplied, day);
  }
  void renew(int i, Supplied& supplied) {
    auto& services = one_.services();
    const auto record = services.catalogue.certificate(supplied.certificate);
    const auto& latest = record->latest();
    auto next = issue_of(latest.supplier, latest.holders.front().name, i, supplied.end.plus_months(36));
    service::correct_certificate(services, record->id, latest.id, next, service::CorrectionKind::NewIssue,
                                 kAda);
    supplied.end = *next.expires;
  }
  void accept(Supplied& supplied, Date day) {
    auto& services = one_.services();
    service::watch(services, kAda);
    for (const auto& finding :
         service::list_findings(services, {.relationship = supplied.relationship}, {}, 10)) {
      if (finding.finding.rule != FindingRule::Lapsed) continue;
      Decision decision;
      decision.until = day.plus_days(30);
      decision.reason = "they are at it";
      service::decide(services, finding.id, decision, kAda);
    }
  }

  static void look(support::World& world) {
    world.services().feed.refresh();
    jobs::Watchman(world.services()).look();
  }

  bool is_accepted(const Supplied& supplied, Date day) const {
    if (!supplied.fate.accepted_after) return false;
    const auto from = supplied.fate.end.plus_days(*supplied.fate.accepted_after);
    return from <= day && day <= from.plus_days(30);
  }
  void note_due(const Supplied& supplied, Date day) {
    const auto end = supplied.end;
    if (day < end.plus_days(-180) || is_accepted(supplied, day)) return;
    const auto tell = [&](int rung) {
      expected_.emplace(supplied.relationship.value, end.to_string(), std::to_string(rung));
    };
    for (const int rung : {180, 90, 60, 30, 7, 0})
      if (end.plus_days(-rung) <= day) tell(rung);
    if (const int late = days_between(end, day) / 7 * 7; late >= 7) tell(-late);
  }

  std::string database_ = test::fresh_database();
  MailWorld mails_;
  support::World one_, two_;
  std::map<int, Supplied> supplied_;
  std::set<Told> expected_;
};

struct Weather {  // what is away on a day
  bool one = false, two = false, mail = false;
};

Weather weather_on(Date day) {
  const int at = days_between(kBegin, day);
  const auto within = [&](int from, int until) { return from <= at && at < until; };
  return {.one = within(60, 75) || within(200, 230) || within(400, 410),
          .two = within(200, 215) || within(400, 460) || at % 11 == 0,
          .mail = within(100, 101) || within(300, 305)};
}

TEST(Portfolio, TwoYearsOfAlertsLoseNoneAndDoubleNone) {
  Portfolio portfolio;
  for (auto day = kBegin; day < kEnd; day = day.plus_days(1)) {
    const auto weather = weather_on(day);
    portfolio.set_day(day);
    portfolio.live(day);
    portfolio.mails().set_away(weather.mail);
    portfolio.look(!weather.one, !weather.two);
    if (!weather.one || !weather.two) portfolio.expect_due(day);
  }
  portfolio.mails().set_away(false);
  portfolio.set_day(kEnd);
  portfolio.send();

  const auto told = portfolio.told();
  const std::set<Told> distinct(told.begin(), told.end());
  EXPECT_EQ(told.size(), distinct.size()) << "an alert was told twice";
  for (const auto& [relationship, end, rung] : portfolio.expected())
    EXPECT_TRUE(distinct.contains({relationship, end, rung})) << "not told: rung " << rung << " of " << end;
  for (const auto& [relationship, end, rung] : distinct)
    EXPECT_TRUE(portfolio.expected().contains({relationship, end, rung}))
        << "told: rung " << rung << " of " << end;

  std::multiset<std::string> accepted;
  for (const auto& mail : portfolio.mails().accepted()) accepted.insert(mail.headers.at(0).value);
  const std::set<std::string> once(accepted.begin(), accepted.end());
  EXPECT_EQ(accepted.size(), once.size()) << "a message was sent twice";
  const auto messages = portfolio.messages();
  EXPECT_EQ(once.size(), messages.size()) << "a message was not sent";
  for (const auto& message : messages) EXPECT_EQ(message.state, store::MessageState::Sent);
  if (std::getenv("CERTREG_SHOW") != nullptr)
    fmt::print("{} relationships, {} rungs due, {} told, {} messages sent\n", number_of_relationships(),
               portfolio.expected().size(), told.size(), accepted.size());
}

}  // namespace
}  // namespace certreg::simulation
