#include <algorithm>

#include "certreg/report/document.h"
#include "report/pdf_page.h"

namespace certreg::report {
namespace {

constexpr TextStyle kText{9.5}, kCell{8}, kHead{8, true}, kQuote{9, false, 0.25, 0.28, 0.33},
    kSmall{7.5, false, 0.35, 0.38, 0.43};
constexpr double kPad = 3, kGap = 6, kLine = 24;
constexpr double kNameWidth = 150;  // of facts

TextStyle heading(int level) {
  constexpr double kSizes[] = {0, 17, 13, 11};
  return {kSizes[level], true};
}

std::string shown(const Cell& cell) {
  const auto sign = std::string(sign_of(cell.tone));
  return sign.empty() ? cell.text : sign + " " + cell.text;
}

std::size_t longest_word(const std::string& text) {
  std::size_t longest = 0, length = 0;
  for (const char c : text) {
    length = c == ' ' ? 0 : length + 1;
    longest = std::max(longest, length);
  }
  return longest;
}

struct ColumnNeed {
  double least = 0;   // for its longest word, within reason
  double wanted = 0;  // for its longest text, within reason
};

ColumnNeed need_of(const Table& table, std::size_t column) {
  constexpr double kCharacter = 4.7, kMostLeast = 92, kMostWanted = 420;
  std::size_t word = longest_word(table.head[column]), text = table.head[column].size();
  for (const auto& row : table.rows) {
    word = std::max(word, longest_word(shown(row[column])));
    text = std::max(text, row[column].text.size());
  }
  const double least = std::min(kMostLeast, static_cast<double>(word) * kCharacter + 2 * kPad + 2);
  return {least, std::clamp(static_cast<double>(text) * kCharacter, least, kMostWanted)};
}

// Each column gets what its longest word needs; the rest is shared out by how much more is wanted.
std::vector<double> widths_of(const Table& table) {
  std::vector<ColumnNeed> needs;
  double least = 0, more = 0;
  for (std::size_t column = 0; column < table.head.size(); ++column) {
    needs.push_back(need_of(table, column));
    least += needs.back().least;
    more += needs.back().wanted - needs.back().least;
  }
  const double rest = PdfPages::kInner - least;
  std::vector<double> widths;
  for (const auto& need : needs) {
    if (rest <= 0)
      widths.push_back(need.least * PdfPages::kInner / least);
    else
      widths.push_back(need.least + (more > 0 ? (need.wanted - need.least) / more * rest
                                              : rest / static_cast<double>(needs.size())));
  }
  return widths;
}

class Writer {
 public:
  explicit Writer(PdfPages& pages) : pages_(pages) {}

  void operator()(const Paragraph& block) {
    pages_.flow(block.text, kText, PdfPages::kMargin, PdfPages::kInner);
    pages_.move(kGap);
  }
  void operator()(const QuoteBlock& block) {
    pages_.flow("\xe2\x80\x9c" + block.text + "\xe2\x80\x9d", kQuote, PdfPages::kMargin + 12,
                PdfPages::kInner - 12);
    pages_.flow(block.source, kSmall, PdfPages::kMargin + 12, PdfPages::kInner - 12);
    pages_.move(kGap);
  }
  void operator()(const Facts& block) {
    for (const auto& [name, value] : block.rows) fact(name, value);
    pages_.move(kGap);
  }
  void operator()(const Table& block) {
    if (block.rows.empty()) return (*this)(Paragraph{block.none});
    const auto widths = widths_of(block);
    const auto head = shaped(head_of(block), widths, kHead);
    for (std::size_t at = 0; at < block.rows.size(); ++at) {
      const auto cells = shaped(block.rows[at], widths, kCell);
      if (at == 0) {
        pages_.need(head.height + cells.height);
        row(head, widths, kHead, true);
      } else if (cells.height > pages_.room() && cells.height < PdfPages::kBottom - PdfPages::kTop - 40) {
        pages_.new_page();
        row(head, widths, kHead, true);
      }
      cells.height < pages_.room() ? row(cells, widths, kCell, false) : tall_row(block.head, block.rows[at]);
    }
    pages_.move(kGap * 2);
  }
  // What must not stand apart from what is before it.
  double height_of_start(const Block& block) {
    const auto* table = std::get_if<Table>(&block);
    return table != nullptr && !table->rows.empty() ? height_of_start(*table) : 3 * kText.size;
  }
  void operator()(const Timeline& block) {
    pages_.draw(draw(block, PdfPages::kInner));
    pages_.move(kGap);
    for (const auto& sentence : in_words(block))
      pages_.flow(sentence, kSmall, PdfPages::kMargin, PdfPages::kInner);
    pages_.move(kGap);
  }
  void operator()(const Lines& block) {
    for (const auto& label : block.labels) {
      pages_.need(kLine + 14);
      pages_.flow(label, kText, PdfPages::kMargin, PdfPages::kInner);
      pages_.move(kLine);
      pages_.rule(PdfPages::kMargin, pages_.y(), PdfPages::kInner, 0, false);
      pages_.move(kGap);
    }
  }

