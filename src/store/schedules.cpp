#include "certreg/store/schedules.h"

#include "store/values.h"

namespace certreg::store {
namespace {

SourceSchedule schedule_of(const Row& row) {
  return {.source = row.text("source"),
          .due_at = optional_instant(row, "due_at"),
          .leased_by = text_or_empty(row, "leased_by"),
          .leased_until = optional_instant(row, "leased_until"),
          .started_at = optional_instant(row, "started_at"),
          .finished_at = optional_instant(row, "finished_at"),
          .failures = static_cast<int>(row.integer("failures")),
          .import = ImportId{text_or_empty(row, "import_id")}};
}

}  // namespace

void plan_sources(Transaction& transaction, std::span<const PlannedSource> sources) {
  std::vector<std::string> names, days;
  for (const auto& [name, due_at] : sources) {
    names.push_back(name);
    days.push_back(due_at ? to_string(*due_at) : std::string());
  }
  transaction.run("plan_sources", {Param::array(names), Param::array(days)});
}

std::optional<std::string> due_source(Transaction& transaction, std::span<const std::string> sources,
                                      Instant now) {
  const auto row = transaction.run("select_due_source", {to_string(now), Param::array(sources)}).first();
  return row ? std::optional(row->text(0)) : std::nullopt;
}

bool lease_source(Transaction& transaction, const std::string& source, Instant now, const Lease& lease,
                  LeaseWhen when) {
  return transaction
      .run("lease_source",
           {source, to_string(now), lease.by, to_string(lease.until), when == LeaseWhen::FreeAndDue})
      .first()
      .has_value();
}

bool extend_lease(Transaction& transaction, const std::string& source, const Lease& lease) {
  return transaction.run("extend_lease", {source, lease.by, to_string(lease.until)}).first().has_value();
}

void release_source(Transaction& transaction, const std::string& source, const std::string& leased_by) {
  transaction.run("release_source", {source, leased_by});
}

void finish_source(Transaction& transaction, const std::string& leased_by, const SourceSchedule& finished) {
  transaction.run("finish_source", {finished.source, leased_by, text_of(finished.finished_at),
                                    text_of(finished.due_at), finished.failures, filled(finished.import)});
}

std::vector<SourceSchedule> load_schedules(Transaction& transaction, std::span<const std::string> sources) {
  std::vector<SourceSchedule> schedules;
  for (const auto& row : transaction.run("select_schedules", {Param::array(sources)}))
    schedules.push_back(schedule_of(row));
  return schedules;
}

}  // namespace certreg::store
