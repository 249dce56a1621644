// A review of two suppliers, one of them with hostile names.
#pragma once

#include "certreg/domain/review.h"
#include "support/certificates.h"

namespace certreg::report {

inline const char* const kHostile =
    "<script>alert(1)</script> \xe2\x80\xae=cmd|' /C calc'!A0 "
    "\xe6\xa0\xaa\xe5\xbc\x8f\xe4\xbc\x9a\xe7\xa4\xbe";

inline SupplierReview supplier_review(const std::string& reference, const std::string& name) {
  SupplierReview review;
  review.relationship.reference = reference;
  review.relationship.supplier = {name, SupplierId{"supplier-1"}};
  review.relationship.services = {"Acme Mail"};
  review.relationship.owner = {"Ada", "ada@example.com"};
  review.relationship.critical_function = true;
  review.supplier = support::supplier();
  review.tier = "Critical";
  review.outcome = Outcome::Undecided;
  const std::vector<CertificateRecord> records{support::record({support::certificate()})};
  const auto verdict = assess(support::question(), support::supplier(), records, support::reference());
  const auto& answers = verdict.deciding().answers;
  review.needs = {{"security",
                   "why",
                   "an accredited body",
                   "ISO/IEC 27001",
                   Outcome::Satisfied,
                   {answers.begin(), answers.end()},
                   "ISO/IEC 27001:2022, IS 100",
                   {"Acme Mail"}}};
  review.certificates = {{support::certificate(),
                          "ISO/IEC 27001:2022",
                          "Good Certification Limited",
                          {"UKAS, 0001"},
                          support::day("2028-01-09"),
                          {{DocumentId{std::string(64, 'a')}, "https://acme.example/iso.pdf",
                            support::day("2026-05-01"), false}},
                          support::day("2026-05-02")}};
  Finding finding;
  finding.rule = FindingRule::OutOfScope;
  finding.sentence = "The scope does not name " + name + ".";
  review.findings = {{FindingId{"finding-1"}, finding, FindingState::Open, {}, support::day("2026-05-03")}};
  review.checks = {{"https://acme.example/", support::day("2026-05-04"), "could not be read", false}};
  review.timeline = timeline_of(records, support::reference(), support::day("2026-06-01"));
  review.controls = control_evidence(review);
  review.dora = dora_answers(review);
  return review;
}

inline Review made_up_review() {
  Review review;
  review.title = "Supplier review";
  review.on = support::day("2026-06-01");
  review.prepared_at = support::at("2026-06-01T12:00:00Z");
  review.prepared_by = "ada";
  review.program = "certreg";
  review.reference_version = "abc";
  review.suppliers = {supplier_review("R-1", "Acme Cloud Limited"), supplier_review("R-2", kHostile)};
  return review;
}

}  // namespace certreg::report
