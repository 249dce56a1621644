#include "service/signature_notes.h"

#include <fmt/format.h>

namespace certreg::service {
namespace {

using documents::SignatureReport;

// Every signature has one, written out: it tells of bytes of the file itself.
bool has_signatures(std::string_view pdf) { return pdf.find("/ByteRange") != std::string_view::npos; }

std::string signer_of(const SignatureReport& report) {
  if (!report.signer) return "an unknown signer";
  const auto& signer = *report.signer;
  return signer.organization.empty() ? signer.common_name : signer.organization;
}

std::string note_of(const SignatureReport& report) {
  const bool is_timestamp = report.kind == documents::SignatureKind::DocumentTimestamp;
  auto note = fmt::format("{} by {}: {}; {}; {}; {}; {}", is_timestamp ? "Stamped" : "Signed",
                          signer_of(report), report.integrity.sentence, report.coverage.sentence,
                          report.trust.sentence, report.time.sentence, report.revocation.sentence);
  for (const auto& weakness : report.weaknesses) fmt::format_to(std::back_inserter(note), "; {}", weakness);
  return note;
}

}  // namespace

std::vector<std::string> signature_notes(const ReadingTools& tools, std::string_view pdf) {
  if (!has_signatures(pdf)) return {};
  try {
    const auto report = tools.worker.check_signatures(pdf, tools.signature_roots, tools.now);
    std::vector<std::string> notes;
    for (const auto& signature : report.signatures) notes.push_back(note_of(signature));
    for (const auto& warning : report.warnings) notes.push_back("Signatures: " + warning);
    if (notes.empty())
      notes.emplace_back("The document has the mark of a signature, but none was found in it");
    return notes;
  } catch (const documents::Failure& failure) {
    return {fmt::format("The signatures of the document were not judged: {}", failure.what())};
  }
}

}  // namespace certreg::service
