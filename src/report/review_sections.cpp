#include "report/review_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace certreg::report {
namespace {

std::string or_dash(const std::string& text) { return text.empty() ? "not stated" : text; }

// "public_cloud" as people read it.
std::string spoken(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string person(const Person& person) {
  if (person.email.empty()) return or_dash(person.name);
  return person.name.empty() ? person.email : person.name + " <" + person.email + ">";
}

std::string parties(const Relationship& one) {
  std::string text;
  for (const auto& dependency : one.dependencies)
    text += (text.empty() ? "" : "; ") + dependency.party.name +
            (dependency.services.empty() ? "" : " (" + joined(dependency.services) + ")");
  return text.empty() ? "none recorded" : text;
}

template <class Kind>
std::string names(const std::vector<Kind>& kinds) {
  std::vector<std::string> texts;
  for (const auto kind : kinds) texts.push_back(spoken(to_string(kind)));
  return texts.empty() ? "not stated" : joined(texts);
}

Facts bought(const SupplierReview& review) {
  const auto& one = review.relationship;
  std::vector<std::string> deputies;
  for (const auto& deputy : one.deputies) deputies.push_back(person(deputy));
  return {{{"Reference", one.reference},
           {"Supplier", one.supplier.name},
           {"Provider", one.provider ? one.provider->name : "the supplier itself"},
           {"In the register as", review.supplier ? review.supplier->name : "not matched"},
           {"LEI", review.supplier ? or_dash(review.supplier->lei) : "not known"},
           {"Our entity", or_dash(one.our_entity)},
           {"Their contracting entity", or_dash(one.their_entity)},
           {"Contract", or_dash(one.contract)},
           {"Group's guarantee", or_dash(one.group_guarantee)},
           {"Supplier's contact", person(one.contact)},
           {"Services", one.services.empty() ? "not stated" : joined(one.services)},
           {"Sites and regions", one.sites.empty() ? "not stated" : joined(one.sites)},
           {"Data", names(one.data)},
           {"Our role", or_dash(spoken(one.our_role))},
           {"Their role", or_dash(spoken(one.their_role))},
           {"Deployment", spoken(to_string(one.deployment))},
           {"Stands on", parties(one)},
           {"Tier", or_dash(review.tier)},
           {"Critical or important function", one.critical_function ? "yes" : "no"},
           {"Owner", person(one.owner)},
           {"Deputies", deputies.empty() ? "none" : joined(deputies)},
           {"Review",
            one.review_months > 0 ? fmt::format("every {} months", one.review_months) : "as the tier says"},
           {"From", date_or(one.starts, "not stated")},
           {"Until", date_or(one.ends, "open")},
           {"Note", or_dash(one.note)}}};
}

Table needs(const SupplierReview& review) {
  Table table{"Needs",
              {"Need", "Standard", "What the policy asks for", "Outcome", "Answered by"},
              {},
              "The tier needs nothing."};
  for (const auto& need : review.needs)
    table.rows.push_back({{spoken(need.need) + (need.why.empty() ? "" : ": " + need.why)},
                          {need.standard},
                          {need.requirement},
                          {std::string(words_of(need.outcome)), tone_of(need.outcome)},
                          {need.certificate.empty() ? "nothing" : need.certificate}});
  return table;
}

std::string details(const Answer& answer) {
  std::string text;
  for (const auto& reason : answer.reasons)
    text += (text.empty() ? "" : " ") + reason.detail + " [" + std::string(to_string(reason.code)) + "]";
  return text;
}

Table answers(const SupplierReview& review) {
  Table table{"Answers", {"Need", "Standard", "Question", "Answer", "Reasons"}, {}, "Nothing was asked."};
  for (const auto& need : review.needs)
    for (const auto& answer : need.answers)
      table.rows.push_back({{spoken(need.need)},
                            {need.standard},
                            {std::string(to_string(answer.topic))},
                            {std::string(to_string(answer.value)), tone_of(answer.value)},
                            {details(answer)}});
  return table;
}

std::string source_of(const Quote& quote) {
  std::string source = quote.address;
  const auto add = [&](const std::string& text) { source += (source.empty() ? "" : ", ") + text; };
  if (quote.page > 0) add("page " + std::to_string(quote.page));
  if (!quote.document.empty()) add("SHA-256 " + quote.document.value);
  return source.empty() ? "entered by a person" : source;
}

// Each once: several reasons rest on the same words.
void add_quotes(const SupplierReview& review, std::vector<Block>& blocks) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const auto& need : review.needs)
    for (const auto& answer : need.answers)
      for (const auto& reason : answer.reasons)
        for (const auto& quote : reason.quotes)
          if (seen.emplace(quote.text, source_of(quote)).second)
            blocks.push_back(QuoteBlock{quote.text, need.standard + ": " + source_of(quote)});
}

