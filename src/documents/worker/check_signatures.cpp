// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/check_signatures.h"

#include <fmt/format.h>
#include <openssl/crypto.h>

#include <algorithm>
#include <qpdf/QPDFExc.hh>

#include "certreg/documents/worker.h"
#include "documents/worker/signature_algorithms.h"
#include "documents/worker/signature_case.h"
#include "documents/worker/signature_revocation.h"

namespace certreg::worker {
namespace {

using documents::SignatureKind;
using documents::SignaturesReport;

constexpr std::size_t kMaxSignatures = 32;

void judge_days_and_revocation(SignatureCase& one, const Roots& roots, Instant asked) {
  if (!one.range.problem.empty()) return;
  auto& report = one.report;
  report.time = judge_time(one.chain, one.proven, report.claimed_time, asked);
  report.revocation = judge_revocation(one.chain, roots, one.evidence, one.proven, asked);
}

void warn_about_the_file(const SignatureFields& fields, const std::vector<SignatureCase>& cases,
                         std::vector<std::string>& warnings) {
  for (const auto& name : fields.empty_fields)
    warnings.push_back(fmt::format("the signature field {} is not signed", name));
  if (!fields.whole) warnings.emplace_back("the form has more fields than are looked at");
  if (fields.signed_fields.size() > cases.size())
    warnings.push_back(fmt::format("the document has {} signatures, of which the first {} were judged",
                                   fields.signed_fields.size(), cases.size()));
  if (!cases.empty() && std::ranges::all_of(cases, &SignatureCase::is_timestamp))
    warnings.emplace_back("the document has timestamps alone: nobody signed it");
}

std::vector<SignatureCase> open_cases(std::string_view file, QPDF& pdf, const SignatureFields& fields,
                                      const Roots& roots) {
  const Evidence evidence = fields.signed_fields.empty() ? Evidence{} : stored_evidence(pdf);
  std::vector<SignatureCase> cases;
  for (const auto& field : fields.signed_fields)
    if (cases.size() < kMaxSignatures) cases.push_back(open_case(file, field, roots, evidence));
  std::ranges::stable_sort(cases, {}, [](const SignatureCase& one) { return one.range.end; });
  return cases;
}

SignaturesReport judge(std::string_view file, QPDF& pdf, const Roots& roots, Instant asked) {
  const SignatureFields fields = find_signatures(pdf);
  auto cases = open_cases(file, pdf, fields, roots);
  prove_by_document_timestamps(cases);
  SignaturesReport report;
  for (auto& one : cases) {
    judge_days_and_revocation(one, roots, asked);
    judge_coverage(file, pdf, one);
    report.signatures.push_back(one.report);
  }
  warn_about_the_file(fields, cases, report.warnings);
  if (pdf.anyWarnings()) report.warnings.emplace_back("the file is not well formed");
  return report;
}

}  // namespace

void warm_up_signatures() {
  OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
  digest_of("", NID_sha256);
}

SignaturesReport check_signatures(std::string_view file, std::string_view roots_pem, Instant asked) {
  const Roots roots(roots_pem);
  const auto pdf = open_strictly(file);
  try {
    return judge(file, *pdf, roots, asked);
  } catch (const QPDFExc& problem) {
    throw documents::Failure(documents::FailureKind::Damaged, "the PDF cannot be read without mending it",
                             problem.what());
  }
}

}  // namespace certreg::worker
