#include <algorithm>

#include "certreg/domain/names.h"
#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr double kNamed = 1, kByLabel = 0.8;
constexpr std::size_t kShortestName = 6;  // shorter ones stand within other words
constexpr std::size_t kLongestPrinted = 120;

bool contains_words(std::string_view text, std::string_view words) {
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    bool begins = at == 0 || text[at - 1] == ' ';
    bool ends = at + words.size() == text.size() || text[at + words.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

// Normalised once for a document: there are many names to look for.
class Lines {
 public:
  explicit Lines(const Sheet& sheet) : sheet_(sheet) {
    for (const Segment& segment : sheet.segments) normalised_.push_back(normalise_name(segment.text));
  }

  const Segment* naming(std::string_view name) const {
    std::string wanted = normalise_name(name);
    if (wanted.size() < kShortestName) return nullptr;
    for (std::size_t at = 0; at < normalised_.size(); ++at)
      if (contains_words(normalised_[at], wanted)) return &sheet_.segments[at];
    return nullptr;
  }

  const Segment* with_acronym(const std::string& acronym, std::string_view stem) const {
    for (const Segment& segment : sheet_.segments)
      if (contains_words(segment.folded.text, fold_label(acronym)) &&
          segment.text.find(acronym) != std::string::npos &&
          segment.folded.text.find(stem) != std::string::npos)
        return &segment;
    return nullptr;
  }

 private:
  const Sheet& sheet_;
  std::vector<std::string> normalised_;
};

const Segment* line_naming(const Lines& lines, const CertificationBody& body, const Reference& reference) {
  std::vector<std::string> names{body.name};
  names.insert(names.end(), body.aliases.begin(), body.aliases.end());
  for (const std::string& name : names) {
    if (reference.certification_body_of(name) != &body) continue;  // a brand that several legal units share
    if (const Segment* line = lines.naming(name)) return line;
  }
  return nullptr;
}

// A name that stands where the issuer's name stands, and is none of the bodies that the document names
// elsewhere: which of them issued the certificate is then open.
void add_other_labelled(const Sheet& sheet, const std::vector<const CertificationBody*>& named,
                        std::vector<TextCandidate>& candidates) {
  for (const Anchor& anchor : sheet.anchors) {
    if (anchor.field != LabelField::Issuer || anchor.weak || anchor.rest.empty()) continue;
    if (!is_clean_text(anchor.rest, kLongestPrinted)) continue;
    const std::string printed = normalise_name(anchor.rest);
    const bool is_named = std::ranges::any_of(named, [&](const CertificationBody* body) {
      const auto within = [&](const std::string& name) {
        return printed.find(normalise_name(name)) != std::string::npos;
      };
      return within(body->name) || (!body->brand.empty() && within(body->brand)) ||
             std::ranges::any_of(body->aliases, within);
    });
    if (is_named) continue;
    const Segment& line = sheet.segments[anchor.segment];
    candidates.push_back({anchor.rest, printed, quote_of(line, "issuer", line.text, kByLabel), false});
  }
}

void set_known_issuer(const Sheet& sheet, const Lines& lines, Draft& draft) {
  std::vector<TextCandidate> candidates;
  std::vector<const CertificationBody*> bodies;
  for (const CertificationBody& body : sheet.reference.certification_bodies())
    if (const Segment* line = line_naming(lines, body, sheet.reference)) {
      candidates.push_back({body.name, body.id.value, quote_of(*line, "issuer", line->text, kNamed), false});
      bodies.push_back(&body);
    }
  if (!candidates.empty()) add_other_labelled(sheet, bodies, candidates);
  auto settled = settle(std::move(candidates), "issuer", "several certification bodies are named", draft);
  if (!settled) return;
  draft.version.issuer = CertificationBodyId{settled->key};
  draft.version.issuer_printed = settled->value;
  draft.version.quotes.push_back(settled->quote);
}

void set_printed_issuer(const Sheet& sheet, Draft& draft) {
  std::vector<TextCandidate> candidates;
  for (const Anchor& anchor : sheet.anchors) {
    if (anchor.field != LabelField::Issuer || anchor.rest.empty() || anchor.rest.size() > kLongestPrinted)
      continue;
    std::string name = anchor.rest.substr(0, anchor.rest.find(" ("));
    while (name.ends_with(':') || name.ends_with(')') || name.ends_with('.')) name.pop_back();
    if (!is_clean_text(name, kLongestPrinted)) continue;
    Quote quote =
        quote_of(sheet.segments[anchor.segment], "issuer", sheet.segments[anchor.segment].text, kByLabel);
    candidates.push_back({name, normalise_name(name), std::move(quote), anchor.weak});
  }
  auto settled =
      settle(std::move(candidates), "issuer", "several names stand where the issuer's name stands", draft);
  if (!settled) return;
  draft.version.issuer_printed = settled->value;
  if (const CertificationBody* body = sheet.reference.certification_body_of(settled->value))
    draft.version.issuer = body->id;
  draft.version.quotes.push_back(settled->quote);
}

// "accredited", "Akkreditierung", "acreditación": the stem stands in the same line as the acronym.
const Segment* line_naming(const Lines& lines, const AccreditationBody& body) {
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

void set_accreditations(const Sheet& sheet, const Lines& lines, Draft& draft) {
  for (const AccreditationBody& body : sheet.reference.accreditation_bodies()) {
    const Segment* line = line_naming(lines, body);
    if (line == nullptr || denies(*line)) continue;
    std::string field = "accreditations[" + std::to_string(draft.version.accreditations.size()) + "]";
    draft.version.accreditations.push_back({body.name, body.id, ""});
    draft.version.quotes.push_back(quote_of(*line, std::move(field), line->text, kNamed));
  }
}

}  // namespace

void read_bodies(const Sheet& sheet, Draft& draft) {
  Lines lines(sheet);
  set_known_issuer(sheet, lines, draft);
  bool is_ambiguous =
      std::ranges::any_of(draft.ambiguities, [](const Ambiguity& other) { return other.field == "issuer"; });
  if (!draft.version.issuer && !is_ambiguous) set_printed_issuer(sheet, draft);
  set_accreditations(sheet, lines, draft);
}

}  // namespace certreg::reading