std::string sites(const CertificateVersion& version) {
  std::vector<std::string> texts;
  for (const auto& site : version.sites)
    texts.push_back(site.name + (site.address.empty() ? "" : ", " + site.address));
  return texts.empty() ? "none printed" : joined(texts);
}

std::string evidence_of(const CertificateVersion& version) {
  constexpr std::string_view kWords[] = {"claimed: the supplier says so, no certificate is held",
                                         "documented: the certificate itself is held",
                                         "signed by the issuing body", "registered: a register says so"};
  return std::string(kWords[static_cast<std::size_t>(version.evidence)]);
}

std::string statement(const CertificateVersion& version) {
  if (version.soa_version.empty() && !version.soa_date) return "not printed";
  return version.soa_version + (version.soa_date ? " of " + version.soa_date->to_string() : "");
}

Facts certificate(const ReviewedCertificate& one) {
  const auto& version = one.version;
  Facts facts{{{"Standard", one.standard},
               {"As printed", or_dash(version.standard_printed)},
               {"Number", or_dash(version.number)},
               {"Holder", version.holders.empty() ? "not known" : version.holders.front().name},
               {"Issued by", or_dash(one.issuer)},
               {"Accreditation", one.accreditations.empty() ? "not stated" : joined(one.accreditations)},
               {"Issued", date_or(version.issued, "not printed")},
               {"Valid from", date_or(version.valid_from, "not printed")},
               {"First issued", date_or(version.first_issued, "not printed")},
               {"Expires", date_or(version.expires, "not printed")},
               {"Counts until", date_or(one.effective_end, "not known")},
               {"Sites", sites(version)},
               {"Statement of Applicability", statement(version)},
               {"Evidence", evidence_of(version)},
               {"Last confirmed", date_or(one.last_confirmed_on, "not confirmed since it was recorded")}}};
  for (const auto& document : one.documents)
    facts.rows.emplace_back(
        "Document", fmt::format("SHA-256 {}, {}, {}", document.id.value,
                                document.address.empty() ? "no address" : document.address,
                                document.retrieved_on ? "retrieved on " + document.retrieved_on->to_string()
                                                      : "day not known"));
  return facts;
}

Section certificates(const SupplierReview& review, const std::string& about) {
  Section section{3, "What is held", about, {}};
  if (review.certificates.empty())
    section.blocks.push_back(Paragraph{"No certificate of this supplier is in the register."});
  for (const auto& one : review.certificates) {
    section.blocks.push_back(certificate(one));
    if (!one.version.scope.empty())
      section.blocks.push_back(
          QuoteBlock{one.version.scope, "scope of " + one.standard + ", " + one.version.number});
  }
  Table table{"Assurances",
              {"Kind", "Assessor", "Period", "Opinion", "Document"},
              {},
              "No other assurance is recorded."};
  for (const auto& assurance : review.assurances)
    table.rows.push_back({{std::string(name_of(assurance.kind))},
                          {assurance.assessor},
                          {date_or(assurance.from, "point in time") + " to " + assurance.until.to_string()},
                          {std::string(to_string(assurance.opinion))},
                          {or_dash(assurance.document.value)}});
  section.blocks.push_back(std::move(table));
  return section;
}

std::string decision_text(const std::optional<Decision>& decision) {
  if (!decision) return "none";
  return fmt::format("{} by {} on {}{}: {}", to_string(decision->kind), decision->decided_by,
                     day_of(decision->decided_at).to_string(),
                     decision->until ? ", until " + decision->until->to_string() : "", decision->reason);
}

std::string controls_text(FindingRule rule) {
  std::vector<std::string> ids;
  for (const auto control : controls_of(rule)) ids.emplace_back(info(control).id);
  return joined(ids);
}

Table findings(const SupplierReview& review) {
  Table table{"Findings",
              {"Finding", "Severity", "State", "Since", "Due", "Facts", "Cure", "Controls", "Decision"},
              {},
              "Nothing was found."};
  for (const auto& one : review.findings) {
    const bool is_open = one.state == FindingState::Open;
    table.rows.push_back({{std::string(title_of(one.finding.rule))},
                          {std::string(to_string(one.finding.severity))},
                          {std::string(to_string(one.state)), is_open ? Tone::Bad : Tone::Plain},
                          {date_or(one.finding.since ? one.finding.since : one.opened_on, "")},
                          {date_or(one.finding.due, "")},
                          {one.finding.sentence},
                          {std::string(cure_of(one.finding.rule))},
                          {controls_text(one.finding.rule)},
                          {decision_text(one.decision)}});
  }
  return table;
}

