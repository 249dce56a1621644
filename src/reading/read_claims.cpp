#include "certreg/reading/read_claims.h"

#include <re2/re2.h>

#include <algorithm>

#include "certreg/domain/names.h"
#include "reading/claim_sentences.h"
#include "reading/claims.h"
#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr double kStated = 0.9, kShort = 0.6;

bool same_holder(const CertificateVersion& one, const CertificateVersion& other) {
  if (one.holders.empty() || other.holders.empty()) return one.holders.empty() == other.holders.empty();
  return normalise_name(one.holders.front().name) == normalise_name(other.holders.front().name);
}

bool is_less_than(const CertificateVersion& one, const CertificateVersion& other) {
  return one.standard == other.standard && same_holder(one, other) &&
         (one.edition == other.edition || one.edition.empty());
}

// "(Certificate Number: ...)" within the sentence.
void add_number(const std::string& sentence, Draft& draft) {
  static const RE2 pattern(
      R"((?i)\b(?:certificate|zertifikats?|zertifikat)[ -]?(?:number|no\.?|nr\.?|nummer|#)\s*:?\s*(.{3,60}))");
  std::string after;
  if (!RE2::PartialMatch(sentence, pattern, &after)) return;
  draft.version.number = number_in(after);
  if (draft.version.number.empty()) return;
  draft.version.quotes.push_back(draft.version.quotes.front());
  draft.version.quotes.back().field = "number";
}

bool has_number_label(const Claims& claims, const std::string& sentence) {
  std::string folded = fold_label(sentence);
  for (const Label& label : claims.labels.labels())
    if (label.field == LabelField::Number && !label.weak && label.folded.size() >= 9)
      if (auto at = folded.find(label.folded); at != std::string::npos)
        return std::any_of(folded.begin() + static_cast<std::ptrdiff_t>(at), folded.end(),
                           [](char letter) { return letter >= '0' && letter <= '9'; });
  return false;
}

void add_line_claims(Claims& claims, const std::string& sentence) {
  std::vector<FoundStandard> standards = find_standards(sentence, claims.reference);
  if (standards.empty()) return;
  auto statement = statement_in(sentence);
  bool is_own_page = claims.context.claimant.kind == ClaimantKind::Supplier && !claims.context.holder.empty();
  bool is_short = !statement && is_own_page && !is_denied(sentence) &&
                  (is_short_statement(sentence) || has_number_label(claims, sentence));
  if (!statement && !is_short) return;
  const std::string& holder =
      statement && statement->speaker == Speaker::Named ? statement->subject : claims.context.holder;
  for (const FoundStandard& standard : standards) {
    Draft draft =
        claims.draft_of(standard, holder, sentence, ReadingMethod::Markup, is_short ? kShort : kStated);
    if (standards.size() == 1) add_number(sentence, draft);
    claims.add(std::move(draft));
  }
}

bool is_title(const Line& line, const FoundStandard& standard) {
  return line.kind == LineKind::Heading || (standard.begin == 0 && standard.end == line.text.size());
}

// What a page about a single certificate says elsewhere in it, by labels.
void add_labelled_fields(const Claims& claims, Draft& draft) {
  Sheet sheet(claims.text, claims.labels, claims.reference);
  read_number(sheet, draft);
  read_dates(sheet, draft);
  read_bodies(sheet, draft);
  read_scope(sheet, draft);
}

void complete(Claims& claims) {
  if (claims.drafts.size() == 1 && claims.drafts.front().version.number.empty())
    add_labelled_fields(claims, claims.drafts.front());
  for (Draft& draft : claims.drafts) {
    if (draft.version.edition.empty()) add_edition_of_titles(claims.text, claims.reference, draft);
    const Standard* standard = claims.reference.find(draft.version.standard);
    if (standard != nullptr && standard->extends)
      draft.version.form = draft.version.number.empty() ? ExtensionForm::Words : ExtensionForm::Sheet;
    draft.missing = missing_fields(draft.version);
  }
}

}  // namespace

void add_edition_of_titles(const Text& text, const Reference& reference, Draft& draft) {
  std::vector<FoundStandard> titles;
  for (const Page& page : text.pages)
    for (const Line& line : page.lines)
      for (FoundStandard& standard : find_standards(line.text, reference))
        if (standard.mention.standard == draft.version.standard && !standard.mention.edition.empty() &&
            is_title(line, standard))
          titles.push_back(std::move(standard));
  bool agree = !titles.empty() && std::ranges::all_of(titles, [&](const FoundStandard& title) {
    return title.mention.edition == titles.front().mention.edition;
  });
  if (!agree) return;
  draft.version.edition = titles.front().mention.edition;
  Quote quote;
  quote.field = "edition";
  quote.text = titles.front().printed;
  quote.method = ReadingMethod::Markup;
  quote.confidence = kShort;
  draft.version.quotes.push_back(std::move(quote));
}

void Claims::add(Draft draft) {
  for (const Draft& other : drafts)
    if (is_less_than(draft.version, other.version)) return;
  std::erase_if(drafts, [&](const Draft& other) { return is_less_than(other.version, draft.version); });
  drafts.push_back(std::move(draft));
}

Draft Claims::draft_of(const FoundStandard& standard, const std::string& holder, const std::string& quote,
                       ReadingMethod method, double confidence) const {
  Draft draft;
  draft.kind = DraftKind::Claim;
  CertificateVersion& version = draft.version;
  version.evidence = EvidenceLevel::Claimed;
  version.claimant = context.claimant;
  version.standard = standard.mention.standard;
  version.edition = standard.mention.edition;
  version.standard_printed = standard.printed;
  auto add_quote = [&](std::string field) {
    Quote words;
    words.field = std::move(field);
    words.text = quote;
    words.method = method;
    words.confidence = confidence;
    version.quotes.push_back(std::move(words));
  };
  add_quote("standard");
  if (!version.edition.empty()) add_quote("edition");
  if (is_clean_text(holder, 200)) {
    version.holders.push_back({holder, "main", "", "", "", "", ""});
    add_quote("holder");
  }
  return draft;
}

void read_sentences(Claims& claims) {
  add_line_claims(claims, claims.text.title);
  for (const Page& page : claims.text.pages)
    for (const Line& line : page.lines)
      if (line.kind != LineKind::TableRow)
        for (const std::string& sentence : sentences_of(line.text)) add_line_claims(claims, sentence);
}

DocumentReading read_claims(const Text& text, const PageContext& context, const Labels& labels,
                            const Reference& reference) {
  Claims claims{text, context, labels, reference, {}};
  read_objects(claims);
  read_tables(claims);
  read_sentences(claims);
  complete(claims);
  DocumentReading reading;
  reading.warnings = text.warnings;
  reading.drafts = std::move(claims.drafts);
  if (reading.drafts.empty())
    reading.nothing_found_why = text.has_text
                                    ? "no sentence or table says that somebody holds a certification"
                                    : "the document has no text";
  return reading;
}

}  // namespace certreg::reading
