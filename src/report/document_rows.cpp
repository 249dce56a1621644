#include "report/document_rows.h"

#include "certreg/domain/harmless.h"
#include "certreg/report/timeline_drawing.h"

namespace certreg::report {
namespace {

class Gatherer {
 public:
  Gatherer(const Section& section, std::vector<DocumentRow>& rows) : section_(section), rows_(rows) {}

  void operator()(const Paragraph& block) { add("", "text", block.text); }
  void operator()(const QuoteBlock& block) {
    add("", "quote", block.text);
    add("", "source", block.source);
  }
  void operator()(const Facts& block) {
    for (const auto& [name, value] : block.rows) add("", name, value);
  }
  void operator()(const Table& block) {
    if (block.rows.empty()) add("", block.sheet, block.none);
    for (std::size_t row = 0; row < block.rows.size(); ++row)
      for (std::size_t column = 0; column < block.rows[row].size(); ++column)
        add(block.sheet + " " + std::to_string(row + 1), block.head[column],
            in_words(block.rows[row][column]));
  }
  void operator()(const Timeline& block) {
    for (const auto& sentence : in_words(block)) add("", "timeline", sentence);
  }
  void operator()(const Lines& block) {
    for (const auto& label : block.labels) add("", label, "");
  }

 private:
  void add(std::string item, const std::string& field, const std::string& value) {
    rows_.push_back({harmless(section_.title), harmless(section_.about), std::move(item), harmless(field),
                     harmless(value)});
  }
  const Section& section_;
  std::vector<DocumentRow>& rows_;
};

}  // namespace

std::vector<DocumentRow> rows_of(const Document& document) {
  std::vector<DocumentRow> rows;
  for (const auto& section : document.sections) {
    Gatherer gather(section, rows);
    for (const auto& block : section.blocks) std::visit(gather, block);
  }
  return rows;
}

std::string in_words(const Cell& cell) {
  constexpr std::string_view kWords[] = {"", "yes", "unsure", "no"};
  const auto word = kWords[static_cast<std::size_t>(cell.tone)];
  if (word.empty() || cell.text == word) return cell.text;
  return std::string(word) + ": " + cell.text;
}

}  // namespace certreg::report
