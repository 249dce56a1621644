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

// "JIS Q 27001:2014 (ISO/IEC 27001:2013)" is one.
bool names_one_standard(const Claims& claims, const std::string& sentence) {
  const auto standards = find_standards(sentence, claims.reference);
  return std::ranges::all_of(standards, [&](const FoundStandard& standard) {
    return standard.mention.standard == standards.front().mention.standard;
  });
}

void add_claim(Claims& claims, const FoundStandard& standard, const Statement& statement,
               const std::string& sentence, double confidence) {
  const std::string& holder = statement.speaker == Speaker::Named ? statement.subject : claims.context.holder;
  Draft draft = claims.draft_of(standard, holder, sentence, ReadingMethod::Markup, confidence);
  if (names_one_standard(claims, sentence)) add_details(claims, sentence, statement, draft);
  add_document(claims, draft);
  claims.add(std::move(draft));
}

// Words of a picture stand in the text where the picture stands.
bool is_picture(const Claims& claims, const std::string& line) {
  return std::ranges::any_of(claims.text.links, [&](const Link& link) {
    static const RE2 picture(R"((?i)\.(?:png|jpe?g|svg|gif|webp|avif)(?:$|[?#]))");
    return link.text == line && RE2::PartialMatch(link.address, picture);
  });
}

bool is_short_claim(const Claims& claims, const std::string& sentence, Relation otherwise) {
  const bool is_own_page =
      claims.context.claimant.kind == ClaimantKind::Supplier && !claims.context.holder.empty();
  if (!is_own_page || is_picture(claims, sentence) || is_of_another(sentence, claims.words)) return false;
  if (is_short_statement(sentence, claims.words)) return true;
  return otherwise == Relation::NoStatement && !is_denied(sentence, claims.words) &&
         !number_beside_label(claims, sentence).empty();
}

Relation relation_of(const Claims& claims, const Statement& statement, const FoundStandard& standard,
                     const std::string& sentence) {
  if (statement.relation == Relation::Certified && standard.begin >= statement.denied_from)
    return Relation::Denied;
  if (statement.relation != Relation::NoStatement) return statement.relation;
  const bool is_alone = standard.begin == 0 && standard.end == sentence.size();
  return is_alone || is_picture(claims, sentence) ? Relation::NameOnly : Relation::NoStatement;
}

void add_line_claims(Claims& claims, const std::string& sentence) {
  const std::vector<FoundStandard> standards = find_standards(sentence, claims.reference);
  if (standards.empty()) return;
  auto statement = statement_in(sentence, claims.words);
  double confidence = kStated;
  if (statement.relation != Relation::Certified && is_short_claim(claims, sentence, statement.relation)) {
    statement = {.relation = Relation::Certified, .speaker = Speaker::Itself};
    confidence = kShort;
  }
  for (const FoundStandard& standard : standards) {
    const auto relation = relation_of(claims, statement, standard, sentence);
    if (relation == Relation::Certified)
      add_claim(claims, standard, statement, sentence, confidence);
    else
      claims.remark(relation, standard, sentence);
  }
}

void take_quote(Draft& draft, const Draft& other, std::string_view field) {
  const auto& quotes = other.version.quotes;
  const auto found = std::ranges::find(quotes, field, &Quote::field);
  if (found != quotes.end()) draft.version.quotes.push_back(*found);
}

// The same claim said again elsewhere on the page, with what the first did not say.
void fill(Draft& draft, const Draft& other) {
  CertificateVersion& version = draft.version;
  const CertificateVersion& more = other.version;
  if (version.number.empty() && !more.number.empty()) {
    version.number = more.number;
    take_quote(draft, other, "number");
  }
  if (version.issuer_printed.empty() && !more.issuer_printed.empty()) {
    version.issuer = more.issuer;
    version.issuer_printed = more.issuer_printed;
    take_quote(draft, other, "issuer");
  }
  const auto take_day = [&](std::string_view field, std::optional<Date> CertificateVersion::*day) {
    if (version.*day || !(more.*day) || is_open(draft, field)) return;
    version.*day = more.*day;
    take_quote(draft, other, field);
  };
  take_day("issued", &CertificateVersion::issued);
  take_day("first_issued", &CertificateVersion::first_issued);
  take_day("valid_from", &CertificateVersion::valid_from);
  take_day("expires", &CertificateVersion::expires);
  if (draft.document_address.empty()) draft.document_address = other.document_address;
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
  // A heading over a claim is no logo.
  std::erase_if(claims.remarks, [&](const Remark& remark) {
    return remark.relation == Relation::NameOnly &&
           std::ranges::any_of(claims.drafts,
                               [&](const Draft& draft) { return draft.version.standard == remark.standard; });
  });
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
  for (Draft& other : drafts)
    if (is_less_than(draft.version, other.version)) return fill(other, draft);
  for (const Draft& other : drafts)
    if (is_less_than(other.version, draft.version)) fill(draft, other);
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
    Quote evidence;
    evidence.field = std::move(field);
    evidence.text = quote;
    evidence.method = method;
    evidence.confidence = confidence;
    version.quotes.push_back(std::move(evidence));
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
                            const ClaimWords& words, const Reference& reference) {
  Claims claims{text, context, labels, words, reference, {}, {}};
  read_objects(claims);
  read_tables(claims);
  read_sentences(claims);
  complete(claims);
  DocumentReading reading;
  reading.warnings = text.warnings;
  if (claims.drafts.empty()) reading.nothing_found_why = why_no_claim(claims);
  reading.drafts = std::move(claims.drafts);
  reading.remarks = std::move(claims.remarks);
  return reading;
}

}  // namespace certreg::reading
