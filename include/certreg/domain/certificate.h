// A certificate as the register knows it. A version is immutable: what one document or person said at one
// time. Contents after ISO/IEC 17021-1:2015, 8.2.2.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"
#include "certreg/domain/quote.h"
#include "certreg/domain/scope_item.h"

namespace certreg {

struct Holder {
  std::string name;  // as printed
  std::string role;  // "main", "additional", "trading_name"
  std::string address;
  std::string country;  // ISO 3166-1 alpha-2, or empty
  std::string lei, registration_number, vat;
};

struct Site {
  std::string name;  // as printed; may be a region of a cloud
  std::string address;
  std::string country;
  std::string scope;  // the site's own scope, or empty
};

struct PrintedAccreditation {
  std::string printed;                      // the body as printed
  std::optional<AccreditationBodyId> body;  // when we know it
  std::string number;
};

enum class ExpiryKind { Expiry, RecertificationDue };

enum class CertificateStatus { Active, Suspended, Withdrawn };
enum class StatusSource { Issuer, AccreditationBody, PublicRegister, Supplier };

// An interval in which a status holds. Empty `sites` and `services`: the whole certificate.
struct StatusInterval {
  CertificateStatus status = CertificateStatus::Active;
  Date from;
  std::optional<Date> until;  // last day; none = until further notice
  StatusSource source = StatusSource::Supplier;
  std::string said_by;
  std::vector<std::string> sites, services;
};

// How a 27017 or 27018 appears: its own sheet, named on the 27001 certificate, or in words of a claim only.
enum class ExtensionForm { Sheet, Reference, Words };

enum class EvidenceLevel { Claimed, Documented, Signed, Registered };

// Who says what a page claims. A third party's page never counts.
enum class ClaimantKind { Supplier, ThirdParty, Unknown };
struct Claimant {
  ClaimantKind kind = ClaimantKind::Unknown;
  std::string name;
};

enum class SignatureState { NotSigned, SignedByIssuer, SignedByOther, Broken };

struct CertificateVersion {
  VersionId id;
  CertificateId certificate;
  SupplierId supplier;

  StandardId standard;
  std::string edition;           // the ISO edition's id ("2022"), empty when none is printed or known
  std::string standard_printed;  // verbatim, e.g. "DIN EN ISO/IEC 27001:2024-01"
  std::string number;            // as printed
  std::optional<CertificationBodyId> issuer;  // legal unit, when we know it
  std::string issuer_printed;

  std::vector<Holder> holders;  // first = main
  std::optional<Date> issued, decided, first_issued, valid_from, expires;
  ExpiryKind expiry_kind = ExpiryKind::Expiry;
  std::optional<Date> previous_expiry, recertification_audited;
  std::string issue_number;  // version or revision printed on it

  std::vector<StatusInterval> statuses;
  std::vector<PrintedAccreditation> accreditations;

  std::string scope;                   // verbatim, whole
  std::string scope_language;          // BCP 47, or empty
  std::vector<std::string> services;   // named in the scope or in a table's column
  std::vector<ScopeItem> scope_items;  // of its list of services in scope, in the list's order
  bool services_closed = false;        // the certificate itself carries the whole list and we hold every page
  bool all_services = false;           // the scope says: all services of the holder
  std::vector<Site> sites;
  bool sites_closed = false;
  std::vector<std::string> exclusions;  // activities that the scope excludes
  std::vector<std::string> roles;       // "controller", "processor", "cloud_provider", "cloud_customer"
  std::string soa_version;
  std::optional<Date> soa_date;
  int pages_held = 0, pages_stated = 0;  // 0 = unknown

  std::optional<ExtensionForm> form;    // for a standard that extends another
  std::optional<CertificateId> parent;  // the 27001 it extends, when we know it
  std::string parent_number;            // as printed

  EvidenceLevel evidence = EvidenceLevel::Claimed;
  std::optional<Claimant> claimant;  // for a claim
  SignatureState signature = SignatureState::NotSigned;
  bool document_changed = false;  // a field we use changed under the same address, undecided as yet
  bool declared_absent = false;   // the supplier says that it does not hold this standard

  std::vector<Quote> quotes;
  Instant recorded_at{};
  std::optional<Instant> last_confirmed;  // the same was seen again
  std::string recorded_by;
  std::string reason;
  bool retired = false;
};

enum class CheckResult { Active, Suspended, Withdrawn, Expired, NotFound, SourceFailed };

// A person looked the certificate up in a register.
struct Check {
  std::string id;
  CertificateId certificate;
  std::string register_name;  // e.g. "IAF CertSearch"
  std::string address;        // the page they saw
  StatusSource source = StatusSource::PublicRegister;
  CheckResult result = CheckResult::SourceFailed;
  Date checked_on;
  std::string checked_by;
  std::string note;
  Instant recorded_at{};
};

// All that is known of one certificate.
struct CertificateRecord {
  CertificateId id;
  std::vector<CertificateVersion>
      issues;                 // the latest version of each issue, oldest issue first; never empty
  std::vector<Check> checks;  // oldest first
  std::vector<std::string>
      confirmed_services;  // a person confirmed that the scope covers them under another name
  const CertificateVersion& latest() const { return issues.back(); }
};

}  // namespace certreg
