#include "certreg/reading/read_certificate.h"

#include <re2/re2.h>

#include <algorithm>

#include "reading/certificate_kind.h"
#include "reading/certified.h"
#include "reading/parts.h"
#include "reading/sheet.h"
#include "reading/signals.h"

namespace certreg::reading {
namespace {

// Suspended or withdrawn in the document's own words. Since when, and of what, only a person can tell: the
// draft is not accepted without one.
void note_status(const Sheet& sheet, Draft& draft) {
  for (PhraseKind kind : {PhraseKind::Suspended, PhraseKind::Withdrawn})
    if (const Segment* line = line_saying(sheet, kind))
      draft.ambiguities.push_back(
          {"statuses", "the document speaks of a suspension or withdrawal: \"" + line->text + "\"", {}});
}

Draft read_shared_fields(const Sheet& sheet) {
  Draft draft;
  draft.version.evidence = EvidenceLevel::Documented;
  read_number(sheet, draft);
  read_holder(sheet, draft);
  read_dates(sheet, draft);
  read_bodies(sheet, draft);
  read_scope(sheet, draft);
  read_exclusions(sheet, draft);
  read_soa(sheet, draft);
  read_details(sheet, draft);
  read_services(sheet, draft);
  note_status(sheet, draft);
  return draft;
}

// The number of the 27001 that an extension's own sheet names.
void read_parent(const Sheet& sheet, Draft& draft) {
  static const RE2 pattern(
      R"((?i)27001[^.;]{0,40}?certificate\s+(?:number|no\.?|nr\.?)\s*:?\s*((?:[A-Z]{1,8}[ -]?)?\d[\w/-]*\d))");
  for (const Segment& segment : sheet.segments) {
    std::string number;
    if (!RE2::PartialMatch(segment.text, pattern, &number) || number == draft.version.number) continue;
    draft.version.parent_number = number;
    draft.version.quotes.push_back(quote_of(segment, "parent_number", segment.text, 0.9));
    return;
  }
}

void set_own_number(const CertifiedStandard& certified, Draft& draft) {
  if (certified.form == ExtensionForm::Sheet) draft.version.parent_number = draft.version.number;
  draft.version.number = certified.number;
  std::erase_if(draft.version.quotes, [](const Quote& quote) { return quote.field == "number"; });
  std::erase_if(draft.ambiguities, [](const Ambiguity& other) { return other.field == "number"; });
  draft.version.quotes.push_back(*certified.number_quote);
}

Draft draft_for(const Sheet& sheet, Draft draft, const CertifiedStandard& certified) {
  draft.version.standard = certified.standard;
  draft.version.standard_printed = certified.printed;
  draft.version.edition = certified.edition;
  draft.version.quotes.insert(draft.version.quotes.begin(), certified.quote);
  if (!certified.edition.empty()) {
    draft.version.quotes.push_back(certified.quote);
    draft.version.quotes.back().field = "edition";
  }
  if (certified.ambiguity) draft.ambiguities.push_back(*certified.ambiguity);
  draft.version.form = certified.form;
  if (certified.number_quote) set_own_number(certified, draft);
  if (certified.form == ExtensionForm::Reference) draft.version.parent_number = draft.version.number;
  if (certified.form == ExtensionForm::Sheet) read_parent(sheet, draft);
  draft.missing = missing_fields(draft.version);
  return draft;
}

void read_part(const Text& text, const Labels& labels, const Reference& reference, DocumentReading& reading) {
  const Sheet sheet(text, labels, reference);
  // A network's sheet behind its member's certificate is no second one.
  if (!reading.drafts.empty() && line_saying(sheet, PhraseKind::Companion) != nullptr) return;
  const std::string why = why_no_certificate(sheet);
  if (reading.nothing_found_why.empty()) reading.nothing_found_why = why;
  if (!why.empty()) return;
  const Draft shared = read_shared_fields(sheet);
  const bool complete = is_complete(shared);
  const std::vector<CertifiedStandard> certified = certified_standards(sheet);
  if (certified.empty()) {
    reading.nothing_found_why = "no standard is named as certified";
    return;
  }
  if (std::string perhaps = why_perhaps_none(sheet); !complete && !perhaps.empty()) {
    reading.nothing_found_why = std::move(perhaps);
    return;
  }
  if (std::string lacking = why_too_little(shared); !lacking.empty()) {
    reading.nothing_found_why = std::move(lacking);
    return;
  }
  for (std::string& signal : signals_in(sheet, shared))
    if (std::ranges::find(reading.warnings, signal) == reading.warnings.end())
      reading.warnings.push_back(std::move(signal));
  for (const CertifiedStandard& standard : certified)
    reading.drafts.push_back(draft_for(sheet, shared, standard));
}

}  // namespace

bool is_open(const Draft& draft, std::string_view field) {
  return std::ranges::find(draft.ambiguities, field, &Ambiguity::field) != draft.ambiguities.end();
}

std::vector<std::string> missing_fields(const CertificateVersion& version) {
  std::vector<std::string> missing;
  if (version.holders.empty()) missing.emplace_back("holder");
  if (version.number.empty()) missing.emplace_back("number");
  if (version.standard.empty()) missing.emplace_back("standard");
  if (version.edition.empty()) missing.emplace_back("edition");
  if (!version.issuer && version.issuer_printed.empty()) missing.emplace_back("issuer");
  if (!version.issued) missing.emplace_back("issued");
  if (!version.expires) missing.emplace_back("expires");
  if (version.scope.empty()) missing.emplace_back("scope");
  return missing;
}

DocumentReading read_certificate(const Text& text, const Labels& labels, const Reference& reference) {
  DocumentReading reading;
  reading.warnings = text.warnings;
  for (const Text& part : certificates_in(text, labels, reference))
    read_part(part, labels, reference, reading);
  if (!reading.drafts.empty()) reading.nothing_found_why.clear();
  return reading;
}

}  // namespace certreg::reading
