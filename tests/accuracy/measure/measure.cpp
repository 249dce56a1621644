#include "accuracy/measure/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "certreg/domain/names.h"

namespace certreg::accuracy {
namespace {

using reading::Draft;

constexpr int kLeastLikeness = 12;  // the standard or the number agrees

struct Pair {
  int likeness = 0;
  std::size_t row = 0, draft = 0;
};

// The draft of each row.
std::vector<const Draft*> paired(const ReadDocument& document, const Reference& reference) {
  const auto& drafts = document.reading.drafts;
  std::vector<const Draft*> of_row(document.rows.size());
  if (document.rows.size() == 1 && drafts.size() == 1) return {&drafts.front()};
  std::vector<Pair> pairs;
  for (std::size_t row = 0; row < document.rows.size(); ++row)
    for (std::size_t draft = 0; draft < drafts.size(); ++draft)
      pairs.push_back({likeness(*document.rows[row], drafts[draft], reference), row, draft});
  std::ranges::stable_sort(pairs, std::ranges::greater(), &Pair::likeness);
  std::vector<bool> used(drafts.size());
  for (const auto& [likeness, row, draft] : pairs) {
    if (likeness < kLeastLikeness || of_row[row] != nullptr || used[draft]) continue;
    of_row[row] = &drafts[draft];
    used[draft] = true;
  }
  return of_row;
}

bool is_asked(const StandardId& id, const Reference& reference) {
  const auto* standard = reference.find(id);
  return standard != nullptr && standard->asked;
}

bool is_asked(const TruthRow& row, const Reference& reference) {
  const auto mention = reference.standard_of(row.text("standard"));
  return mention && is_asked(mention->standard, reference);
}

std::string body_of(const TruthRow& row, const Reference& reference) {
  auto name = row.text("certification_body");
  if (name.empty()) return "not stated";
  const auto* body = reference.certification_body_of(name);
  return body == nullptr ? name : body->name;
}

std::string language_of(const TruthRow& row) {
  auto language = row.text("language");
  return language.empty() ? "not stated" : language;
}

Strictness strictness_of(DocumentGroup group) {
  return group == DocumentGroup::Certificate ? Strictness::Certificate : Strictness::Page;
}

Result result_of(const ReadDocument& document, const TruthRow& row, const Draft* draft,
                 const Reference& reference) {
  return {.file = document.file,
          .line = row.line,
          .group = row.group,
          .asked = is_asked(row, reference),
          .text_kind = document.text_kind,
          .language = language_of(row),
          .body = body_of(row, reference),
          .failure = document.failure,
          .fields = compare(row, draft, strictness_of(row.group), reference)};
}

std::string name_of(const Draft& draft) {
  const auto& version = draft.version;
  return fmt::format("{}{}{} {} {}", version.standard.value, version.edition.empty() ? "" : ":",
                     version.edition, version.number,
                     version.holders.empty() ? "" : version.holders.front().name);
}

bool is_known_part(const ReadDocument& document, const Draft& draft) {
  return std::ranges::any_of(document.rows, [&](const TruthRow* row) {
    return std::ranges::any_of(row->texts("sub_certificates"), [&](const std::string& number) {
      return normalise_number(number) == normalise_number(draft.version.number);
    });
  });
}

// Why a draft without a row counts for nothing; empty when it counts.
std::string why_aside(const ReadDocument& document, const Draft& draft) {
  if (document.rows.front()->group != DocumentGroup::Certificate)
    return "a claim that the truth has no row for";
  if (draft.version.form == ExtensionForm::Reference) return "named on the certificate as an extension";
  return is_known_part(document, draft) ? "a sub-certificate that the truth names" : "";
}

void add_other(const ReadDocument& document, const Draft& draft, const Reference& reference,
               Measurement& into) {
  if (const auto why = why_aside(document, draft); !why.empty()) {
    into.asides.push_back({document.file, fmt::format("{}: {}", name_of(draft), why)});
    return;
  }
  const TruthRow& first = *document.rows.front();
  into.results.push_back({.file = document.file,
                          .group = first.group,
                          .asked = is_asked(draft.version.standard, reference),
                          .text_kind = document.text_kind,
                          .language = language_of(first),
                          .body = body_of(first, reference),
                          .fields = all_invented(draft)});
}

void add_impostor(const ReadDocument& document, const Reference& reference, Measurement& into) {
  Impostor impostor{.file = document.file,
                    .is_page = document.text_kind == TextKind::Page,
                    .why = document.reading.nothing_found_why,
                    .failure = document.failure};
  for (const Draft& draft : document.reading.drafts) {
    const bool claim = draft.kind == reading::DraftKind::Claim;
    if (is_asked(draft.version.standard, reference))
      ++(claim ? impostor.claims : impostor.certificates);
    else if (!claim)
      ++impostor.of_others;
    impostor.why += fmt::format("{}{}", impostor.why.empty() ? "" : "; ", name_of(draft));
    if (!draft.version.quotes.empty()) impostor.why += " \"" + draft.version.quotes.front().text + "\"";
  }
  into.impostors.push_back(std::move(impostor));
}

void add_document(const ReadDocument& document, const Reference& reference, Measurement& into) {
  if (document.rows.front()->group == DocumentGroup::NotACertificate)
    return add_impostor(document, reference, into);
  const auto of_row = paired(document, reference);
  for (std::size_t at = 0; at < document.rows.size(); ++at)
    into.results.push_back(result_of(document, *document.rows[at], of_row[at], reference));
  for (const Draft& draft : document.reading.drafts)
    if (std::ranges::find(of_row, &draft) == of_row.end()) add_other(document, draft, reference, into);
}

bool is_main(std::string_view field) {
  return std::ranges::find(main_fields(), field) != main_fields().end();
}

void for_each_judged(const Measurement& measurement, const Chooses& chooses,
                     const std::function<void(const Judged&)>& visit) {
  for (const Result& result : measurement.results)
    if (chooses(result))
      for (const Judged& judged : result.fields) visit(judged);
}

}  // namespace

Measurement measure(const std::vector<ReadDocument>& documents, const Truth& truth,
                    const Reference& reference) {
  Measurement all{.warnings = truth.warnings, .documents = documents.size()};
  for (const ReadDocument& document : documents) {
    add_document(document, reference, all);
    if (!document.failure.empty()) ++all.failed;
    if (document.seconds <= all.slowest_seconds) continue;
    all.slowest_seconds = document.seconds;
    all.slowest = document.file;
  }
  return all;
}

Tally tally_of(const Measurement& measurement, const Chooses& chooses, std::string_view field) {
  Tally tally;
  for_each_judged(measurement, chooses, [&](const Judged& judged) {
    if (judged.field == field) tally.add(judged);
  });
  return tally;
}

Tally tally_of_main(const Measurement& measurement, const Chooses& chooses) {
  Tally tally;
  for_each_judged(measurement, chooses, [&](const Judged& judged) {
    if (is_main(judged.field)) tally.add(judged);
  });
  return tally;
}

std::vector<Bin> calibration(const Measurement& measurement, const Chooses& chooses) {
  constexpr std::array kEdges{0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0};
  std::array<std::array<std::size_t, 2>, kEdges.size()> counts{};
  for_each_judged(measurement, chooses, [&](const Judged& judged) {
    const bool is_right = judged.outcome == Outcome::Right;
    if (!is_main(judged.field)) return;
    if (!is_right && judged.outcome != Outcome::Wrong && judged.outcome != Outcome::Invented) return;
    const auto* edge = std::ranges::upper_bound(kEdges, judged.confidence);
    auto& count = counts.at(static_cast<std::size_t>(edge - kEdges.begin()) - 1);
    count[0] += is_right ? 1 : 0;
    ++count[1];
  });
  std::vector<Bin> bins;
  for (std::size_t at = kEdges.size(); at-- > 0;)
    bins.push_back({kEdges.at(at), at + 1 < kEdges.size() ? kEdges.at(at + 1) : 1.0,
                    share_of(counts.at(at)[0], counts.at(at)[1])});
  return bins;
}

}  // namespace certreg::accuracy
