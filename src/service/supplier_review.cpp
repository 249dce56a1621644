#include "service/supplier_review.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/lifecycle.h"

namespace certreg::service {
namespace {

std::string name_of(const Reference& reference, const StandardId& id, const std::string& edition = {}) {
  const auto* standard = reference.find(id);
  const auto name = standard != nullptr ? standard->name : id.value;
  return edition.empty() ? name : name + ":" + edition;
}

std::string requirement_of(const Need& need) {
  constexpr std::string_view kEvidence[] = {"the supplier's own word or better",
                                            "the certificate itself or better",
                                            "the issuing body's signature or better", "a register's word"};
  auto text = fmt::format(
      "{} body; evidence: {}, seen within {} days; scope {}; holder: {}",
      need.accredited ? "accredited" : "any", kEvidence[static_cast<std::size_t>(need.least_evidence)],
      need.evidence_days, need.scope == ScopeRule::MustCover ? "must cover what we use" : "may be unsure",
      need.entity == EntityRule::SameEntity ? "the operator itself"
                                            : "the operator, or its group with a guarantee");
  if (need.statement_of_applicability) text += "; version of the Statement of Applicability named";
  for (const auto kind : need.or_assurance)
    text += fmt::format("{} {}", kind == need.or_assurance.front() ? "; or" : ",", certreg::name_of(kind));
  return text;
}

const Need* need_of(const Tier* tier, const std::string& id) {
  if (tier == nullptr) return nullptr;
  for (const auto& need : tier->needs)
    if (need.id == id) return &need;
  return nullptr;
}

void add_needs(const Assessment& assessment, const Tier* tier, const Reference& reference,
               SupplierReview& review) {
  for (const auto& answer : assessment.answers) {
    const auto* need = need_of(tier, answer.need);
    ReviewedNeed reviewed{.need = answer.need,
                          .why = need != nullptr ? need->why : "",
                          .requirement = need != nullptr ? requirement_of(*need) : "",
                          .standard = name_of(reference, answer.standard),
                          .outcome = answer.outcome};
    if (answer.verdict) {
      const auto& part = answer.verdict->deciding();
      reviewed.answers.assign(part.answers.begin(), part.answers.end());
      reviewed.services = part.services;
      if (part.certificate)
        reviewed.certificate = name_of(reference, part.certificate->standard, part.certificate->edition) +
                               ", " + part.certificate->number;
    }
    review.needs.push_back(std::move(reviewed));
  }
}

std::vector<ReviewedDocument> documents_of(const ReviewMatter& matter, const CertificateId& id,
                                           const AssessmentMoment& moment) {
  std::vector<ReviewedDocument> documents;
  const auto held = matter.documents.find(id);
  if (held == matter.documents.end()) return documents;
  for (const auto& facts : held->second) {
    if (moment.known_at && facts.recorded_at > *moment.known_at) continue;
    ReviewedDocument document{.id = facts.id,
                              .address = {},
                              .retrieved_on = day_of(facts.recorded_at),
                              .under_agreement = facts.access == "agreement"};
    if (!facts.sightings.empty()) document.address = facts.sightings.front().address;
    documents.push_back(std::move(document));
  }
  return documents;
}

void add_certificates(const ReviewMatter& matter, const Reference& reference, const AssessmentMoment& moment,
                      SupplierReview& review) {
  for (const auto& record : matter.certificates()) {
    const auto& version = record->latest();
    ReviewedCertificate held{.version = version,
                             .standard = name_of(reference, version.standard, version.edition)};
    const auto* issuer = version.issuer ? reference.find(*version.issuer) : nullptr;
    held.issuer = issuer != nullptr ? issuer->name : version.issuer_printed;
    for (const auto& accreditation : version.accreditations)
      held.accreditations.push_back(accreditation.printed +
                                    (accreditation.number.empty() ? "" : ", " + accreditation.number));
    held.effective_end = effective_end(*record, version, reference);
    held.documents = documents_of(matter, record->id, moment);
    if (version.last_confirmed) held.last_confirmed_on = day_of(*version.last_confirmed);
    review.certificates.push_back(std::move(held));
  }
}

// What was recorded after the moment was not known then.
bool was_known(const store::StoredFinding& stored, const AssessmentMoment& moment) {
  return !moment.known_at || stored.open_since <= day_of(*moment.known_at);
}

void add_findings(const ReviewMatter& matter, const AssessmentMoment& moment, SupplierReview& review) {
  for (const auto& finding : matter.assessed.assessment->findings) {
    const auto key = key_of(finding);
    const auto* decision = decision_on(matter.assessed.record->decisions, key, moment.on);
    ReviewedFinding reviewed{.finding = finding, .state = state_of(finding, decision)};
    if (decision != nullptr) reviewed.decision = *decision;
    for (const auto& stored : matter.findings) {
      if (key_of(stored.finding) != key || !was_known(stored, moment)) continue;
      reviewed.id = stored.id;
      reviewed.opened_on = stored.open_since;
      if (!reviewed.finding.due) reviewed.finding.due = stored.finding.due;
    }
    review.findings.push_back(std::move(reviewed));
  }
}

void add_changes(const ReviewMatter& matter, SupplierReview& review) {
  if (matter.last_review()) review.changes_since = matter.last_review()->on;
  for (const auto& change : matter.changes)
    review.changes.push_back({day_of(change.at), change.change.sentence, change.change.adverse});
}

ReviewedCheck check_of(const SourceSearch& source, const PageSearch& page) {
  ReviewedCheck check{.what = page.address + " (source " + source.source + ")", .on = page.searched_on};
  if (page.not_read_since)
    check.result = fmt::format("could not be read since {}: {}", page.not_read_since->to_string(),
                               page.why.empty() ? "no reason is known" : page.why);
  else if (page.searched_on)
    check.result = "read";
  else
    check.result = "never looked at";
  check.succeeded = page.searched_on && !page.not_read_since;
  return check;
}

void add_checks(const ReviewMatter& matter, SupplierReview& review) {
  if (!matter.assessed.provider) return;
  for (const auto& source : matter.assessed.provider->searched)
    for (const auto& page : source.pages) review.checks.push_back(check_of(source, page));
  static constexpr std::string_view kResults[] = {"active",  "suspended", "withdrawn",
                                                  "expired", "not found", "the register failed"};
  for (const auto& record : matter.certificates())
    for (const auto& check : record->checks)
      review.checks.push_back(
          {.what = check.register_name + ", by " + check.checked_by + " for " + record->latest().number,
           .on = check.checked_on,
           .result = std::string(kResults[static_cast<std::size_t>(check.result)]),
           .succeeded = check.result != CheckResult::NotFound && check.result != CheckResult::SourceFailed,
           .adverse = check.result == CheckResult::Suspended || check.result == CheckResult::Withdrawn ||
                      check.result == CheckResult::Expired});
}

}  // namespace

SupplierReview supplier_review(const Policy& policy, const Reference& reference,
                               const AssessmentMoment& moment, const ReviewMatter& matter) {
  SupplierReview review;
  review.relationship = matter.assessed.relationship();
  if (matter.assessed.provider) review.supplier = *matter.assessed.provider->supplier;
  const auto* tier = find_tier(policy, review.relationship.tier);
  review.tier = tier != nullptr ? tier->name : review.relationship.tier;
  review.outcome = matter.assessed.assessment->outcome;
  add_needs(*matter.assessed.assessment, tier, reference, review);
  add_certificates(matter, reference, moment, review);
  review.assurances = *matter.assessed.assurances;
  add_findings(matter, moment, review);
  review.decisions = matter.assessed.record->decisions;
  add_changes(matter, review);
  add_checks(matter, review);
  review.timeline = timeline_of(matter.certificates(), reference, moment.on);
  review.controls = control_evidence(review);
  review.dora = dora_answers(review);
  return review;
}

}  // namespace certreg::service
