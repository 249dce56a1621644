#include "store/certificate_versions.h"

#include <algorithm>
#include <unordered_map>

#include "certreg/codec/records.h"
#include "certreg/codec/stored.h"
#include "store/place_quotes.h"
#include "store/values.h"

namespace certreg::store {
namespace {

using ById = std::unordered_map<std::string, CertificateVersion*>;

CertificateVersion version_of(const Row& row) {
  auto version = codec::read_stored_certificate(row.text("body"));
  version.last_confirmed = optional_instant(row, "last_confirmed");
  if (const auto quotes = row.optional_text("quotes"))
    version.quotes = quotes_of(place_quotes_in(*quotes), version);
  return version;
}

ReadingMethod method_of(const std::string& name) {
  const auto& names = codec::method_names();
  return static_cast<ReadingMethod>(std::find(names.begin(), names.end(), name) - names.begin());
}

std::optional<Box> box_of(const Row& row, Column column) {
  if (row.is_null(column)) return std::nullopt;
  const auto sides = row.array(column);
  return Box{std::stod(sides.at(0)), std::stod(sides.at(1)), std::stod(sides.at(2)), std::stod(sides.at(3))};
}

// Columns by place, since there are several quotes to each version: see select_field_evidence.
Quote quote_of(const Row& row) {
  return {.field = row.text(1),
          .text = row.text(2),
          .document = DocumentId{text_or_empty(row, 3)},
          .address = text_or_empty(row, 4),
          .page = static_cast<int>(row.integer(5)),
          .box = box_of(row, 6),
          .method = method_of(row.text(7)),
          .confidence = row.number(8)};
}

}  // namespace

void add_quotes(Transaction& transaction, std::span<CertificateVersion* const> versions) {
  if (versions.empty()) return;
  ById by_id;
  std::vector<VersionId> ids;
  for (auto* version : versions) {
    by_id.emplace(version->id.value, version);
    ids.push_back(version->id);
  }
  for (const auto& row :
       transaction.run("select_field_evidence", {uuid_array(std::span<const VersionId>(ids))}))
    by_id.at(row.text(0))->quotes.push_back(quote_of(row));
}

std::vector<CertificateVersion> versions_of(Transaction& transaction, const Result& result) {
  std::vector<CertificateVersion> versions;
  versions.reserve(result.size());
  for (const auto& row : result) versions.push_back(version_of(row));
  std::vector<CertificateVersion*> without;
  for (auto& version : versions)
    if (version.quotes.empty()) without.push_back(&version);
  add_quotes(transaction, without);
  return versions;
}

}  // namespace certreg::store
