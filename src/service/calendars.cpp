#include "certreg/service/calendars.h"

#include <fmt/format.h>

#include <set>

#include "certreg/crypto/api_key.h"
#include "certreg/crypto/digest.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/report/calendar.h"
#include "certreg/service/assessments.h"
#include "service/alert_items.h"
#include "service/audit.h"
#include "service/new_id.h"

namespace certreg::service {
namespace {

std::string hash_of(const std::string& token) { return crypto::sha256(token).value; }

std::string address_of(const Services& services, const Relationship& relationship) {
  const auto& party = operator_of(relationship);
  if (services.public_address.empty() || !party.supplier) return {};
  return services.public_address + "/suppliers/" + party.supplier->value;
}

bool is_for(const Relationship& relationship, const std::string& owner) {
  if (owner.empty()) return true;
  for (const auto& person : recipients_of(relationship))
    if (person.email == owner) return true;
  return false;
}

// Events of one relationship: each certificate's end and computed window once, and the review.
class Events {
 public:
  Events(const Services& services, report::Calendar& calendar) : services_(services), calendar_(calendar) {}

  void add(const AssessedRelationship& one) {
    for (const auto& answer : one.assessment->answers)
      if (answer.verdict)
        for (const auto& part : answer.verdict->parts) add(one.relationship(), part);
    for (const auto& finding : one.assessment->findings)
      if (finding.rule == FindingRule::ReviewOverdue && finding.since)
        put(one.relationship(), "review", *finding.since, *finding.since,
            "Review due: " + one.relationship().supplier.name, finding.sentence, "Review");
  }

 private:
  void add(const Relationship& relationship, const Part& part) {
    if (!part.certificate) return;
    const auto* standard = services_.reference().find(part.certificate->standard);
    const auto what =
        fmt::format("{} {}, {}", standard != nullptr ? standard->name : part.certificate->standard.value,
                    part.certificate->number, relationship.supplier.name);
    if (part.effective_end)
      put(relationship, "end-" + part.certificate->certificate.value, *part.effective_end,
          *part.effective_end, "Ends: " + what, "Last day on which the certificate counts.", "Expiry");
    for (const auto& note : part.calendar)
      put(relationship, "window-" + part.certificate->certificate.value, note.from, note.until,
          "Surveillance window (computed): " + what,
          "Computed from the printed dates; the certificate does not print it.", "Window");
  }
  void put(const Relationship& relationship, const std::string& what, Date from, Date until,
           std::string summary, std::string description, std::string category) {
    auto uid = relationship.id.value + "-" + what + "@certreg";
    if (!seen_.insert(uid).second) return;
    calendar_.events.push_back({std::move(uid), from, until, std::move(summary), std::move(description),
                                address_of(services_, relationship), std::move(category)});
  }

  const Services& services_;
  report::Calendar& calendar_;
  std::set<std::string> seen_;
};

}  // namespace

NewCalendar create_calendar(Services& services, const std::string& name, const std::string& owner,
                            const Actor& actor) {
  if (!is_clean_text(name, 100)) throw invalid("name", "is required, as one line of at most 100 characters");
  if (!owner.empty() && !is_mail_address(owner)) throw invalid("owner", "must be an e-mail address");
  NewCalendar calendar{{.id = new_id(services.clock), .name = name, .owner = owner}, crypto::new_api_key()};
  calendar.facts.recorded_at = services.clock.now();
  calendar.facts.recorded_by = actor.name;
  auto transaction = services.database.begin();
  store::insert_calendar(transaction, calendar.facts, hash_of(calendar.token));
  audit(transaction, actor, "create", "calendar", calendar.facts.id);
  transaction.commit();
  return calendar;
}

std::vector<store::CalendarFacts> list_calendars(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_calendars(transaction);
}

void revoke_calendar(Services& services, const std::string& id, const Actor& actor) {
  auto transaction = services.database.begin();
  if (!store::revoke_calendar(transaction, id, services.clock.now())) throw not_found("calendar " + id);
  audit(transaction, actor, "revoke", "calendar", id);
  transaction.commit();
}

std::string calendar_text(Services& services, const std::string& token) {
  std::optional<store::CalendarFacts> facts;
  {
    auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
    facts = store::calendar_of(transaction, hash_of(token));
  }
  if (!facts) throw not_found("calendar of that address");
  report::Calendar calendar{.name = facts->name, .made_at = services.clock.now()};
  Events events(services, calendar);
  assess_portfolio(services, {services.clock.today(), {}},
                   [&](const std::vector<AssessedRelationship>& batch) {
                     for (const auto& one : batch)
                       if (is_for(one.relationship(), facts->owner)) events.add(one);
                   });
  return report::to_icalendar(calendar);
}

}  // namespace certreg::service
