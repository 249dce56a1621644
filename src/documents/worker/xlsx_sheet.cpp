// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/xlsx_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "certreg/documents/worker.h"
#include "documents/worker/xlsx_merges.h"
#include "documents/worker/xml_stream.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;

constexpr std::size_t kMaxRows = 1'048'576;
constexpr std::size_t kMaxColumns = 16'384;
constexpr std::size_t kMaxCsvBytes = 128U << 20;
constexpr std::size_t kMaxWarnings = 20;

struct Cell {
  std::string type, value, inline_text;
  std::size_t row = 0, column = 0, style = 0;
  bool has_formula = false;
};

std::string name_of(const Cell& cell) {
  std::string letters;
  for (std::size_t rest = cell.column; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(cell.row);
}

std::size_t number_in(const std::string& text, std::size_t otherwise) {
  std::size_t number = 0;
  auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && end == text.data() + text.size() ? number : otherwise;
}

// "2027-01-31T00:00:00Z" is a day.
std::string iso_moment(const std::string& text) {
  const auto time = text.find('T');
  const bool is_midnight =
      time != std::string::npos && text.find_first_of("123456789", time) == std::string::npos;
  return is_midnight ? text.substr(0, time) : text;
}

// Quoted more than needed, so that no reader takes a mark in a text for the delimiter.
void append_quoted(std::string& csv, const std::string& text) {
  if (text.find_first_of(",;\t\"\r\n") == std::string::npos) {
    csv += text;
    return;
  }
  csv += '"';
  for (char letter : text) csv.append(letter == '"' ? 2 : 1, letter);
  csv += '"';
}

// Of many cells with the same trouble the first tell enough.
class Notes {
 public:
  explicit Notes(std::vector<std::string>& warnings) : warnings_(warnings) {}
  void add(const Cell& cell, std::string_view what) {
    if (++count_ <= kMaxWarnings) warnings_.push_back(fmt::format("cell {} {}", name_of(cell), what));
  }
  void hidden_row() { ++hidden_rows_; }
  void finish() {
    if (count_ > kMaxWarnings)
      warnings_.push_back(fmt::format("{} more cells are like these", count_ - kMaxWarnings));
    if (hidden_rows_ > 0) warnings_.push_back(fmt::format("{} rows that are read are hidden", hidden_rows_));
  }

 private:
  std::vector<std::string>& warnings_;
  std::size_t count_ = 0, hidden_rows_ = 0;
};

class Values {
 public:
  Values(const SheetContext& context, Notes& notes) : context_(context), notes_(notes) {}

  std::string of(const Cell& cell) {
    if (cell.type == "s") return shared(cell);
    if (cell.type == "inlineStr") return unescaped(cell.inline_text);
    if (cell.type == "e") {
      notes_.add(cell, fmt::format("holds the error {}", cell.value.substr(0, 20)));
      return {};
    }
    if (cell.value.empty()) {
      if (cell.has_formula && cell.type != "str") notes_.add(cell, "has a formula without a value");
      return {};
    }
    if (cell.type == "str") return unescaped(cell.value);
    if (cell.type == "b") return cell.value == "1" || cell.value == "true" ? "TRUE" : "FALSE";
    return cell.type == "d" ? iso_moment(cell.value) : number(cell);
  }

 private:
  std::string shared(const Cell& cell) const {
    const std::size_t at = number_in(cell.value, context_.strings.count());
    if (at >= context_.strings.count())
      throw Failure(FailureKind::Damaged, fmt::format("cell {} has a text that is not there", name_of(cell)));
    return std::string(context_.strings.at(at));
  }

  std::string number(const Cell& cell) {
    const NumberFormat format =
        cell.style < context_.styles.size() ? context_.styles[cell.style] : NumberFormat{};
    if (format.shown != Shown::Number) {
      if (auto moment = moment_text(cell.value, format.shown, context_.epoch)) return *moment;
      notes_.add(cell, "is shown as a date but holds none");
    }
    if (auto text = number_text(cell.value, format)) return *text;
    notes_.add(cell, "should be a number and is none");
    return cell.value;
  }

  const SheetContext& context_;
  Notes& notes_;
};

class SheetReader : public XmlHandler {
 public:
  SheetReader(const SheetContext& context, Merges merges, Notes& notes)
      : values_(context, notes), merges_(std::move(merges)), notes_(notes) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "row") start_row(attributes);
    if (name == "c") start_cell(attributes);
    if (name == "f") cell_.has_formula = true;
    if (name == "rPh") in_reading_aid_ = true;
    if (name == "v") into_ = &cell_.value;
    if (name == "t" && !in_reading_aid_) into_ = &cell_.inline_text;
  }
  void end(std::string_view name) override {
    if (name == "row") end_row();
    if (name == "c") end_cell();
    if (name == "rPh") in_reading_aid_ = false;
    if (name == "v" || name == "t") into_ = nullptr;
  }
  void text(std::string_view text) override {
    if (into_ != nullptr) *into_ += text;
  }

  std::string csv;

 private:
  void start_row(const XmlAttributes& attributes) {
    const std::size_t row = number_in(attributes.get("r"), row_ + 1);
    if (row <= row_) throw Failure(FailureKind::Damaged, "the rows of the sheet are out of order");
    if (row > kMaxRows) throw Failure(FailureKind::TooLarge, "the sheet has too many rows");
    row_ = row;
    cells_.clear();
    column_ = 0;
    merges_.go_to(row);
    is_hidden_ = attributes.get("hidden") == "1" || attributes.get("hidden") == "true";
  }

  void start_cell(const XmlAttributes& attributes) {
    const std::string& reference = attributes.get("r");
    column_ = reference.empty() ? column_ + 1 : column_in(reference);
    if (column_ == 0 || column_ > kMaxColumns)
      throw Failure(FailureKind::TooLarge, "the sheet has too many columns");
    cell_ = {attributes.get("t"), "", "", row_, column_, number_in(attributes.get("s"), 0), false};
  }

  void end_cell() {
    if (cell_.column == 0 || merges_.covers(cell_.column)) return;
    std::string value = values_.of(cell_);
    if (value.empty()) return;
    if (cells_.size() < cell_.column) cells_.resize(cell_.column);
    cells_[cell_.column - 1] = std::move(value);
  }

  void end_row() {
    if (cells_.empty()) return;
    if (is_hidden_) notes_.hidden_row();
    if (csv.empty()) width_ = cells_.size();
    if (cells_.size() < width_) cells_.resize(width_);
    for (const std::string& cell : cells_) {
      if (&cell != &cells_.front()) csv += ',';
      append_quoted(csv, cell);
      if (csv.size() > kMaxCsvBytes) throw Failure(FailureKind::TooLarge, "the sheet holds too much");
    }
    csv += "\r\n";
  }

  Values values_;
  Merges merges_;
  Notes& notes_;
  Cell cell_;
  std::vector<std::string> cells_;
  std::string* into_ = nullptr;
  std::size_t row_ = 0, column_ = 0;
  std::size_t width_ = 0;  // of the first row with a value
  bool in_reading_aid_ = false, is_hidden_ = false;
};

}  // namespace

std::string sheet_csv(ZipParts& parts, const std::string& part, const SheetContext& context,
                      std::vector<std::string>& warnings) {
  Notes notes(warnings);
  SheetReader reader(context, Merges(parts, part), notes);
  read_xml(parts, part, reader);
  notes.finish();
  return std::move(reader.csv);
}

}  // namespace certreg::worker
