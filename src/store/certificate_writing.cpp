#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "certreg/codec/record_writer.h"
#include "certreg/codec/records.h"
#include "certreg/store/certificates.h"
#include "certreg/store/version_rows.h"
#include "store/binary_rows.h"
#include "store/bulk_rows.h"
#include "store/copy_rows.h"
#include "store/place_quotes.h"
#include "store/values.h"

namespace certreg::store {
namespace {

template <class Enum>
std::string_view name_of(Enum value, const std::vector<std::string_view>& names) {
  return names.at(static_cast<std::size_t>(value));
}

std::string quotes_text(const CertificateVersion& version) {
  const auto quotes = quotes_at_one_place(version);
  return quotes ? text_of(*quotes) : std::string();
}

void add_body(BinaryRows& rows, const NewVersion& fresh) {
  const auto& version = fresh.version;
  const auto body = codec::stored_text(version);
  const auto quotes = quotes_text(version);
  rows.add({cell_of(version.id), cell_of(version.certificate), cell_of(version.supplier),
            fresh.replaces ? cell_of(*fresh.replaces) : Cell(), std::string_view(version.standard.value),
            cell_of(version.edition), cell_of(version.number),
            version.issuer ? cell_of(version.issuer->value) : Cell(), cell_of(version.issued),
            cell_of(version.expires), name_of(version.evidence, codec::evidence_names()), version.retired,
            cell_of(fresh.document.value), std::string_view(body), cell_of(quotes), version.recorded_at,
            std::string_view(version.recorded_by), cell_of(version.reason)});
}

std::optional<std::string> text_of(const std::optional<Box>& box) {
  if (!box) return std::nullopt;
  return fmt::format("{{{},{},{},{}}}", box->x, box->y, box->width, box->height);
}

void add_quotes(CopyRows& rows, const CertificateVersion& version) {
  for (std::size_t ordinal = 0; ordinal < version.quotes.size(); ++ordinal) {
    const auto& quote = version.quotes[ordinal];
    rows.add({version.id.value, fmt::to_string(ordinal), quote.field, quote.text, filled(quote.document),
              filled(quote.address), fmt::to_string(quote.page), text_of(quote.box),
              name_of(quote.method, codec::method_names()), fmt::to_string(quote.confidence)});
  }
}

}  // namespace

struct VersionRows::Parts {
  struct Certificate {
    CertificateId id;
    std::string key;
  };
  std::vector<Certificate> certificates;
  BinaryRows bodies;
  CopyRows quotes;
};

VersionRows::VersionRows() : parts_(std::make_unique<Parts>()) {}
VersionRows::~VersionRows() = default;
VersionRows::VersionRows(VersionRows&&) noexcept = default;
VersionRows& VersionRows::operator=(VersionRows&&) noexcept = default;

void VersionRows::add(const NewVersion& fresh) {
  if (!fresh.key.empty()) parts_->certificates.push_back({fresh.version.certificate, fresh.key});
  add_body(parts_->bodies, fresh);
  if (!stand_at_one_place(fresh.version)) add_quotes(parts_->quotes, fresh.version);
  ++size_;
}

void insert_versions(Transaction& transaction, VersionRows rows) {
  BulkRows certificates(transaction, "insert_certificates", 2);
  for (const auto& [id, key] : rows.parts_->certificates) certificates.add({id.value, key});
  certificates.finish();
  rows.parts_->bodies.send(transaction, "copy_certificate_versions");
  rows.parts_->quotes.send(transaction, "copy_field_evidence");
}

void insert_versions(Transaction& transaction, std::span<const NewVersion> versions) {
  VersionRows rows;
  for (const auto& fresh : versions) rows.add(fresh);
  insert_versions(transaction, std::move(rows));
}

void confirm_versions(Transaction& transaction, std::span<const VersionId> versions, Instant seen_at,
                      const DocumentId& document) {
  if (versions.empty()) return;
  transaction.run("insert_confirmations", {uuid_array(versions), to_string(seen_at), filled(document)});
}

void insert_check(Transaction& transaction, const Check& check) {
  transaction.run(
      "insert_check",
      {check.id, check.certificate.value, name_of(check.result, codec::check_result_names()),
       check.checked_on.to_string(), codec::dump(codec::to_json(check)), to_string(check.recorded_at)});
}

}  // namespace certreg::store
