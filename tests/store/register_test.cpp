#include "store/register_test.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/store/documents.h"
#include "certreg/store/suppliers.h"

namespace certreg::store {
namespace {

// Right to left, combining, astral; what PostgreSQL's arrays, JSON and libpq would stumble over.
constexpr const char* kAwkward =
    "Ünïcode \"quoted\" \\back {brace}, 'single' NULL \xE6\xBC\xA2\xE5\xAD\x97 \xF0\x9F\x94\x92 $1";

Date day(std::string_view iso) { return Date::parse(iso).value(); }

}  // namespace

std::string uuid(int number) { return fmt::format("0190a000-0000-7000-8000-{:012x}", number); }
DocumentId document_id(char digit) { return {std::string(64, digit)}; }
Instant at(std::string_view iso) { return parse_instant(iso).value(); }

Supplier full_supplier(int number) {
  return {.id = {uuid(number)},
          .version = 1,
          .name = fmt::format("Acme {} GmbH", number),
          .aliases = {"Acme Cloud", kAwkward},
          .country = "DE",
          .lei = "5493001KJTIIGC8Y1R12",
          .registration_number = "HRB 4711",
          .vat = "DE 123456789",
          .domains = {"acme.example", "acme.test"},
          .groups = {{{uuid(900)}, day("2020-01-01"), day("2024-12-31"), "annual report"}},
          .retired = true,
          .recorded_at = at("2026-01-02T03:04:05.678901Z"),
          .recorded_by = "tester",
          .reason = "a reason"};
}

CertificateVersion plain_version(int id, int certificate, int supplier) {
  CertificateVersion version;
  version.id = {uuid(id)};
  version.certificate = {uuid(1000 + certificate)};
  version.supplier = {uuid(supplier)};
  version.standard = {"iso-iec-27001"};
  version.number = fmt::format("IS {}", certificate);
  version.holders = {{.name = "Acme GmbH", .role = "main"}};
  version.recorded_at = at("2026-01-02T03:04:05Z");
  version.recorded_by = "tester";
  return version;
}

CertificateVersion full_version(int id, int certificate, int supplier) {
  auto version = plain_version(id, certificate, supplier);
  version.edition = "2022";
  version.standard_printed = "DIN EN ISO/IEC 27001:2024-01";
  version.issuer = CertificationBodyId{"good-cert"};
  version.issuer_printed = kAwkward;
  version.holders = {
      {kAwkward, "main", "Street 1\n12345 Town", "DE", "5493001KJTIIGC8Y1R12", "HRB 4711", "DE 1"},
      {.name = "Acme Sub AG", .role = "additional"}};
  version.issued = day("2025-01-10");
  version.decided = day("2025-01-09");
  version.first_issued = day("2019-01-10");
  version.valid_from = day("2025-01-11");
  version.expires = day("2028-01-09");
  version.expiry_kind = ExpiryKind::RecertificationDue;
  version.previous_expiry = day("2025-01-08");
  version.recertification_audited = day("2024-12-01");
  version.issue_number = "3";
  version.statuses = {{CertificateStatus::Suspended,
                       day("2025-03-01"),
                       day("2025-04-01"),
                       StatusSource::AccreditationBody,
                       "UKAS",
                       {"Berlin"},
                       {"Mail"}}};
  version.accreditations = {{"UKAS", AccreditationBodyId{"ukas"}, "0001"}, {"Look-alike", {}, ""}};
  version.scope = std::string("First line\n\tsecond line ") + kAwkward;
  version.scope_language = "de";
  version.services = {"Mail", kAwkward};
  version.scope_items = {{kAwkward, {kAwkward}, kAwkward, {kAwkward}, true, ScopeExtent::Out, kAwkward}};
  version.services_closed = version.all_services = true;
  version.sites = {{"Berlin", "Street 2", "DE", "Development"}, {"eu-central-1", "", "", ""}};
  version.sites_closed = true;
  version.exclusions = {"Payroll"};
  version.roles = {"processor", "cloud_provider"};
  version.soa_version = "1.4";
  version.soa_date = day("2024-11-30");
  version.pages_held = 2;
  version.pages_stated = 3;
  version.form = ExtensionForm::Reference;
  version.parent = CertificateId{uuid(1099)};
  version.parent_number = "IS 99";
  version.evidence = EvidenceLevel::Signed;
  version.claimant = Claimant{ClaimantKind::ThirdParty, "A reseller"};
  version.signature = SignatureState::SignedByIssuer;
  version.document_changed = version.declared_absent = version.retired = true;
  version.quotes = {{"holder", kAwkward, document_id('a'), "https://acme.example/c.pdf", 1,
                     Box{72, 0.1, 1e-7, 12.25}, ReadingMethod::Ocr, 0.87},
                    {"scope", version.scope, {}, "", 0, {}, ReadingMethod::Person, 1}};
  version.reason = "a reason";
  return version;
}

Check full_check(int id, int certificate) {
  return {.id = uuid(id),
          .certificate = {uuid(1000 + certificate)},
          .register_name = "IAF CertSearch",
          .address = "https://register.example/1",
          .source = StatusSource::Issuer,
          .result = CheckResult::Withdrawn,
          .checked_on = day("2026-02-01"),
          .checked_by = "tester",
          .note = kAwkward,
          .recorded_at = at("2026-02-01T10:00:00.000001Z")};
}

std::string text(const Supplier& supplier) { return codec::dump(codec::to_json(supplier)); }
std::string text(const CertificateVersion& version) { return codec::dump(codec::to_json(version)); }
std::string text(const Check& check) { return codec::dump(codec::to_json(check)); }

void RegisterTest::keep_supplier(int number) {
  commit([&](Transaction& transaction) {
    const auto supplier = full_supplier(number);
    insert_suppliers(transaction, {&supplier, 1});
  });
}

void RegisterTest::keep_documents() {
  commit([](Transaction& transaction) {
    for (const char digit : {'a', 'b'})
      keep_document(transaction, document_id(digit), "text/plain", std::string(1, digit));
  });
}

void RegisterTest::keep_version(CertificateVersion version, std::optional<VersionId> replaces,
                                DocumentId document) {
  commit([&](Transaction& transaction) {
    const NewVersion fresh{version.certificate.value, std::move(version), std::move(replaces),
                           std::move(document)};
    insert_versions(transaction, {&fresh, 1});
  });
}

CertificateRecord RegisterTest::load(int certificate) {
  auto transaction = database_.begin(TransactionMode::ReadOnly);
  const CertificateId id{uuid(1000 + certificate)};
  auto records = load_certificates(transaction, {&id, 1});
  if (records.size() != 1) throw std::runtime_error("no such certificate");
  return std::move(records.front());
}

}  // namespace certreg::store
