#include <algorithm>

#include "reading/named_lines.h"

namespace certreg::reading {
namespace {

constexpr double kNamed = 1;

// "accredited", "Akkreditierung", "acreditación": the stem stands in the same line as the acronym.
const Segment* line_naming(const NamedLines& lines, const AccreditationBody& body) {
  if (const Segment* line = lines.naming(body.name)) return line;
  for (const std::string& alias : body.aliases)
    if (const Segment* line = lines.naming(alias)) return line;
  for (std::string_view stem : {"accredit", "akkredit", "acredit", "ackredit"})
    if (const Segment* line = body.acronym.empty() ? nullptr : lines.with_acronym(body.acronym, stem))
      return line;
  return nullptr;
}

// "not covered by the accreditation of ..." names a body in order to deny it.
bool denies(const Segment& line) {
  static constexpr std::string_view kDenials[] = {"not",  "without", "formerly", "nicht", "kein", "keine",
                                                  "ohne", "non",     "sans",     "sin",   "niet", "zonder"};
  const std::string folded = " " + fold_label(line.text) + " ";
  return std::ranges::any_of(kDenials, [&](std::string_view word) {
    return folded.find(" " + std::string(word) + " ") != std::string::npos;
  });
}

}  // namespace

void read_accreditors(const Sheet& sheet, const NamedLines& lines, Draft& draft) {
  for (const AccreditationBody& body : sheet.reference.accreditation_bodies()) {
    const Segment* line = line_naming(lines, body);
    if (line == nullptr || denies(*line)) continue;
    std::string field = "accreditations[" + std::to_string(draft.version.accreditations.size()) + "]";
    draft.version.accreditations.push_back({body.name, body.id, ""});
    draft.version.quotes.push_back(quote_of(*line, std::move(field), line->text, kNamed));
  }
}

}  // namespace certreg::reading
