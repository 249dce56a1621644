#include "certreg/store/reference_versions.h"

#include "store/values.h"

namespace certreg::store {
namespace {

ReferenceVersion version_of(const Row& row) {
  return {.id = row.integer("id"),
          .version = row.text("version"),
          .recorded_at = instant(row, "recorded_at"),
          .counts = row.text("counts")};
}

std::optional<ReferenceVersion> first_of(const Result& result) {
  const auto row = result.first();
  return row ? std::optional(version_of(*row)) : std::nullopt;
}

}  // namespace

bool record_reference_version(Transaction& transaction, const ReferenceVersion& version,
                              const std::string& files) {
  transaction.run("lock_reference_versions");
  return transaction
             .run("insert_reference_version",
                  {version.version, to_string(version.recorded_at), version.counts, files})
             .affected() == 1;
}

std::vector<ReferenceVersion> list_reference_versions(Transaction& transaction, int limit) {
  std::vector<ReferenceVersion> versions;
  for (const auto& row : transaction.run("list_reference_versions", {limit}))
    versions.push_back(version_of(row));
  return versions;
}

std::optional<ReferenceVersion> reference_version_at(Transaction& transaction, Instant known_at) {
  return first_of(transaction.run("select_reference_version_at", {to_string(known_at)}));
}

std::optional<ReferenceVersion> first_reference_version(Transaction& transaction) {
  return first_of(transaction.run("select_first_reference_version"));
}

std::string reference_files(Transaction& transaction, std::int64_t id) {
  return transaction.run("select_reference_files", {id}).only().text("files");
}

}  // namespace certreg::store
