// Sample suppliers, certificates and questions. The plain ones satisfy each other on 2026-06-01.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/question.h"
#include "certreg/domain/supplier.h"
#include "support/reference.h"

namespace certreg::support {

inline Instant at(std::string_view iso) { return parse_instant(iso).value(); }

inline Supplier supplier() {
  Supplier row;
  row.id = {"supplier-1"};
  row.name = "Acme Cloud Limited";
  row.country = "GB";
  return row;
}

inline Question question(std::string_view on = "2026-06-01") {
  Question row{.on = day(on), .today = day("2026-06-01")};
  row.standard = {"iso-iec-27001"};
  row.services = {"Acme Mail"};
  return row;
}

inline Holder holder(std::string name) {
  Holder row;
  row.name = std::move(name);
  row.role = "main";
  row.country = "GB";
  return row;
}

inline Quote quote(std::string field, std::string text) {
  Quote row;
  row.field = std::move(field);
  row.text = std::move(text);
  row.page = 1;
  return row;
}

// 27001:2022 by an accredited body, valid from 2025-01-10 to 2028-01-09, the scope naming Acme Mail.
inline CertificateVersion certificate(std::string id = "certificate-1") {
  CertificateVersion row;
  row.id = {id + "-version"};
  row.certificate = {std::move(id)};
  row.supplier = {"supplier-1"};
  row.standard = {"iso-iec-27001"};
  row.edition = "2022";
  row.standard_printed = "ISO/IEC 27001:2022";
  row.number = "IS 100";
  row.issuer = CertificationBodyId{"good-cert"};
  row.issuer_printed = "Good Certification Limited";
  row.holders = {holder("ACME CLOUD LTD")};
  row.issued = row.valid_from = day("2025-01-10");
  row.expires = day("2028-01-09");
  row.accreditations = {{"UKAS", AccreditationBodyId{"ukas"}, "0001"}};
  row.scope = "Development and operation of Acme Mail and Acme Drive.";
  row.services = {"Acme Mail", "Acme Drive"};
  row.evidence = EvidenceLevel::Documented;
  row.quotes = {quote("expires", "Expiry date: 9 January 2028"), quote("holder", "ACME CLOUD LTD"),
                quote("scope", row.scope), quote("accreditations[0]", "UKAS"),
                quote("edition", row.standard_printed)};
  row.recorded_at = at("2026-05-01");
  return row;
}

inline CertificateRecord record(std::vector<CertificateVersion> issues, std::vector<Check> checks = {}) {
  auto id = issues.front().certificate;
  return {std::move(id), std::move(issues), std::move(checks), {}};
}

// What a supplier's page says without a document.
inline CertificateVersion claim(std::string edition = "2022", ClaimantKind kind = ClaimantKind::Supplier) {
  CertificateVersion row;
  row.id = {"claim-version"};
  row.certificate = {"claim-1"};
  row.supplier = {"supplier-1"};
  row.standard = {"iso-iec-27001"};
  row.edition = std::move(edition);
  row.standard_printed = "ISO/IEC 27001:" + row.edition;
  row.holders = {holder("Acme Cloud Limited")};
  row.evidence = EvidenceLevel::Claimed;
  row.claimant = Claimant{kind, "Acme Cloud"};
  row.recorded_at = at("2026-05-01");
  return row;
}

// A 27018:2019 sheet under "certificate-1".
inline CertificateVersion extension() {
  auto row = certificate("extension-1");
  row.standard = {"iso-iec-27018"};
  row.edition = "2019";
  row.standard_printed = "ISO/IEC 27018:2019";
  row.number = "PII 100";
  row.form = ExtensionForm::Sheet;
  row.parent = CertificateId{"certificate-1"};
  return row;
}

inline Check check(CheckResult result, std::string_view checked_on,
                   StatusSource source = StatusSource::PublicRegister) {
  return {.id = "check-1",
          .certificate = {"certificate-1"},
          .register_name = "IAF CertSearch",
          .source = source,
          .result = result,
          .checked_on = day(checked_on)};
}

inline StatusInterval status(CertificateStatus value, std::string_view from,
                             StatusSource source = StatusSource::Issuer) {
  return {value, day(from), {}, source, "", {}, {}};
}

}  // namespace certreg::support
