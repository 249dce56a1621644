// The six questions and their answers (the only list of reason codes). Pure.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/known_party.h"
#include "certreg/domain/question.h"
#include "certreg/domain/reference.h"
#include "certreg/domain/sentence.h"
#include "certreg/domain/supplier.h"

namespace certreg {

enum class Topic { Standard, Holder, Scope, Dates, Issuer, Evidence };
inline constexpr std::size_t kTopics = 6;
enum class AnswerValue { Yes, Unsure, No };
enum class Outcome { Satisfied, Undecided, NotSatisfied };

enum class Code {
  // standard
  EditionCurrent,
  EditionInTransition,
  EditionUnknown,
  NothingFound,
  ParentUnknown,
  ExtensionInWordsOnly,
  EditionWithdrawn,
  ParentEnded,
  DeclaredAbsent,
  // holder
  SameEntity,
  NamedOnCertificate,
  SameGroup,
  HolderUnclear,
  DifferentEntity,
  // scope
  ServiceNamed,
  AllServices,
  SiteListed,
  ConfirmedByPerson,
  ServiceNotNamed,
  SiteNotListed,
  ScopeUnknown,
  ScopeReduced,
  SoaOlder,
  SoaNewer,
  ActivityExcluded,
  RoleMismatch,
  // dates
  InForce,
  Expiring,
  RecertificationDue,
  SurveillanceWindow,
  NoExpiryPrinted,
  DatesContradict,
  NotYetRenewed,
  Expired,
  RestorableUntil,
  NotYetValid,
  Suspended,
  Withdrawn,
  LapsedThen,
  // issuer
  Accredited,
  Inherited,
  AccreditationNotStated,
  IssuerUnknown,
  AccreditationEnded,
  Unaccredited,
  AccreditorNotRecognised,
  // evidence
  Documented,
  Signed,
  Registered,
  Claimed,
  Stale,
  SourcesDisagree,
  DocumentChanged,
  SignatureBroken,
};

std::string_view to_string(Topic topic);        // "standard", ...
std::string_view to_string(AnswerValue value);  // "yes", "unsure", "no"
std::string_view to_string(Outcome outcome);    // "satisfied", "undecided", "not_satisfied"
std::string_view to_string(Code code);          // "edition_current", ...

// The table of codes. `value` is the answer that the code leads to; `warns` leaves the answer as it is (code
// marked *). Four codes lead to two answers (service_not_named, site_not_listed, accreditation_ended,
// accreditor_not_recognised): `value` is then Unsure.
struct CodeInfo {
  Code code;
  std::string_view name;
  Topic topic;
  AnswerValue value;
  bool warns;
  std::string_view source;  // of the rule: standard and clause
};
std::span<const CodeInfo> all_codes();
const CodeInfo& info(Code code);

struct Reason {
  Code code{};
  AnswerValue value{};       // what this code leads to here
  std::string detail;        // one plain sentence for a buyer, naming the facts (dates, names)
  std::optional<Date> date;  // the day that decides (end, restoration limit, edition's end ...)
  std::vector<Quote> quotes;
  std::vector<Said> said;  // the sentence of `detail`, as it was made
};

struct Answer {
  Topic topic{};
  AnswerValue value = AnswerValue::Unsure;
  std::vector<Reason> reasons;  // never empty; the deciding one first
};

struct CalendarNote {  // computed, never an answer, a finding or an alert
  std::string kind;    // "surveillance_window"
  Date from, until;
};

// Six answers from one certificate version and the parent that it extends.
struct Part {
  std::vector<std::string> services;  // the asked services that this part answers for
  Outcome outcome = Outcome::Undecided;
  std::array<Answer, kTopics> answers;
  std::shared_ptr<const CertificateVersion> certificate, parent;  // null: none
  std::optional<Date>
      effective_end;  // earliest of own expiry, parent's effective end, edition's end, withdrawal
  std::vector<CalendarNote> calendar;
};

struct Verdict {
  Outcome outcome = Outcome::Undecided;  // the worst part's
  std::vector<Part> parts;               // never empty; several only when certificates share out services
  std::vector<CertificateVersion>
      disregarded_claims;  // third parties' and unknown claimants', shown and never counted
  std::string reference_version;
  const Part& deciding() const { return parts.front(); }  // the worst part
};

// In place of every reason, where nobody was chosen.
Sentence several_are_called(const std::string& name);

using VerdictPtr = std::shared_ptr<const Verdict>;

// All of `certificates` are the supplier's, of any standard (the parents of extensions among them); none is
// null. Parts share them.
Verdict assess(const Question& question, const Supplier& supplier, std::span<const RecordPtr> certificates,
               const Reference& reference);

// The same of records that nobody shares: parts hold copies.
Verdict assess(const Question& question, const Supplier& supplier,
               std::span<const CertificateRecord> certificates, const Reference& reference);

}  // namespace certreg
