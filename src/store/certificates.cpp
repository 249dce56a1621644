#include "certreg/store/certificates.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/issue_order.h"
#include "store/certificate_versions.h"
#include "store/id_pages.h"
#include "store/scope_readings.h"
#include "store/values.h"

namespace certreg::store {
namespace {

constexpr const char* kNow = "infinity";

using Records = std::map<CertificateId, CertificateRecord>;

void add_issues(Records& records, std::vector<CertificateVersion> versions) {
  put_in_order(versions);
  for (auto& version : versions) {
    auto& record = records[version.certificate];
    record.id = version.certificate;
    record.issues.push_back(std::move(version));
  }
}

void add_checks(Records& records, const Result& result) {
  for (const auto& row : result)
    if (const auto record = records.find(CertificateId{row.text("certificate_id")}); record != records.end())
      record->second.checks.push_back(codec::stored_check(codec::parse_own(row.text("body"))));
}

// In the order of their ids.
std::vector<CertificateRecord> load_at(Transaction& transaction, std::span<const CertificateId> ids,
                                       const std::string& known_at) {
  const Params params{uuid_array(ids), known_at};
  Records records;
  add_issues(records, versions_of(transaction, transaction.run("select_certificate_versions", params)));
  add_checks(records, transaction.run("select_checks", params));
  std::vector<CertificateRecord> all;
  all.reserve(records.size());
  for (auto& [id, record] : records) all.push_back(std::move(record));
  add_confirmed_services(transaction, all, known_at);
  return all;
}

}  // namespace

std::map<std::string, CertificateId> certificate_ids(Transaction& transaction,
                                                     std::span<const std::string> keys) {
  std::map<std::string, CertificateId> ids;
  for (const auto& row : transaction.run("select_certificate_ids", {Param::array(keys)}))
    ids.emplace(row.text(0), CertificateId{row.text(1)});
  return ids;
}

std::vector<CertificateRecord> load_certificates(Transaction& transaction,
                                                 std::span<const CertificateId> ids) {
  return load_at(transaction, ids, kNow);
}

void for_all_certificates(Transaction& transaction,
                          const std::function<void(std::vector<CertificateRecord>)>& take, Share share) {
  for_all_id_pages<CertificateId>(
      transaction, "select_certificate_ids_after", share,
      [&](std::span<const CertificateId> ids) { take(load_certificates(transaction, ids)); });
}

std::vector<CertificateRecord> certificates_known_at(Transaction& transaction, const SupplierId& supplier,
                                                     Instant known_at) {
  if (!is_uuid(supplier.value)) return {};
  const auto instant = to_string(known_at);
  std::vector<CertificateId> ids;
  for (const auto& row : transaction.run("select_certificates_of_supplier", {supplier.value, instant}))
    ids.push_back({row.text(0)});
  auto records = load_at(transaction, ids, instant);
  // A correction may have given the certificate to another supplier.
  std::erase_if(records,
                [&](const CertificateRecord& record) { return record.latest().supplier != supplier; });
  return records;
}

std::vector<CertificateVersion> certificate_history(Transaction& transaction, const CertificateId& id) {
  if (!is_uuid(id.value)) return {};
  return versions_of(transaction, transaction.run("select_certificate_history", {id.value}));
}

std::vector<CertificateVersion> versions_read_from(Transaction& transaction, const std::string& address,
                                                   const DocumentId& before, const std::string& source) {
  return versions_of(transaction,
                     transaction.run("select_versions_read_from", {address, filled(before), filled(source)}));
}

}  // namespace certreg::store
