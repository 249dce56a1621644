#include <algorithm>
#include <map>

#include "certreg/domain/names.h"
#include "reading/claim_sentences.h"
#include "reading/claims.h"
#include "reading/dates.h"

namespace certreg::reading {
namespace {

constexpr double kConfidence = 0.9;

using Columns = std::map<std::size_t, LabelField>;

Columns columns_of(const Line& header, const Labels& labels) {
  Columns columns;
  for (std::size_t at = 0; at < header.cells.size(); ++at) {
    std::string folded = fold_label(header.cells[at]);
    const Label* label = folded.empty() ? nullptr : labels.longest_at(folded).label;
    if (label != nullptr && label->folded.size() == folded.size()) columns[at] = label->field;
  }
  return columns;
}

bool has(const Columns& columns, LabelField field) {
  return std::ranges::any_of(columns, [&](const auto& column) { return column.second == field; });
}

// A table of certificates has a column that only certificates have.
bool is_of_certificates(const Columns& columns) {
  return has(columns, LabelField::Number) || has(columns, LabelField::Expires) ||
         has(columns, LabelField::Issuer);
}

class RowClaim {
 public:
  RowClaim(Claims& claims, const Line& row, const Columns& columns)
      : claims_(claims), row_(row), columns_(columns) {
    for (const Line* line = &row; line != nullptr; line = nullptr) orders_.learn(line->text);
  }

  void add() {
    std::vector<FoundStandard> standards = find_standards(row_.text, claims_.reference);
    if (standards.empty() || is_denied(row_.text, claims_.words)) return;
    std::string holder = cell(LabelField::Holder).empty() ? claims_.context.holder : cell(LabelField::Holder);
    for (const FoundStandard& standard : standards) {
      Draft draft = claims_.draft_of(standard, holder, row_.text, ReadingMethod::Markup, kConfidence);
      if (standards.size() == 1) add_fields(draft);
      claims_.add(std::move(draft));
    }
  }

 private:
  std::string cell(LabelField field) const {
    for (const auto& [at, column] : columns_)
      if (column == field && at < row_.cells.size()) return row_.cells[at];
    return {};
  }

  void quote(Draft& draft, std::string field, const std::string& words) const {
    Quote quote;
    quote.field = std::move(field);
    quote.text = words;
    quote.method = ReadingMethod::Markup;
    quote.confidence = kConfidence;
    draft.version.quotes.push_back(std::move(quote));
  }

  void set_date(Draft& draft, LabelField field, const char* member, std::optional<Date>& into) const {
    std::string words = cell(field);
    std::vector<FoundDate> dates = find_dates(words, claims_.labels, orders_);
    if (dates.size() != 1) return;
    Quote evidence;
    evidence.field = member;
    evidence.text = words;
    evidence.method = ReadingMethod::Markup;
    if (dates.front().other) {
      draft.ambiguities.push_back(
          {member,
           "day and month can be exchanged",
           {{dates.front().date.to_string(), evidence}, {dates.front().other->to_string(), evidence}}});
      return;
    }
    into = dates.front().date;
    quote(draft, member, words);
  }

  void add_fields(Draft& draft) const {
    CertificateVersion& version = draft.version;
    version.number = cell(LabelField::Number);
    bool has_digit =
        std::ranges::any_of(version.number, [](char letter) { return letter >= '0' && letter <= '9'; });
    if (!has_digit || !is_clean_text(version.number, 100)) version.number.clear();
    if (!version.number.empty()) quote(draft, "number", version.number);
    version.issuer_printed = cell(LabelField::Issuer);
    if (const auto* body = claims_.reference.certification_body_of(version.issuer_printed))
      version.issuer = body->id;
    if (!version.issuer_printed.empty()) quote(draft, "issuer", version.issuer_printed);
    set_date(draft, LabelField::Issued, "issued", version.issued);
    set_date(draft, LabelField::FirstIssued, "first_issued", version.first_issued);
    set_date(draft, LabelField::ValidFrom, "valid_from", version.valid_from);
    set_date(draft, LabelField::Expires, "expires", version.expires);
  }

  Claims& claims_;
  const Line& row_;
  const Columns& columns_;
  DateOrders orders_;
};

}  // namespace

void read_tables(Claims& claims) {
  for (const Page& page : claims.text.pages) {
    Columns columns;
    bool in_table = false;
    for (const Line& line : page.lines) {
      if (line.kind != LineKind::TableRow) {
        in_table = false;
        continue;
      }
      if (!in_table)
        columns = columns_of(line, claims.labels);
      else if (is_of_certificates(columns))
        RowClaim(claims, line, columns).add();
      in_table = true;
    }
  }
}

}  // namespace certreg::reading
