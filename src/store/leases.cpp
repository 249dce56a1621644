#include "certreg/store/leases.h"

#include "store/values.h"

namespace certreg::store {

bool take_lease(Transaction& transaction, std::string_view job, const std::string& holder, Instant now,
                Instant until) {
  return !transaction.run("take_lease", {job, holder, to_string(now), to_string(until)}).empty();
}

void release_lease(Transaction& transaction, std::string_view job, const std::string& holder) {
  transaction.run("release_lease", {job, holder});
}

void note_job_done(Transaction& transaction, std::string_view job, Instant begun) {
  transaction.run("note_job_done", {job, to_string(begun)});
}

std::optional<Instant> job_done_at(Transaction& transaction, std::string_view job) {
  const auto rows = transaction.run("load_job_done", {job});
  if (rows.empty()) return std::nullopt;
  return instant(rows[0], "begun_at");
}

}  // namespace certreg::store
