#include "cli/reading_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "cli/field_value.h"

namespace certreg::cli {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t kLongestValue = 44;
constexpr const char* kMargin = "  ";

std::string_view words_of(ReadingMethod method) {
  switch (method) {
    case ReadingMethod::TextLayer:
      return "text layer";
    case ReadingMethod::Ocr:
      return "recognised";
    case ReadingMethod::Markup:
      return "markup";
    case ReadingMethod::Table:
      return "table";
    case ReadingMethod::Json:
      return "JSON";
    case ReadingMethod::Person:
      return "person";
  }
  return "";
}

// Rounded down: 0.997 is less than sure.
std::string confidence_of(const Quote& quote) {
  return fmt::format("{:.2f}", static_cast<int>(quote.confidence * 100 + 1e-9) / 100.0);
}

std::string box_of(const Quote& quote) {
  if (!quote.box) return "-";
  return fmt::format("{:.0f} {:.0f} {:.0f} {:.0f}", quote.box->x, quote.box->y, quote.box->width,
                     quote.box->height);
}

std::vector<std::string> row_of(std::string_view field, std::string_view value, const Quote& quote) {
  return {kMargin + printable(field),
          shortened(printable(value), kLongestValue),
          confidence_of(quote),
          quote.page > 0 ? fmt::format("page {}", quote.page) : "-",
          box_of(quote),
          std::string(words_of(quote.method)),
          fmt::format("\"{}\"", printable(quote.text))};
}

// As people look for them; others behind, as they were read.
std::size_t place_of(const Quote& quote) {
  constexpr std::string_view kFields[] = {"standard", "edition",    "holder",  "number",       "issuer",
                                          "issued",   "valid_from", "expires", "first_issued", "scope"};
  return static_cast<std::size_t>(std::ranges::find(kFields, quote.field) - std::begin(kFields));
}

Rows field_rows(const reading::Draft& draft) {
  const auto certificate = codec::to_json(draft.version);
  auto quotes = draft.version.quotes;
  std::ranges::stable_sort(quotes, {}, place_of);
  Rows rows;
  for (const auto& quote : quotes)
    rows.push_back(row_of(quote.field, value_of_field(certificate, quote.field), quote));
  return rows;
}

void print_open(std::ostream& out, const reading::Ambiguity& open, std::size_t columns) {
  out << kMargin << "open: " << printable(open.field) << ", " << printable(open.why) << '\n';
  Rows rows;
  for (const auto& candidate : open.candidates)
    rows.push_back(row_of("  or", candidate.value, candidate.quote));
  print_table(out, rows, columns);
}

void print_draft(std::ostream& out, const reading::Draft& draft, std::size_t columns) {
  const auto& version = draft.version;
  out << '\n'
      << (draft.kind == reading::DraftKind::Claim ? "claim: " : "certificate: ")
      << printable(version.standard_printed.empty() ? version.standard.value : version.standard_printed)
      << '\n';
  print_table(out, field_rows(draft), columns);
  for (const auto& open : draft.ambiguities) print_open(out, open, columns);
  if (!draft.missing.empty())
    out << kMargin << fmt::format("missing: {}", fmt::join(draft.missing, ", ")) << '\n';
}

std::string why_nothing(const service::TextReading& reading) {
  if (!reading.hindrance) return reading.found.nothing_found_why;
  const auto words = in_words(*reading.hindrance);
  return reading.detail.empty() ? std::string(words) : fmt::format("{}: {}", words, reading.detail);
}

std::string count_of(std::size_t count, const char* one, const char* several) {
  return count == 0 ? "" : fmt::format("{} {}", count, count == 1 ? one : several);
}

// "2 certificates, 1 claim", or why there is none.
std::string summary_of(const service::TextReading& reading) {
  const auto& drafts = reading.found.drafts;
  if (drafts.empty()) {
    const auto why = why_nothing(reading);
    return why.empty() ? "nothing found" : fmt::format("nothing found: {}", why);
  }
  const auto claims =
      static_cast<std::size_t>(std::ranges::count(drafts, reading::DraftKind::Claim, &reading::Draft::kind));
  const auto first = count_of(drafts.size() - claims, "certificate", "certificates");
  const auto second = count_of(claims, "claim", "claims");
  return fmt::format("{}{}{}", first, first.empty() || second.empty() ? "" : ", ", second);
}

std::vector<std::string> warnings_of(const service::TextReading& reading) {
  auto warnings = reading.text.warnings;
  warnings.insert(warnings.end(), reading.found.warnings.begin(), reading.found.warnings.end());
  return warnings;
}

}  // namespace

void print_reading(std::ostream& out, const std::string& file, const ReadDocument& read,
                   std::size_t columns) {
  const auto& reading = read.reading;
  out << printable(file) << ": " << printable(summary_of(reading)) << '\n';
  for (const auto& draft : reading.found.drafts) print_draft(out, draft, columns);
  for (const auto& remark : read.remarks) out << "no claim: " << printable(remark) << '\n';
  for (const auto& warning : warnings_of(reading)) out << "warning: " << printable(warning) << '\n';
}

Json reading_json(const std::string& file, const ReadDocument& read) {
  const auto& reading = read.reading;
  Json drafts = Json::array();
  for (const auto& draft : reading.found.drafts) drafts.push_back(codec::to_json(draft));
  return {
      {"file", file},
      {"kind", to_string(read.kind)},
      {"drafts", std::move(drafts)},
      {"nothing_found_why", codec::text_or_null(reading.found.drafts.empty() ? why_nothing(reading) : "")},
      {"hindrance", reading.hindrance ? Json(to_string(*reading.hindrance)) : Json()},
      {"remarks", read.remarks},
      {"warnings", warnings_of(reading)},
      {"failure", nullptr}};
}

Json failure_json(const std::string& file, const std::string& failure) {
  return {{"file", file}, {"kind", nullptr}, {"drafts", Json::array()}, {"failure", failure}};
}

}  // namespace certreg::cli
