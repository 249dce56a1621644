#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "certreg/codec/record_writer.h"
#include "certreg/codec/records.h"
#include "certreg/store/certificates.h"
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

std::optional<std::string> text_of(const std::optional<Date>& day) {
  return day ? std::optional(day->to_string()) : std::nullopt;
}

void insert_certificates(Transaction& transaction, std::span<const NewVersion> versions) {
  BulkRows rows(transaction, "insert_certificates", 2);
  for (const auto& fresh : versions)
    if (!fresh.key.empty()) rows.add({fresh.version.certificate.value, fresh.key});
  rows.finish();
}

void insert_bodies(Transaction& transaction, std::span<const NewVersion> versions) {
  CopyRows rows(transaction, "copy_certificate_versions");
  for (const auto& fresh : versions) {
    const auto& version = fresh.version;
    rows.add({version.id.value, version.certificate.value, version.supplier.value,
              fresh.replaces ? filled(*fresh.replaces) : std::nullopt, version.standard.value,
              filled(version.edition), filled(version.number),
              version.issuer ? filled(*version.issuer) : std::nullopt, text_of(version.issued),
              text_of(version.expires), name_of(version.evidence, codec::evidence_names()),
              version.retired ? "t" : "f", filled(fresh.document), codec::stored_text(version),
              quotes_at_one_place(version), to_string(version.recorded_at), version.recorded_by,
              filled(version.reason)});
  }
  rows.finish();
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

void insert_versions(Transaction& transaction, std::span<const NewVersion> versions) {
  insert_certificates(transaction, versions);
  insert_bodies(transaction, versions);
  CopyRows quotes(transaction, "copy_field_evidence");
  for (const auto& fresh : versions)
    if (!stand_at_one_place(fresh.version)) add_quotes(quotes, fresh.version);
  quotes.finish();
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
