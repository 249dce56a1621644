#include "certreg/service/alerting.h"

#include <algorithm>
#include <map>
#include <set>

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/service/policies.h"
#include "certreg/store/relationships.h"
#include "service/audit.h"
#include "service/due_alerts.h"
#include "service/new_id.h"

namespace certreg::service {
namespace {

// What one recipient is to be told, and of which findings.
struct Gathered {
  Person recipient;
  std::vector<report::AlertItem> items;
  std::vector<FindingId> told, settled;
  bool urgent = false;
};

std::map<RelationshipId, Relationship> relationships_of(store::Transaction& transaction,
                                                        const std::vector<store::Alert>& alerts) {
  std::set<RelationshipId> distinct;
  for (const auto& alert : alerts) distinct.insert(alert.relationship);
  const std::vector<RelationshipId> ids(distinct.begin(), distinct.end());
  std::map<RelationshipId, Relationship> by_id;
  for (auto& one : store::load_relationships(transaction, ids)) by_id.emplace(one.id, std::move(one));
  return by_id;
}

// Of a finding several rungs may wait, when nothing could be sent for long: it is told once.
Gathered gather(Services& services, store::Transaction& transaction, const std::string& recipient) {
  const auto alerts = store::lock_waiting_alerts(transaction, recipient);
  auto by_id = relationships_of(transaction, alerts);
  std::vector<Relationship> relationships;
  for (auto& [id, one] : by_id)
    if (!one.retired) relationships.push_back(one);
  const auto open = open_findings(services, transaction, std::move(relationships));
  const auto policy = current_policy(services, transaction);
  Gathered gathered{.recipient = {"", recipient}};
  std::set<FindingId> seen;
  for (const auto& alert : alerts) {
    if (!seen.insert(alert.finding).second) continue;
    const auto found = std::find_if(open.findings.begin(), open.findings.end(),
                                    [&](const auto& stored) { return stored.id == alert.finding; });
    if (found == open.findings.end()) {
      gathered.settled.push_back(alert.finding);
      continue;
    }
    const auto& relationship = by_id.at(alert.relationship);
    gathered.items.push_back(item_of(
        services, {relationship, find_tier(policy, relationship.tier), found->finding, found->open_since}));
    gathered.told.push_back(alert.finding);
    gathered.urgent = gathered.urgent || is_urgent(found->finding.rule);
    for (const auto& person : recipients_of(relationship))
      if (person.email == recipient && gathered.recipient.name.empty()) gathered.recipient.name = person.name;
  }
  return gathered;
}

store::MailMessage message_of(const Services& services, Gathered& gathered) {
  report::sort_by_urgency(gathered.items);
  report::AlertMail mail{.recipient = gathered.recipient,
                         .on = services.clock.today(),
                         .urgent = gathered.urgent,
                         .items = gathered.items};
  auto written = report::write(mail);
  store::MailMessage message;
  message.id = new_id(services.clock);
  message.recipient = gathered.recipient;
  message.kind = gathered.urgent ? store::MessageKind::Urgent : store::MessageKind::Digest;
  message.subject = std::move(written.subject);
  message.text = std::move(written.text);
  message.html = std::move(written.html);
  message.headers = {{"Auto-Submitted", "auto-generated"}};  // RFC 3834
  if (!services.mail_from.empty())
    message.headers.push_back(  // RFC 2369: whoever reads the sender's mail sets the preference
        {"List-Unsubscribe", "<mailto:" + services.mail_from + "?subject=certreg%20digest%20off>"});
  message.queued_at = services.clock.now();
  return message;
}

bool is_time(Services& services, store::Transaction& transaction, const Gathered& gathered) {
  if (gathered.urgent) return true;
  const auto& recipient = gathered.recipient.email;
  return is_digest_due(store::load_preference(transaction, recipient),
                       store::last_digest_at(transaction, recipient), services.clock.now());
}

void write_to(Services& services, const std::string& recipient, AlertReport& report) {
  auto transaction = services.database.begin();
  auto gathered = gather(services, transaction, recipient);
  if (!gathered.settled.empty()) {
    store::settle_alerts(transaction, recipient, gathered.settled, services.clock.now());
    report.settled += gathered.settled.size();
  }
  if (!gathered.items.empty() && is_time(services, transaction, gathered)) {
    store::insert_message(transaction, message_of(services, gathered), gathered.told);
    ++report.messages;
  }
  transaction.commit();
}

std::string position_now(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return services.clock.today().to_string() + '/' + store::portfolio_position(transaction);
}

std::vector<std::string> recipients_who_wait(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::waiting_recipients(transaction);
}

}  // namespace

AlertReport prepare_alerts(Services& services) {
  std::string noted;
  return prepare_alerts_since(services, noted);
}

AlertReport prepare_alerts_since(Services& services, std::string& noted) {
  AlertReport report;
  // Read before what it stands for: what comes in between is noted twice and not missed.
  auto position = position_now(services);
  if (position != noted) report.due = note_due_alerts(services);
  noted = std::move(position);
  for (const auto& recipient : recipients_who_wait(services)) write_to(services, recipient, report);
  return report;
}

std::vector<store::MailMessage> list_messages(Services& services, const store::MessageFilter& filter,
                                              const std::string& after, int limit) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_messages(transaction, filter, after, limit);
}

store::MailMessage find_message(Services& services, const std::string& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto message = store::load_message(transaction, id);
  if (!message) throw not_found("message " + id);
  return *std::move(message);
}

MailPreference mail_preference(Services& services, const std::string& recipient) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::load_preference(transaction, recipient);
}

void save_mail_preference(Services& services, const MailPreference& preference, const Actor& actor) {
  if (!is_mail_address(preference.recipient)) throw invalid("recipient", "must be an e-mail address");
  if (!is_time_zone(preference.time_zone))
    throw invalid("time_zone", "must be a time zone of the IANA database such as Europe/Berlin");
  auto transaction = services.database.begin();
  store::put_preference(transaction, preference, services.clock.now(), actor.name);
  audit(transaction, actor, "save", "mail_preference", preference.recipient);
  transaction.commit();
}

report::SupplierLetter letter_about(Services& services, const FindingId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  const auto stored = store::load_finding(transaction, id);
  if (!stored) throw not_found("finding " + id.value);
  const RelationshipId ids[] = {stored->relationship};
  const auto relationships = store::load_relationships(transaction, ids);
  const auto policy = current_policy(services, transaction);
  const auto& relationship = relationships.front();
  const auto item = item_of(
      services, {relationship, find_tier(policy, relationship.tier), stored->finding, stored->open_since});
  return report::write_letter(relationship, item);
}

}  // namespace certreg::service
