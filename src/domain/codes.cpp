#include "certreg/domain/verdict.h"

namespace certreg {
namespace {

constexpr auto kYes = AnswerValue::Yes;
constexpr auto kUnsure = AnswerValue::Unsure;
constexpr auto kNo = AnswerValue::No;

constexpr std::string_view kEvidenceRule = "register rule: the weakest quote behind the other five answers";
constexpr std::string_view kScopeContent = "ISO/IEC 17021-1:2015 8.2.2 f";
constexpr std::string_view kSoa = "ISO/IEC 27006-1:2024 8.2.2";
constexpr std::string_view kSuspension = "ISO/IEC 17021-1:2015 9.6.5";
constexpr std::string_view kValidity = "ISO/IEC 17021-1:2015 8.2.2 c";
constexpr std::string_view kExtension = "ISO/IEC 27006-1:2024 8.2.3";

// In the order of the enumeration, so that a code is its own index.
constexpr CodeInfo kCodes[] = {
    {Code::EditionCurrent, "edition_current", Topic::Standard, kYes, false, "ISO/IEC 17021-1:2015 8.2.2 e"},
    {Code::EditionInTransition, "edition_in_transition", Topic::Standard, kYes, true, "IAF MD 26"},
    {Code::EditionUnknown, "edition_unknown", Topic::Standard, kUnsure, false,
     "ISO/IEC 17021-1:2015 8.2.2 e"},
    {Code::NothingFound, "nothing_found", Topic::Standard, kUnsure, false,
     "register rule: not found is never read as not certified"},
    {Code::ParentUnknown, "parent_unknown", Topic::Standard, kUnsure, false, kExtension},
    {Code::ExtensionInWordsOnly, "extension_in_words_only", Topic::Standard, kUnsure, false, kExtension},
    {Code::EditionWithdrawn, "edition_withdrawn", Topic::Standard, kNo, false, "IAF MD 26"},
    {Code::ParentEnded, "parent_ended", Topic::Standard, kNo, false, kExtension},
    {Code::DeclaredAbsent, "declared_absent", Topic::Standard, kNo, false,
     "register rule: the supplier's own word"},
    {Code::SameEntity, "same_entity", Topic::Holder, kYes, false, "ISO/IEC 17021-1:2015 8.2.2 a"},
    {Code::NamedOnCertificate, "named_on_certificate", Topic::Holder, kYes, false,
     "ISO/IEC 17021-1:2015 8.2.2 a"},
    {Code::SameGroup, "same_group", Topic::Holder, kUnsure, false, "ISO/IEC 17021-1:2015 8.2.2 a"},
    {Code::HolderUnclear, "holder_unclear", Topic::Holder, kUnsure, false, "ISO/IEC 17021-1:2015 8.2.2 a"},
    {Code::DifferentEntity, "different_entity", Topic::Holder, kNo, false, "ISO/IEC 17021-1:2015 8.2.2 a"},
    {Code::ServiceNamed, "service_named", Topic::Scope, kYes, false, kScopeContent},
    {Code::AllServices, "all_services", Topic::Scope, kYes, false, kScopeContent},
    {Code::SiteListed, "site_listed", Topic::Scope, kYes, false, "ISO/IEC 17021-1:2015 8.2.2 a; IAF MD 1"},
    {Code::ConfirmedByPerson, "confirmed_by_person", Topic::Scope, kYes, false,
     "register rule: a person's decision"},
    {Code::ServiceNotNamed, "service_not_named", Topic::Scope, kUnsure, false, kScopeContent},
    {Code::SiteNotListed, "site_not_listed", Topic::Scope, kUnsure, false,
     "ISO/IEC 17021-1:2015 8.2.2 a; IAF MD 1"},
    {Code::ScopeUnknown, "scope_unknown", Topic::Scope, kUnsure, false, kScopeContent},
    {Code::ScopeReduced, "scope_reduced", Topic::Scope, kUnsure, false, "ISO/IEC 17021-1:2015 9.6.5.5"},
    {Code::SoaOlder, "soa_older", Topic::Scope, kUnsure, false, kSoa},
    {Code::SoaNewer, "soa_newer", Topic::Scope, kUnsure, true, kSoa},
    {Code::ActivityExcluded, "activity_excluded", Topic::Scope, kNo, false, kScopeContent},
    {Code::RoleMismatch, "role_mismatch", Topic::Scope, kNo, false, kScopeContent},
    {Code::InForce, "in_force", Topic::Dates, kYes, false, kValidity},
    {Code::Expiring, "expiring", Topic::Dates, kYes, true, kValidity},
    {Code::RecertificationDue, "recertification_due", Topic::Dates, kYes, true,
     "ISO/IEC 17021-1:2015 9.6.3.1"},
    {Code::SurveillanceWindow, "surveillance_window", Topic::Dates, kYes, true,
     "ISO/IEC 17021-1:2015 9.1.3.3"},
    {Code::NoExpiryPrinted, "no_expiry_printed", Topic::Dates, kUnsure, false, kValidity},
    {Code::DatesContradict, "dates_contradict", Topic::Dates, kUnsure, false,
     "ISO/IEC 17021-1:2015 8.2.2 b, c; 9.1.3"},
    {Code::NotYetRenewed, "not_yet_renewed", Topic::Dates, kUnsure, false, "ISO/IEC 17021-1:2015 9.6.3.2"},
    {Code::Expired, "expired", Topic::Dates, kNo, false, kValidity},
    {Code::RestorableUntil, "restorable_until", Topic::Dates, kNo, true, "ISO/IEC 17021-1:2015 9.6.3.2.5"},
    {Code::NotYetValid, "not_yet_valid", Topic::Dates, kNo, false, "ISO/IEC 17021-1:2015 8.2.2 b"},
    {Code::Suspended, "suspended", Topic::Dates, kNo, false, kSuspension},
    {Code::Withdrawn, "withdrawn", Topic::Dates, kNo, false, kSuspension},
    {Code::LapsedThen, "lapsed_then", Topic::Dates, kNo, false, "ISO/IEC 17021-1:2015 9.6.3.2.5; 8.2.2 note"},
    {Code::Accredited, "accredited", Topic::Issuer, kYes, false, "ISO/IEC 17021-1:2015; IAF MLA, GAC MRA"},
    {Code::Inherited, "inherited", Topic::Issuer, kYes, false, kExtension},
    {Code::AccreditationNotStated, "accreditation_not_stated", Topic::Issuer, kUnsure, false,
     "ISO/IEC 17021-1:2015 8.2.2 g; IAF resolution 2015-10"},
    {Code::IssuerUnknown, "issuer_unknown", Topic::Issuer, kUnsure, false,
     "EA-2/13: the accredited legal unit"},
    {Code::AccreditationEnded, "accreditation_ended", Topic::Issuer, kUnsure, false, "IAF MD 2"},
    {Code::Unaccredited, "unaccredited", Topic::Issuer, kNo, false, "IAF MLA, GAC MRA"},
    {Code::AccreditorNotRecognised, "accreditor_not_recognised", Topic::Issuer, kUnsure, false,
     "IAF MLA, GAC MRA; ISO/IEC 27006-1 as sub-scope"},
    {Code::Documented, "documented", Topic::Evidence, kYes, false, kEvidenceRule},
    {Code::Signed, "signed", Topic::Evidence, kYes, false, kEvidenceRule},
    {Code::Registered, "registered", Topic::Evidence, kYes, false, "ISO/IEC 17021-1:2015 8.1.2"},
    {Code::Claimed, "claimed", Topic::Evidence, kUnsure, false, kEvidenceRule},
    {Code::Stale, "stale", Topic::Evidence, kUnsure, false,
     "register rule: seen again within the asked time"},
    {Code::SourcesDisagree, "sources_disagree", Topic::Evidence, kUnsure, false,
     "register rule: a claim never changes a documented certificate"},
    {Code::DocumentChanged, "document_changed", Topic::Evidence, kUnsure, false,
     "register rule: a changed field waits for a decision"},
    {Code::SignatureBroken, "signature_broken", Topic::Evidence, kNo, false, "ETSI EN 319 102-1"},
};

}  // namespace

std::string_view to_string(Topic topic) {
  constexpr std::string_view kNames[] = {"standard", "holder", "scope", "dates", "issuer", "evidence"};
  return kNames[static_cast<std::size_t>(topic)];
}

std::string_view to_string(AnswerValue value) {
  constexpr std::string_view kNames[] = {"yes", "unsure", "no"};
  return kNames[static_cast<std::size_t>(value)];
}

std::string_view to_string(Outcome outcome) {
  constexpr std::string_view kNames[] = {"satisfied", "undecided", "not_satisfied"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::string_view to_string(Code code) { return info(code).name; }

std::span<const CodeInfo> all_codes() { return kCodes; }

const CodeInfo& info(Code code) { return kCodes[static_cast<std::size_t>(code)]; }

}  // namespace certreg
