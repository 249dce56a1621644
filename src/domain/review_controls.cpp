#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/review.h"

namespace certreg {
namespace {

using Sentences = std::vector<std::string>;

std::size_t open_findings(const SupplierReview& review) {
  return static_cast<std::size_t>(std::count_if(
      review.findings.begin(), review.findings.end(),
      [](const ReviewedFinding& one) { return one.state == FindingState::Open && !one.decision; }));
}

Sentences selection(const SupplierReview& review) {
  Sentences given{
      fmt::format("The supplier stands in the register under {}, tier {}, owner {}.",
                  review.relationship.reference, review.tier.empty() ? "none" : review.tier,
                  review.relationship.owner.name.empty() ? "not named" : review.relationship.owner.name)};
  given.push_back(fmt::format("{} needs of the policy were assessed; outcome: {}.", review.needs.size(),
                              to_string(review.outcome)));
  return given;
}

Sentences agreement(const SupplierReview& review) {
  if (review.relationship.contract.empty()) return {};
  return {fmt::format("Contract {} between {} and {}.", review.relationship.contract,
                      review.relationship.our_entity.empty() ? "us" : review.relationship.our_entity,
                      review.relationship.their_entity.empty() ? review.relationship.supplier.name
                                                               : review.relationship.their_entity)};
}

Sentences chain(const SupplierReview& review) {
  Sentences given;
  for (const auto& dependency : review.relationship.dependencies)
    given.push_back(fmt::format("It stands on {}, which was looked at.", dependency.party.name));
  return given;
}

Sentences monitoring(const SupplierReview& review) {
  const auto read = std::count_if(review.checks.begin(), review.checks.end(),
                                  [](const ReviewedCheck& check) { return check.succeeded; });
  Sentences given{fmt::format("{} of {} sources and registers were read; {} certificates are held.", read,
                              review.checks.size(), review.certificates.size())};
  given.push_back(fmt::format(
      "{} findings, {} of them open without a decision; {} decisions; {} changes since {}.",
      review.findings.size(), open_findings(review), review.decisions.size(), review.changes.size(),
      review.changes_since ? review.changes_since->to_string() : "the beginning"));
  return given;
}

Sentences cloud(const SupplierReview& review) {
  if (review.relationship.deployment == Deployment::NotStated) return {};
  return {fmt::format("It runs in: {}; services: {}.", to_string(review.relationship.deployment),
                      review.relationship.services.size())};
}

// Everything that the certificates held say about the asked topic, one sentence a need.
Sentences answers_to(const SupplierReview& review, Topic topic) {
  Sentences facts;
  for (const auto& need : review.needs)
    for (const auto& answer : need.answers)
      if (answer.topic == topic)
        facts.push_back(
            fmt::format("{}: {}. {}", need.standard, to_string(answer.value), answer.reasons.front().detail));
  return facts;
}

}  // namespace

std::vector<ControlEvidence> control_evidence(const SupplierReview& review) {
  return {
      {Control::A519, selection(review), {"the supplier policy itself and its approval"}},
      {Control::A520,
       agreement(review),
       {"the security terms of the agreement: no contract text is held here"}},
      {Control::A521,
       chain(review),
       {"sub-suppliers that nobody recorded", "that requirements were passed on to sub-suppliers"}},
      {Control::A522,
       monitoring(review),
       {"service reports and incidents", "how the service itself performs"}},
      {Control::A523,
       cloud(review),
       {"how responsibilities are shared in the cloud and how it is configured", "exit from the service"}}};
}

std::vector<DoraAnswer> dora_answers(const SupplierReview& review) {
  if (!review.relationship.critical_function) return {};
  Sentences standards;
  for (const auto& certificate : review.certificates)
    standards.push_back("Certified to " + certificate.standard + ".");
  for (const auto& assurance : review.assurances)
    standards.push_back(fmt::format("{} by {}, until {}.", name_of(assurance.kind), assurance.assessor,
                                    assurance.until.to_string()));
  return {{Control::DoraA, {}, true, "Are you satisfied with the audit plan of the certification or report?"},
          {Control::DoraB, answers_to(review, Topic::Scope), true,
           "Does the scope cover the systems and key controls that you identified?"},
          {Control::DoraC, answers_to(review, Topic::Evidence), true,
           "Was the content assessed, and is it not obsolete?"},
          {Control::DoraD, answers_to(review, Topic::Dates), true,
           "Will key systems and controls be covered in future versions?"},
          {Control::DoraE, answers_to(review, Topic::Issuer), true,
           "Are you satisfied with the certifying party's aptitude?"},
          {Control::DoraF, standards, true, "Do they include a test that key controls operate effectively?"},
          {Control::DoraG, {}, true, "Do you have the contractual right to request changes of scope?"},
          {Control::DoraH, {}, true, "Do you keep the contractual right to individual and pooled audits?"}};
}

}  // namespace certreg