 private:
  static std::vector<Cell> head_of(const Table& table) {
    std::vector<Cell> head;
    for (const auto& name : table.head) head.push_back({name});
    return head;
  }
  double height_of_start(const Table& table) {
    const auto widths = widths_of(table);
    return shaped(head_of(table), widths, kHead).height + shaped(table.rows.front(), widths, kCell).height;
  }
  void fact(const std::string& name, const std::string& value) {
    const auto text = pages_.layout(value.empty() ? "-" : value, kText, PdfPages::kInner - kNameWidth);
    pages_.need(std::min(60.0, PdfPages::height_of(text)));
    const double height = pages_.put(name, {9, true}, PdfPages::kMargin, kNameWidth - 8);
    const double before = pages_.y();
    pages_.flow(text, kText, PdfPages::kMargin + kNameWidth);
    if (pages_.y() >= before) pages_.move(std::max(0.0, height - (pages_.y() - before)) + 1.5);
  }
  struct Shaped {  // a row
    std::vector<PdfPages::Layout> cells;
    double height = 0;
  };
  Shaped shaped(const std::vector<Cell>& cells, const std::vector<double>& widths, const TextStyle& style) {
    Shaped row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      row.cells.push_back(pages_.layout(shown(cells[i]), style, widths[i] - 2 * kPad));
      row.height = std::max(row.height, PdfPages::height_of(row.cells.back()));
    }
    row.height += 2 * kPad;
    return row;
  }
  void row(const Shaped& shaped, const std::vector<double>& widths, const TextStyle& style, bool filled) {
    double x = PdfPages::kMargin;
    for (std::size_t i = 0; i < shaped.cells.size(); ++i) {
      if (filled) pages_.rule(x, pages_.y(), widths[i], shaped.height, true);
      pages_.rule(x, pages_.y(), widths[i], shaped.height, false);
      pages_.move(kPad);
      pages_.put(shaped.cells[i], style, x + kPad);
      pages_.move(-kPad);
      x += widths[i];
    }
    pages_.move(shaped.height);
  }
  // Higher than a page: cell below cell.
  void tall_row(const std::vector<std::string>& head, const std::vector<Cell>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      pages_.flow(head[i], kHead, PdfPages::kMargin, PdfPages::kInner);
      pages_.flow(shown(cells[i]), kCell, PdfPages::kMargin + 12, PdfPages::kInner - 12);
    }
    pages_.move(kGap);
  }

  PdfPages& pages_;
};

void write(const Section& section, bool is_first, PdfPages& pages) {
  if (section.level == 1 && !is_first) pages.new_page();
  const auto style = heading(section.level);
  pages.move(section.level == 1 ? 0 : kGap);
  Writer writer(pages);
  const double start = section.blocks.empty() ? 0 : writer.height_of_start(section.blocks.front());
  pages.need(style.size * 2 + kGap + start);
  pages.outline(section.title, section.level);
  pages.flow(section.title, style, PdfPages::kMargin, PdfPages::kInner);
  pages.move(kGap);
  for (const auto& block : section.blocks) std::visit(writer, block);
}

}  // namespace

std::string to_pdf(const Document& document) {
  PdfPages pages(document.title, document.author, document.header, document.made_at);
  for (std::size_t i = 0; i < document.sections.size(); ++i) write(document.sections[i], i == 0, pages);
  return pages.finish();
}

}  // namespace certreg::report
