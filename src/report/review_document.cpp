#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "certreg/report/review.h"
#include "report/review_json.h"
#include "report/review_sections.h"

namespace certreg::report {
namespace {

Table portfolio(const Review& review) {
  Table table{"Portfolio",
              {"Tier", "Satisfied", "Undecided", "Not satisfied", "Open findings", "Decided findings"},
              {},
              "The review is about one supplier."};
  for (const auto& row : review.portfolio)
    table.rows.push_back({{row.tier},
                          {std::to_string(row.satisfied)},
                          {std::to_string(row.undecided)},
                          {std::to_string(row.not_satisfied)},
                          {std::to_string(row.open_findings)},
                          {std::to_string(row.decided_findings)}});
  return table;
}

Table suppliers(const Review& review) {
  Table table{
      "Suppliers", {"Reference", "Supplier", "Tier", "Outcome", "Findings"}, {}, "There is no supplier."};
  for (const auto& one : review.suppliers)
    table.rows.push_back({{one.relationship.reference},
                          {one.relationship.supplier.name},
                          {one.tier.empty() ? "none" : one.tier},
                          {std::string(words_of(one.outcome)), tone_of(one.outcome)},
                          {std::to_string(one.findings.size())}});
  return table;
}

Facts about(const Review& review) {
  Facts facts{{{"As of", review.on.to_string()},
               {"As known at", to_string(review.known_at.value_or(review.prepared_at))},
               {"Prepared at", to_string(review.prepared_at)},
               {"Prepared by", review.prepared_by},
               {"Program", review.program},
               {"Reference data", review.reference_version},
               {"Policy", review.policy_version == 0 ? "the one that ships"
                                                     : "version " + std::to_string(review.policy_version)}}};
  if (const auto& signed_off = review.sign_off) {
    facts.rows.emplace_back("Signed off by",
                            signed_off->name + (signed_off->role.empty() ? "" : ", " + signed_off->role));
    facts.rows.emplace_back("Signed off at", to_string(signed_off->at));
    facts.rows.emplace_back("Remark", signed_off->note.empty() ? "none" : signed_off->note);
  }
  return facts;
}

}  // namespace

Document document_of(const Review& review) {
  Document document;
  document.title = review.title;
  document.header = fmt::format("{}, as of {}", review.title, review.on.to_string());
  document.author = review.prepared_by;
  document.made_at = review.prepared_at;
  document.sections.push_back(
      {1,
       review.title,
       "",
       {about(review), portfolio(review), suppliers(review),
        Paragraph{"Signs: \xe2\x9c\x93 yes, ? unsure, \xe2\x9c\x97 no. \"Unsure\" says that it is not known; "
                  "\"claimed\" says that only the supplier says so."}}});
  for (const auto& one : review.suppliers)
    for (auto& section : sections_of(one, review.sign_off.has_value()))
      document.sections.push_back(std::move(section));
  return document;
}

const std::vector<std::string_view>& review_format_names() {
  static const std::vector<std::string_view> names{"html", "pdf", "xlsx", "csv", "json"};
  return names;
}

std::string_view media_type_of(ReviewFormat format) {
  constexpr std::string_view kTypes[] = {"text/html; charset=utf-8", "application/pdf",
                                         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                         "text/csv; charset=utf-8", "application/json"};
  return kTypes[static_cast<std::size_t>(format)];
}

std::string render(const Review& review, ReviewFormat format) {
  switch (format) {
    case ReviewFormat::Html:
      return to_html(document_of(review));
    case ReviewFormat::Pdf:
      return to_pdf(document_of(review));
    case ReviewFormat::Xlsx:
      return to_xlsx(document_of(review));
    case ReviewFormat::Csv:
      return to_csv(document_of(review));
    case ReviewFormat::Json:
      return codec::dump(to_json(review));
  }
  return {};
}

}  // namespace certreg::report
