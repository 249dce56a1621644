#include "certreg/store/alerts.h"

#include "store/bulk_rows.h"
#include "store/values.h"

namespace certreg::store {
namespace {

Date day(const Row& row, const char* column) { return Date::parse(row.text(column)).value(); }

Alert rung_of(const Row& row) {
  return {.relationship = {row.text("relationship_id")},
          .matter = row.text("matter"),
          .rung = row.text("rung"),
          .recipient = row.text("recipient")};
}

Alert alert_of(const Row& row, const std::string& recipient) {
  return {.relationship = {row.text("relationship_id")},
          .matter = row.text("matter"),
          .rung = row.text("rung"),
          .recipient = recipient,
          .finding = {row.text("finding_id")},
          .due_on = day(row, "due_on")};
}

}  // namespace

std::string portfolio_position(Transaction& transaction) {
  return transaction.run("select_portfolio_position").only().text("position");
}

std::size_t insert_alerts(Transaction& transaction, std::span<const Alert> alerts, Instant now) {
  BulkRows rows(transaction, "insert_alerts", 7);
  for (const auto& alert : alerts)
    rows.add({alert.relationship.value, alert.matter, alert.rung, alert.recipient, alert.finding.value,
              alert.due_on.to_string(), to_string(now)});
  return rows.finish();
}

std::set<Alert> told_rungs(Transaction& transaction, std::span<const RelationshipId> ids) {
  std::set<Alert> told;
  for (const auto& row : transaction.run("select_told_rungs", {uuid_array(ids)})) told.insert(rung_of(row));
  return told;
}

std::vector<std::string> waiting_recipients(Transaction& transaction) {
  std::vector<std::string> recipients;
  for (const auto& row : transaction.run("select_waiting_recipients"))
    recipients.push_back(row.text("recipient"));
  return recipients;
}

std::vector<Alert> lock_waiting_alerts(Transaction& transaction, const std::string& recipient) {
  std::vector<Alert> alerts;
  for (const auto& row : transaction.run("lock_waiting_alerts", {recipient}))
    alerts.push_back(alert_of(row, recipient));
  return alerts;
}

void settle_alerts(Transaction& transaction, const std::string& recipient,
                   std::span<const FindingId> findings, Instant now) {
  transaction.run("settle_alerts", {recipient, uuid_array(findings), to_string(now)});
}

std::vector<Alert> alerts_of_message(Transaction& transaction, const std::string& id) {
  std::vector<Alert> alerts;
  if (!is_uuid(id)) return alerts;
  for (const auto& row : transaction.run("list_alerts_of_message", {id}))
    alerts.push_back(alert_of(row, row.text("recipient")));
  return alerts;
}

}  // namespace certreg::store