Table decisions(const SupplierReview& review) {
  Table table{"Decisions", {"Day", "Who", "What", "Until", "Why", "About"}, {}, "Nothing was decided."};
  for (const auto& one : review.decisions)
    table.rows.push_back({{day_of(one.decided_at).to_string()},
                          {one.decided_by},
                          {std::string(to_string(one.kind))},
                          {date_or(one.until, "")},
                          {one.reason},
                          {one.finding_key}});
  return table;
}

Table changes(const SupplierReview& review) {
  Table table{"Changes", {"Day", "What", "For worse"}, {}, "Nothing changed."};
  for (const auto& one : review.changes)
    table.rows.push_back({{one.on.to_string()}, {one.sentence}, {one.adverse ? "yes" : "no"}});
  return table;
}

// That a look-up had an answer is no good news by itself.
Tone tone_of(const ReviewedCheck& check) {
  if (!check.succeeded) return Tone::Unsure;
  return check.adverse ? Tone::Bad : Tone::Good;
}

Table checks(const SupplierReview& review) {
  Table table{"Checks",
              {"What", "Day", "Result"},
              {},
              "No source or register of this supplier is known: nothing was checked."};
  for (const auto& one : review.checks)
    table.rows.push_back({{one.what}, {date_or(one.on, "never")}, {one.result, tone_of(one)}});
  return table;
}

Table controls(const SupplierReview& review) {
  Table table{
      "Controls", {"Control", "What it asks for", "Evidence in this review", "Not in this review"}, {}, ""};
  for (const auto& one : review.controls)
    table.rows.push_back({{std::string(info(one.control).id)},
                          {std::string(info(one.control).title)},
                          {one.given.empty() ? "none" : joined(one.given)},
                          {joined(one.missing)}});
  return table;
}

Section dora(const SupplierReview& review, const std::string& about) {
  Section section{
      3, "Critical or important function: article 8(3) of Delegated Regulation (EU) 2024/1773", about, {}};
  Table table{"DORA", {"Letter", "What it asks for", "What the register knows"}, {}, ""};
  Lines lines;
  for (const auto& one : review.dora) {
    table.rows.push_back({{std::string(info(one.letter).id)},
                          {std::string(info(one.letter).title)},
                          {one.facts.empty() ? "nothing: a person must answer" : joined(one.facts)}});
    if (one.open) lines.labels.push_back(std::string(info(one.letter).id) + ": " + one.asks);
  }
  section.blocks = {std::move(table), std::move(lines)};
  return section;
}

}  // namespace

std::vector<Section> sections_of(const SupplierReview& review, bool is_signed) {
  const auto about = review.relationship.reference + ", " + review.relationship.supplier.name;
  Section answered{3, "The six answers", about, {answers(review)}};
  add_quotes(review, answered.blocks);
  std::vector<Section> sections{
      {1, about, about, {Facts{{{"Outcome", std::string(words_of(review.outcome))}}}, review.timeline}},
      {3, "What is bought", about, {bought(review)}},
      {3, "What is needed", about, {needs(review)}},
      certificates(review, about),
      std::move(answered),
      {3, "Findings", about, {findings(review)}},
      {3, "Decisions", about, {decisions(review)}},
      {3,
       review.changes_since ? "Changes since the review of " + review.changes_since->to_string()
                            : "Changes since the beginning",
       about,
       {changes(review)}},
      {3, "What was checked, and what could not be", about, {checks(review)}},
      {3, "Evidence for the controls", about, {controls(review)}}};
  if (!review.dora.empty()) sections.push_back(dora(review, about));
  if (!is_signed) sections.push_back({3, "Sign-off", about, {Lines{{"Name, role and day", "Remarks"}}}});
  return sections;
}

std::string date_or(const std::optional<Date>& date, const std::string& otherwise) {
  return date ? date->to_string() : otherwise;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : "; ") + text;
  return all;
}

Tone tone_of(Outcome outcome) {
  if (outcome == Outcome::Satisfied) return Tone::Good;
  return outcome == Outcome::Undecided ? Tone::Unsure : Tone::Bad;
}

Tone tone_of(AnswerValue value) {
  if (value == AnswerValue::Yes) return Tone::Good;
  return value == AnswerValue::Unsure ? Tone::Unsure : Tone::Bad;
}

std::string_view words_of(Outcome outcome) {
  constexpr std::string_view kWords[] = {"satisfied", "undecided", "not satisfied"};
  return kWords[static_cast<std::size_t>(outcome)];
}

}  // namespace certreg::report
