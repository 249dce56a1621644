#include "documents/signature_world.h"

#include <fmt/format.h>

#include "documents/worker/check_signatures.h"

namespace certreg::sample {

Style SignatureWorld::stamped_style() const {
  Style stamped = style();
  stamped.stamped_by = &stamper;
  return stamped;
}

const SignatureWorld& signature_world() {
  static const SignatureWorld kWorld;
  return kWorld;
}

documents::SignaturesReport judged(const std::string& file, const std::string& roots,
                                   const std::string& asked) {
  return worker::check_signatures(file, roots, instant(asked));
}

std::string printed(const documents::SignaturesReport& report) {
  std::string text;
  for (const auto& one : report.signatures) {
    text += fmt::format("{} {}\n  {}\n  {}\n  {}\n  {}\n  {}\n", one.field, one.sub_filter,
                        one.integrity.sentence, one.coverage.sentence, one.trust.sentence, one.time.sentence,
                        one.revocation.sentence);
    for (const auto& weakness : one.weaknesses) text += "  weak: " + weakness + "\n";
    for (const auto& change : one.changes) text += "  change: " + change.sentence + "\n";
  }
  for (const auto& warning : report.warnings) text += "warning: " + warning + "\n";
  return text;
}

}  // namespace certreg::sample
