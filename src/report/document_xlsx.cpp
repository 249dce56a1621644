#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "certreg/domain/harmless.h"
#include "certreg/report/document.h"
#include "certreg/report/timeline_drawing.h"
#include "report/document_rows.h"

namespace certreg::report {
namespace {

constexpr std::size_t kLongestCell = 32'000;  // of 32,767 characters
constexpr double kNarrow = 10, kWide = 60;    // in characters of the usual type
constexpr double kRoom = 1.15;  // that a character needs, words that do not fit at the end among it
constexpr double kLine = 15, kHighest = 409;  // points; the most that the format knows

struct Sheet {
  std::string name;
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};

// Tables by their sheet; texts, facts, quotes and timelines on a first sheet of their own.
class Sheets {
 public:
  Sheets() { all_.push_back({"Review", {"Section", "About", "Field", "Value"}, {}}); }

  void take(const Section& section) {
    section_ = &section;
    for (const auto& block : section.blocks) std::visit(*this, block);
  }
  const std::vector<Sheet>& all() const { return all_; }

  void operator()(const Paragraph& block) { note("Text", block.text); }
  void operator()(const QuoteBlock& block) {
    note("Quote", block.text);
    note("Source", block.source);
  }
  void operator()(const Facts& block) {
    for (const auto& [name, value] : block.rows) note(name, value);
  }
  void operator()(const Table& block) {
    if (block.rows.empty()) return note(block.sheet, block.none);
    auto& sheet = sheet_of(block);
    for (const auto& row : block.rows) {
      std::vector<std::string> cells{section_->about};
      for (const auto& cell : row) cells.push_back(in_words(cell));
      sheet.rows.push_back(std::move(cells));
    }
  }
  void operator()(const Timeline& block) {
    for (const auto& sentence : in_words(block)) note("Timeline", sentence);
  }
  void operator()(const Lines& block) {
    for (const auto& label : block.labels) note(label, "");
  }

 private:
  void note(const std::string& field, const std::string& value) {
    all_.front().rows.push_back({section_->title, section_->about, field, value});
  }
  Sheet& sheet_of(const Table& block) {
    const auto known =
        std::find_if(all_.begin(), all_.end(), [&](const Sheet& sheet) { return sheet.name == block.sheet; });
    if (known != all_.end()) return *known;
    std::vector<std::string> head{"About"};
    head.insert(head.end(), block.head.begin(), block.head.end());
    all_.push_back({block.sheet, std::move(head), {}});
    return all_.back();
  }

  std::vector<Sheet> all_;
  const Section* section_ = nullptr;
};

struct Formats {
  lxw_format *head, *text, *day;
};

Formats formats_of(lxw_workbook* workbook) {
  Formats formats{workbook_add_format(workbook), workbook_add_format(workbook),
                  workbook_add_format(workbook)};
  format_set_bold(formats.head);
  format_set_bg_color(formats.head, 0xEDF2F7);
  for (auto* format : {formats.head, formats.text, formats.day}) {
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  }
  format_set_num_format(formats.day, "yyyy-mm-dd");
  format_set_align(formats.day, LXW_ALIGN_LEFT);
  return formats;
}

std::string cut(const std::string& text) {
  auto clean = harmless(text);
  if (clean.size() <= kLongestCell) return clean;
  auto end = kLongestCell;
  while (end > 0 && (static_cast<unsigned char>(clean[end]) & 0xC0U) == 0x80U) --end;
  return clean.substr(0, end) + " ...";
}

// Texts are written as texts, whatever they begin with; days as days.
void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                const Formats& formats) {
  if (const auto day = Date::parse(text)) {
    const std::chrono::year_month_day date(day->days());
    lxw_datetime value{};
    value.year = day->year();
    value.month = static_cast<int>(static_cast<unsigned>(date.month()));
    value.day = static_cast<int>(static_cast<unsigned>(date.day()));
    worksheet_write_datetime(sheet, row, column, &value, formats.day);
    return;
  }
  worksheet_write_string(sheet, row, column, cut(text).c_str(), formats.text);
}

std::size_t characters_in(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

double width_of(const Sheet& sheet, std::size_t column) {
  std::size_t longest = characters_in(sheet.head[column]);
  for (const auto& row : sheet.rows) longest = std::max(longest, characters_in(row[column]));
  return std::clamp(static_cast<double>(longest) * kRoom, kNarrow, kWide);
}

// Not every program makes a row as high as its wrapped text, so it is told.
double height_of(const std::vector<std::string>& cells, const std::vector<double>& widths) {
  double lines = 1;
  for (std::size_t column = 0; column < cells.size(); ++column)
    lines = std::max(lines,
                     std::ceil(static_cast<double>(characters_in(cells[column])) * kRoom / widths[column]));
  return std::min(lines * kLine, kHighest);
}

void write_sheet(lxw_workbook* workbook, const Sheet& content, const Formats& formats) {
  auto* sheet = workbook_add_worksheet(workbook, content.name.c_str());
  std::vector<double> widths;
  for (std::size_t column = 0; column < content.head.size(); ++column) {
    const auto at = static_cast<lxw_col_t>(column);
    widths.push_back(width_of(content, column));
    worksheet_set_column(sheet, at, at, widths.back(), nullptr);
    worksheet_write_string(sheet, 0, at, content.head[column].c_str(), formats.head);
  }
  for (std::size_t row = 0; row < content.rows.size(); ++row) {
    const auto& cells = content.rows[row];
    const auto at = static_cast<lxw_row_t>(row + 1);
    worksheet_set_row(sheet, at, height_of(cells, widths), nullptr);
    for (std::size_t column = 0; column < cells.size(); ++column)
      write_cell(sheet, at, static_cast<lxw_col_t>(column), cells[column], formats);
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(content.rows.size()),
                       static_cast<lxw_col_t>(content.head.size() - 1));
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_repeat_rows(sheet, 0, 0);
}

// The library writes to a path: of a file that is in memory only.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("workbook", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::runtime_error("no memory for a workbook");
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  std::string bytes() const {
    std::string all;
    char part[1 << 16];
    for (off_t at = 0;;) {
      const auto got = ::pread(descriptor_, part, sizeof part, at);
      if (got <= 0) return all;
      all.append(part, static_cast<std::size_t>(got));
      at += got;
    }
  }

 private:
  int descriptor_;
};

}  // namespace

std::string to_xlsx(const Document& document) {
  const MemoryFile file;
  auto* workbook = workbook_new(file.path().c_str());
  if (workbook == nullptr) throw std::bad_alloc();
  lxw_doc_properties properties{};
  auto title = harmless(document.title), author = harmless(document.author);
  properties.title = title.data();
  properties.author = author.data();
  properties.created = static_cast<time_t>(
      std::chrono::floor<std::chrono::seconds>(document.made_at).time_since_epoch().count());
  workbook_set_properties(workbook, &properties);
  const auto formats = formats_of(workbook);
  Sheets sheets;
  for (const auto& section : document.sections) sheets.take(section);
  for (const auto& sheet : sheets.all()) write_sheet(workbook, sheet, formats);
  if (const auto problem = workbook_close(workbook); problem != LXW_NO_ERROR)
    throw std::runtime_error(std::string("no workbook could be written: ") + lxw_strerror(problem));
  return file.bytes();
}

}  // namespace certreg::report
