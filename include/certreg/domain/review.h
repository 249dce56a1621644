// The supplier review that an auditor of ISO/IEC 27001:2022 Annex A 5.19 to 5.23 asks for, as data: what is
// bought, needed and held, what was found and decided, what was checked and what could not be. Everything
// that a renderer prints stands here; renderers add nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/decision.h"
#include "certreg/domain/relationship_assessment.h"
#include "certreg/domain/timeline.h"

namespace certreg {

struct ReviewedDocument {
  DocumentId id;  // SHA-256
  std::string address;
  std::optional<Date> retrieved_on;
  bool under_agreement = false;
};

struct ReviewedCertificate {
  CertificateVersion version;
  std::string standard;  // "ISO/IEC 27001:2022"
  std::string issuer;
  std::vector<std::string> accreditations;  // "UKAS, 0003"
  std::optional<Date> effective_end;
  std::vector<ReviewedDocument> documents;
  std::optional<Date> last_confirmed_on;
};

struct ReviewedNeed {
  std::string need, why;    // the policy's words
  std::string requirement;  // all that the policy asks for, one sentence
  std::string standard;     // name
  Outcome outcome = Outcome::Undecided;
  std::vector<Answer> answers;        // the six; of the deciding part
  std::string certificate;            // "ISO/IEC 27001:2022, IS 616800", or empty
  std::vector<std::string> services;  // that the part answers for
};

struct ReviewedFinding {
  FindingId id;  // empty when it was not recorded by then
  Finding finding;
  FindingState state = FindingState::Open;
  std::optional<Decision> decision;  // that holds
  std::optional<Date> opened_on;
};

struct ReviewedCheck {  // something that was looked at, or could not be
  std::string what;     // address of a page, or name of a register
  std::optional<Date> on;
  std::string result;      // "read", "not found", "could not be read since ...: ...", "never looked at"
  bool succeeded = false;  // it had an answer
  bool adverse = false;    // and the answer speaks against the certificate
};

struct ReviewedChange {
  Date on{std::chrono::sys_days{}};
  std::string sentence;
  bool adverse = false;
};

struct ControlEvidence {
  Control control{};
  std::vector<std::string> given;    // facts of this review that are evidence for it
  std::vector<std::string> missing;  // what this review cannot give
};

// A letter of Delegated Regulation (EU) 2024/1773, article 8(3), for critical or important functions.
struct DoraAnswer {
  Control letter{};
  std::vector<std::string> facts;  // from the register
  bool open = true;                // a person must answer
  std::string asks;                // what the person must answer
};

struct SupplierReview {
  Relationship relationship;
  std::optional<Supplier> supplier;  // the operator; none: unmatched
  std::string tier;                  // its name
  Outcome outcome = Outcome::Undecided;
  std::vector<ReviewedNeed> needs;
  std::vector<ReviewedCertificate> certificates;  // every one held, of any standard
  std::vector<Assurance> assurances;
  std::vector<ReviewedFinding> findings;
  std::vector<Decision> decisions;      // all, oldest first
  std::vector<ReviewedChange> changes;  // since the review before
  std::optional<Date> changes_since;    // none: from the beginning
  std::vector<ReviewedCheck> checks;
  std::vector<ControlEvidence> controls;
  std::vector<DoraAnswer> dora;  // empty unless the function is critical or important
  Timeline timeline;
};

// Of what the review holds already: which evidence it is for each of Annex A 5.19 to 5.23, and what it cannot
// be evidence for.
std::vector<ControlEvidence> control_evidence(const SupplierReview& review);

// The eight letters; what the register knows, and what a person must answer.
std::vector<DoraAnswer> dora_answers(const SupplierReview& review);

struct PortfolioRow {
  std::string tier;
  int satisfied = 0, undecided = 0, not_satisfied = 0;
  int open_findings = 0, decided_findings = 0;
};

struct SignOff {
  std::string name, role, note;
  Instant at{};
};

struct Review {
  ReviewId id;  // empty: a preview
  std::string title;
  Date on{std::chrono::sys_days{}};
  std::optional<Instant> known_at;  // none: what is known at `prepared_at`
  Instant prepared_at{};
  std::string prepared_by;
  std::string program;            // "certreg 0.1.0"
  std::string reference_version;  // of the reference data
  int policy_version = 0;
  std::vector<PortfolioRow> portfolio;  // by tier, in the policy's order; empty for one supplier
  std::vector<SupplierReview> suppliers;
  std::optional<SignOff> sign_off;
};

}  // namespace certreg
