#include "accuracy/measure/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "accuracy/measure/same.h"
#include "certreg/domain/names.h"

namespace certreg::accuracy {
namespace {

using reading::Draft;

constexpr std::array<std::string_view, 7> kMain{"holder", "standard", "edition", "number",
                                                "issuer", "issued",   "expires"};
constexpr std::array<std::string_view, 11> kFurther{
    "scope",          "first_issued",         "valid_from",  "previous_expiry", "recertification_audited",
    "accreditations", "accreditation_number", "soa_version", "issue_number",    "parent_number",
    "entities"};

struct Comparison {
  const TruthRow& row;
  const Draft* draft;
  Strictness strictness;
  const Reference& reference;

  const CertificateVersion* version() const { return draft == nullptr ? nullptr : &draft->version; }
};

const Quote* quote_of(const Draft& draft, std::string_view field) {
  const auto found = std::ranges::find(draft.version.quotes, field, &Quote::field);
  return found == draft.version.quotes.end() ? nullptr : &*found;
}

const reading::Ambiguity* open_in(const Draft* draft, std::string_view field) {
  if (draft == nullptr) return nullptr;
  const auto found = std::ranges::find(draft->ambiguities, field, &reading::Ambiguity::field);
  return found == draft->ambiguities.end() ? nullptr : &*found;
}

std::string candidates_of(const reading::Ambiguity& open) {
  std::string text = open.why;
  for (const auto& candidate : open.candidates) text += " [" + candidate.value + "]";
  return text;
}

std::string in_picture_note(const TruthRow& row, std::string_view member) {
  const auto printed = row.texts("fields_in_picture_only");
  const bool is_picture = std::ranges::any_of(printed, [&](const std::string& field) {
    return normalise_name(field).find(normalise_name(member)) != std::string::npos;
  });
  return is_picture ? "only in a picture" : "";
}

// What was read of one field, and whether it is what the truth states.
struct Reading {
  std::string got;
  std::string expected;
  std::function<Outcome()> outcome;  // asked when both are there
};

Judged judge(const Comparison& given, std::string_view field, const Reading& read) {
  Judged judged{.field = field, .expected = read.expected, .got = read.got};
  const auto* open = open_in(given.draft, field);
  if (!read.got.empty()) {
    if (const auto* quote = quote_of(*given.draft, field)) {
      judged.quote = quote->text;
      judged.confidence = quote->confidence;
    }
    judged.outcome = read.expected.empty() ? Outcome::Invented : read.outcome();
  } else if (open != nullptr) {
    judged.outcome = Outcome::Open;
    judged.got = candidates_of(*open);
    if (!open->candidates.empty()) judged.quote = open->candidates.front().quote.text;
  } else {
    judged.outcome = read.expected.empty() ? Outcome::NotStated : Outcome::Missed;
  }
  return judged;
}

Outcome right_if(bool is_same) { return is_same ? Outcome::Right : Outcome::Wrong; }

bool any_of(const std::vector<std::string>& stated, const std::function<bool(const std::string&)>& is_same) {
  return std::ranges::any_of(stated, is_same);
}

void judge_text(const Comparison& given, std::string_view field, std::string_view member, std::string got,
                const std::function<bool(const std::string&)>& is_same, std::vector<Judged>& into) {
  if (!given.row.has(member)) return;
  const auto stated = given.row.texts(member);
  into.push_back(judge(given, field,
                       {std::move(got), stated.empty() ? "" : fmt::format("{}", fmt::join(stated, " | ")),
                        [&] { return right_if(any_of(stated, is_same)); }}));
  if (into.back().outcome == Outcome::Missed) into.back().note = in_picture_note(given.row, member);
}

void judge_holder(const Comparison& given, std::vector<Judged>& into) {
  if (!given.row.has("holder")) return;
  auto stated = given.row.texts("holder");
  const auto expected = fmt::format("{}", fmt::join(stated, " | "));
  for (auto& other : given.row.texts("holder_en")) stated.push_back(std::move(other));
  const auto* version = given.version();
  const auto got = version == nullptr || version->holders.empty() ? "" : version->holders.front().name;
  into.push_back(judge(given, "holder",
                       {got, expected, [&] {
                          const auto outcome = right_if(any_of(stated, [&](const std::string& name) {
                            return same_name(name, got, given.strictness);
                          }));
                          const bool is_loose = given.strictness == Strictness::Page;
                          const bool is_short = is_loose && any_of(stated, [&](const std::string& name) {
                                                  return is_short_for(name, got);
                                                });
                          return outcome == Outcome::Wrong && is_short ? Outcome::Brand : outcome;
                        }}));
  if (into.back().outcome == Outcome::Missed) into.back().note = in_picture_note(given.row, "holder");
}

bool same_standard(const std::string& stated, const StandardId& read, const Reference& reference) {
  const auto mention = reference.standard_of(stated);
  if (mention) return mention->standard == read;
  const auto* known = reference.find(read);
  return same_when_folded(stated, known == nullptr ? read.value : known->name);
}

void judge_standard(const Comparison& given, std::vector<Judged>& into) {
  const auto* version = given.version();
  judge_text(
      given, "standard", "standard", version == nullptr ? "" : version->standard.value,
      [&](const std::string& stated) { return same_standard(stated, version->standard, given.reference); },
      into);
}

// The ISO edition; where only the printed one is stated, what the reference data know behind that print.
std::string edition_of(const TruthRow& row, const Reference& reference) {
  if (auto iso = row.text("iso_edition"); !iso.empty()) return iso;
  const auto mention = reference.standard_of(row.text("standard_printed"));
  return mention && !mention->edition.empty() ? mention->edition : row.text("edition");
}

void judge_edition(const Comparison& given, std::vector<Judged>& into) {
  if (!given.row.has("edition") && !given.row.has("iso_edition")) return;
  const auto expected = edition_of(given.row, given.reference);
  const auto* version = given.version();
  const auto got = version == nullptr ? std::string() : version->edition;
  into.push_back(judge(given, "edition", {got, expected, [&] { return right_if(got == expected); }}));
}

void judge_number(const Comparison& given, std::string_view field, std::string_view member,
                  const std::string& got, std::vector<Judged>& into) {
  judge_text(
      given, field, member, got,
      [&](const std::string& stated) { return normalise_number(stated) == normalise_number(got); }, into);
}

Outcome best_of(const std::vector<std::string>& stated, const CertificateVersion& version,
                const Reference& reference) {
  auto best = Outcome::Wrong;
  for (const auto& name : stated) {
    auto outcome = compare_issuer(name, version.issuer_printed, version.issuer, reference);
    if (outcome == Outcome::Wrong && is_short_for(name, version.issuer_printed)) outcome = Outcome::Brand;
    if (outcome == Outcome::Right) return outcome;
    if (outcome == Outcome::Brand) best = outcome;
  }
  return best;
}

std::string issuer_of(const CertificateVersion* version) {
  if (version == nullptr) return {};
  return version->issuer_printed.empty() && version->issuer ? version->issuer->value
                                                            : version->issuer_printed;
}

void judge_issuer(const Comparison& given, std::vector<Judged>& into) {
  if (!given.row.has("certification_body")) return;
  const auto stated = given.row.texts("certification_body");
  into.push_back(
      judge(given, "issuer", {issuer_of(given.version()), fmt::format("{}", fmt::join(stated, " | ")), [&] {
                                const auto outcome = best_of(stated, *given.version(), given.reference);
                                const bool is_loose = given.strictness == Strictness::Page;
                                return is_loose && outcome == Outcome::Brand ? Outcome::Right : outcome;
                              }}));
  if (into.back().outcome == Outcome::Missed)
    into.back().note = in_picture_note(given.row, "certification body");
}

using DateMember = std::optional<Date> CertificateVersion::*;

struct DateField {
  std::string_view field, member;
  DateMember date;
};

constexpr std::array<DateField, 6> kDateFields{
    DateField{"issued", "issued", &CertificateVersion::issued},
    DateField{"expires", "expires", &CertificateVersion::expires},
    DateField{"first_issued", "first_issued", &CertificateVersion::first_issued},
    DateField{"valid_from", "valid_from", &CertificateVersion::valid_from},
    DateField{"previous_expiry", "previous_expiry", &CertificateVersion::previous_expiry},
    DateField{"recertification_audited", "recertification_audit",
              &CertificateVersion::recertification_audited}};

void judge_dates(const Comparison& given, std::vector<Judged>& into) {
  for (const auto& [field, member, date] : kDateFields) {
    const auto* version = given.version();
    const auto got = version != nullptr && version->*date ? (version->*date)->to_string() : std::string();
    judge_text(
        given, field, member, got, [&](const std::string& stated) { return stated == got; }, into);
  }
}

void judge_scope(const Comparison& given, std::vector<Judged>& into) {
  if (!given.row.has("scope")) return;
  const auto got = given.version() == nullptr ? std::string() : given.version()->scope;
  judge_text(
      given, "scope", "scope", got, [&](const std::string& stated) { return same_scope(stated, got); }, into);
  auto& judged = into.back();
  judged.equal_when_folded = !got.empty() && any_of(given.row.texts("scope"), [&](const std::string& stated) {
    return same_when_folded(stated, got);
  });
  if (judged.outcome == Outcome::Wrong && judged.equal_when_folded)
    judged.note = "equal but for case and punctuation";
}

Judged element(std::string_view field, Outcome outcome, std::string expected, std::string got,
               const Quote* quote) {
  Judged judged{.field = field, .outcome = outcome, .expected = std::move(expected), .got = std::move(got)};
  if (quote == nullptr) return judged;
  judged.quote = quote->text;
  judged.confidence = quote->confidence;
  return judged;
}

// Lists are compared element by element: what is stated is right or missed, what is read besides, invented.
void judge_accreditations(const Comparison& given, std::vector<Judged>& into) {
  if (!given.row.has("accreditation_body")) return;
  const auto stated = given.row.texts("accreditation_body");
  const auto read =
      given.version() == nullptr ? std::vector<PrintedAccreditation>() : given.version()->accreditations;
  std::vector<bool> used(read.size());
  for (const auto& name : stated) {
    const auto found = std::ranges::find_if(
        read, [&](const auto& printed) { return same_accreditor(name, printed, given.reference); });
    const auto at = static_cast<std::size_t>(found - read.begin());
    if (found == read.end()) {
      into.push_back(element("accreditations", Outcome::Missed, name, "", nullptr));
      into.back().note = in_picture_note(given.row, "accreditation_body");
      continue;
    }
    used[at] = true;
    into.push_back(element("accreditations", Outcome::Right, name, found->printed,
                           quote_of(*given.draft, fmt::format("accreditations[{}]", at))));
  }
  for (std::size_t at = 0; at < read.size(); ++at)
    if (!used[at])
      into.push_back(element("accreditations", Outcome::Invented, fmt::format("{}", fmt::join(stated, " | ")),
                             read[at].printed,
                             quote_of(*given.draft, fmt::format("accreditations[{}]", at))));
  if (stated.empty() && read.empty())
    into.push_back(element("accreditations", Outcome::NotStated, "", "", nullptr));
}

void judge_accreditation_number(const Comparison& given, std::vector<Judged>& into) {
  std::string got;
  if (given.version() != nullptr)
    for (const auto& printed : given.version()->accreditations)
      if (got.empty()) got = printed.number;
  judge_text(
      given, "accreditation_number", "accreditation_number", got,
      [&](const std::string& stated) {
        return normalise_number(stated).find(normalise_number(got)) != std::string::npos;
      },
      into);
}

void judge_soa(const Comparison& given, std::vector<Judged>& into) {
  const auto* version = given.version();
  auto got = version == nullptr ? std::string() : version->soa_version;
  const auto dated = version != nullptr && version->soa_date ? version->soa_date->to_string() : std::string();
  // Where a statement of applicability is known by its date alone.
  if (got.empty() && !dated.empty() && names_version(given.row.text("soa_version"), dated)) got = dated;
  judge_text(
      given, "soa_version", "soa_version", got,
      [&](const std::string& stated) { return names_version(stated, got); }, into);
}

// "Acme Oy, 1234567-8": the name.
std::string without_identifier(const std::string& stated) {
  const auto at = stated.rfind(", ");
  const bool has_digit =
      at != std::string::npos && stated.find_first_of("0123456789", at) != std::string::npos;
  return has_digit ? stated.substr(0, at) : stated;
}

void judge_entities(const Comparison& given, std::vector<Judged>& into) {
  for (const std::string_view member : {"constituent_entities", "entities"})
    for (const auto& name : given.row.texts(member)) {
      const bool is_read = given.version() != nullptr &&
                           std::ranges::any_of(given.version()->holders, [&](const Holder& holder) {
                             return same_name(name, holder.name, given.strictness) ||
                                    same_name(without_identifier(name), holder.name, given.strictness);
                           });
      into.push_back(element("entities", is_read ? Outcome::Right : Outcome::Missed, name,
                             is_read ? name : "", nullptr));
    }
}

bool is_main(std::string_view field) { return std::ranges::find(kMain, field) != kMain.end(); }

}  // namespace

std::string_view to_string(Outcome outcome) {
  constexpr std::array<std::string_view, kOutcomes> kNames{"right",     "wrong", "invented",  "missed",
                                                           "left open", "brand", "not stated"};
  return kNames.at(static_cast<std::size_t>(outcome));
}

std::span<const std::string_view> main_fields() { return kMain; }
std::span<const std::string_view> further_fields() { return kFurther; }

std::vector<Judged> compare(const TruthRow& row, const Draft* draft, Strictness strictness,
                            const Reference& reference) {
  const Comparison given{row, draft, strictness, reference};
  const auto* version = given.version();
  std::vector<Judged> all;
  judge_holder(given, all);
  judge_standard(given, all);
  judge_edition(given, all);
  judge_number(given, "number", "certificate_number", version == nullptr ? "" : version->number, all);
  judge_issuer(given, all);
  judge_dates(given, all);
  judge_scope(given, all);
  judge_accreditations(given, all);
  judge_accreditation_number(given, all);
  judge_soa(given, all);
  judge_text(
      given, "issue_number", "certificate_version", version == nullptr ? "" : version->issue_number,
      [&](const std::string& stated) { return names_version(stated, version->issue_number); }, all);
  judge_number(given, "parent_number", "parent_certificate", version == nullptr ? "" : version->parent_number,
               all);
  judge_entities(given, all);
  return all;
}

std::vector<Judged> all_invented(const Draft& draft) {
  TruthRow nothing;
  for (const std::string_view member :
       {"holder", "standard", "edition", "certificate_number", "certification_body", "issued", "expires"})
    nothing.members[std::string(member)] = nullptr;
  static const Reference unknown({}, "");
  auto all = compare(nothing, &draft, Strictness::Certificate, unknown);
  std::erase_if(all, [](const Judged& judged) {
    return !is_main(judged.field) || judged.outcome != Outcome::Invented;
  });
  for (auto& judged : all) judged.note = "no such certificate in the truth";
  return all;
}

int likeness(const TruthRow& row, const Draft& draft, const Reference& reference) {
  int total = 0;
  for (const Judged& judged : compare(row, &draft, Strictness::Page, reference)) {
    if (judged.outcome != Outcome::Right) continue;
    if (judged.field == "standard") total += 16;
    if (judged.field == "number") total += 12;
    if (judged.field == "edition" || judged.field == "holder" || judged.field == "scope") total += 2;
    if (judged.field == "issued" || judged.field == "expires") total += 1;
  }
  return total;
}

}  // namespace certreg::accuracy
