#include "store/scope_readings.h"

#include <map>

#include "store/values.h"

namespace certreg::store {
namespace {

struct ScopeReading {
  VersionId version;
  std::vector<std::string> services;
  bool in_scope = false;
};

std::map<CertificateId, std::vector<ScopeReading>> readings_of(Transaction& transaction,
                                                               std::span<CertificateRecord> records,
                                                               const std::string& known_at) {
  std::vector<std::string> ids;
  for (const auto& record : records) ids.push_back(record.id.value);
  std::map<CertificateId, std::vector<ScopeReading>> readings;
  for (const auto& row : transaction.run("select_scope_readings", {uuid_array(ids), known_at}))
    readings[{row.text("certificate_id")}].push_back(
        {{row.text("version_id")}, row.array("services"), row.boolean("in_scope")});
  return readings;
}

// The scope that was read is the one that holds now.
bool speaks_for(const ScopeReading& reading, const CertificateRecord& record) {
  const auto& latest = record.latest();
  if (reading.version == latest.id) return true;
  for (const auto& issue : record.issues)
    if (issue.id == reading.version)
      return issue.scope == latest.scope && issue.scope_items == latest.scope_items;
  return false;
}

// A later reading of the same service takes the place of an earlier one.
void apply(const ScopeReading& reading, std::vector<std::string>& confirmed) {
  for (const auto& service : reading.services) {
    std::erase(confirmed, service);
    if (reading.in_scope) confirmed.push_back(service);
  }
}

}  // namespace

void add_confirmed_services(Transaction& transaction, std::span<CertificateRecord> records,
                            const std::string& known_at) {
  const auto readings = readings_of(transaction, records, known_at);
  for (auto& record : records) {
    const auto found = readings.find(record.id);
    if (found == readings.end()) continue;
    for (const auto& reading : found->second)
      if (speaks_for(reading, record)) apply(reading, record.confirmed_services);
  }
}

}  // namespace certreg::store
