#include "certreg/reading/service_list.h"

#include <algorithm>

#include "reading/list_rows.h"

namespace certreg::reading {
namespace {

constexpr int kIntroduced = 100;             // deeper than any heading, so that each ends it
constexpr std::size_t kLongestFamily = 120;  // characters; a longer heading is a sentence

Quote quote_of_line(const Line& line, int page) {
  Quote quote;
  quote.text = line.text;
  quote.page = page;
  if (!line.words.empty()) quote.box = line.box;
  quote.method = line.words.empty() ? ReadingMethod::Markup : ReadingMethod::TextLayer;
  quote.confidence = 0.9;
  return quote;
}

// Which cell of a row is which, by the header above it.
class TableHeader {
 public:
  static bool is_header(const Line& line, const ListSpec& spec) {
    return std::ranges::any_of(
        line.cells, [&](const auto& cell) { return list_key(cell) == list_key(spec.columns.at("service")); });
  }

  TableHeader() = default;
  TableHeader(const Line& line, const ListSpec& spec) {
    for (const auto& [name, header] : spec.columns) columns_[name] = place_of(line, header);
    for (const auto& [header, standard] : spec.standard_columns)
      standards_[standard] = place_of(line, header);
  }

  bool empty() const { return columns_.empty(); }

  // Rows without these columns would seem to be in scope whole. Empty when the table has both, or the
  // definition names neither.
  std::string missing(const ListSpec& spec) const {
    for (const char* name : {"exclusion", "status"})
      if (const auto column = columns_.find(name); column != columns_.end() && column->second == kNowhere)
        return spec.columns.at(name);
    return {};
  }

  ListedRow row(const Line& line, const ListSpec& spec) const {
    const auto cell = [&](const char* name) {
      const auto column = columns_.find(name);
      return column == columns_.end() ? std::string() : cell_at(line, column->second);
    };
    ListedRow row;
    row.services = split_services(cell("service"), spec.separators);
    row.short_name = cell("short_name");
    row.family = cell("family");
    row.exclusion = cell("exclusion");
    row.status = cell("status");
    row.regions = {cell("regions")};
    for (const auto& [standard, at] : standards_) row.columns[standard] = cell_at(line, at);
    return row;
  }

 private:
  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  static std::size_t place_of(const Line& line, const std::string& header) {
    const auto found = std::ranges::find(line.cells, list_key(header), list_key);
    return found == line.cells.end() ? kNowhere : static_cast<std::size_t>(found - line.cells.begin());
  }

  static std::string cell_at(const Line& line, std::size_t at) {
    return at < line.cells.size() ? line.cells[at] : std::string();
  }

  std::map<std::string, std::size_t> columns_;
  std::map<StandardId, std::size_t> standards_;
};

// What entries stand under, with the footnotes to it.
struct Family {
  std::string name;
  std::vector<std::string> marks;
};

Family family_of(const Line& line) {
  Family family;
  auto text = trimmed(line.text);
  if (const auto mark = mark_after(text); !mark.empty()) {
    family.marks.emplace_back(mark);
    text = trimmed(text.substr(0, text.size() - mark.size()));
  }
  if (text.size() <= kLongestFamily) family.name = text;
  return family;
}

class ListReader {
 public:
  ListReader(const ListSpec& spec, const Reference& reference) : spec_(spec), rows_(spec, reference) {}

  void read(std::span<const Line> lines, int page) {
    page_ = page;
    for (std::size_t at = 0; at < lines.size(); ++at)
      read_line(lines[at], at + 1 < lines.size() ? &lines[at + 1] : nullptr);
  }

  ServiceList finish() {
    auto list = rows_.finish();
    statement_.field.clear();
    list.statement = std::move(statement_);
    list.warnings.insert(list.warnings.end(), warnings_.begin(), warnings_.end());
    return list;
  }

 private:
  void read_line(const Line& line, const Line* next) {
    if (line.kind == LineKind::Heading) return read_heading(line);
    if (line.kind != LineKind::TableRow) header_ = {};
    if (line.kind == LineKind::Plain && spec_.form != ListForm::Lines && read_introduction(line)) return;
    if (!is_inside()) return;
    if (statement_.text.empty()) statement_ = quote_of_line(line, page_);
    if (read_note(line)) return;
    if (spec_.form == ListForm::Table && line.kind == LineKind::TableRow) return read_row(line);
    if (spec_.form == ListForm::Bullets && line.kind == LineKind::ListItem) return read_item(line, next);
    if (spec_.form == ListForm::Lines && line.kind != LineKind::TableRow) read_item(line, next);
  }

  bool is_inside() const { return spec_.heading.empty() || level_ > 0; }

  // A heading of its own level or above ends the part under the heading that is looked for.
  void read_heading(const Line& line) {
    header_ = {};
    bullets_.clear();
    const int level = std::max(line.level, 1);
    const bool begins = !spec_.heading.empty() && list_key(line.text) == list_key(spec_.heading);
    if (begins) {
      level_ = level;
      heading_ = {};
      statement_ = quote_of_line(line, page_);
      return;
    }
    if (level_ > 0 && level <= level_) level_ = 0;
    if (is_inside() && statement_.text.empty()) statement_ = quote_of_line(line, page_);
    heading_ = family_of(line);
  }

  // "Services in scope of the audit:" before a list stands for a heading, until the next paragraph.
  bool read_introduction(const Line& line) {
    const auto heading = list_key(spec_.heading);
    const bool begins = !heading.empty() && list_key(line.text).starts_with(heading);
    if (level_ == kIntroduced || begins) level_ = begins ? kIntroduced : 0;
    if (!begins) return false;
    heading_ = {};
    statement_ = quote_of_line(line, page_);
    return true;
  }

  bool read_note(const Line& line) {
    if (line.kind == LineKind::TableRow) return false;
    const auto text = trimmed(line.text);
    const auto mark = mark_before(text);
    if (mark.empty()) return false;
    rows_.note(mark, trimmed(text.substr(mark.size())));
    return true;
  }

  void read_row(const Line& line) {
    if (TableHeader::is_header(line, spec_)) return read_header(line);
    if (header_.empty()) return;
    auto row = header_.row(line, spec_);
    if (!spec_.columns.contains("family")) put_under(heading_, row);
    take(std::move(row), line);
  }

  void read_header(const Line& line) {
    header_ = TableHeader(line, spec_);
    const auto missing = header_.missing(spec_);
    if (missing.empty()) return;
    warnings_.push_back("a table is not read, since it has no column \"" + missing + "\"");
    header_ = {};
  }

  // A bullet with bullets under it is what they belong to, and no entry itself.
  void read_item(const Line& line, const Line* next) {
    while (!bullets_.empty() && bullets_.back().first >= line.level) bullets_.pop_back();
    const bool is_list = line.kind == LineKind::ListItem;
    if (is_list && next != nullptr && next->kind == LineKind::ListItem && next->level > line.level) {
      bullets_.emplace_back(line.level, family_of(line));
      return;
    }
    ListedRow row;
    row.services = spec_.separators.empty() ? std::vector<std::string>{line.text}
                                            : split_services(line.text, spec_.separators);
    put_under(bullets_.empty() ? heading_ : bullets_.back().second, row);
    take(std::move(row), line);
  }

  // The footnotes hold whether or not the name is kept.
  void put_under(const Family& family, ListedRow& row) const {
    if (spec_.headings_are_families) row.family = family.name;
    row.marks = family.marks;
  }

  void take(ListedRow row, const Line& line) {
    row.quote = quote_of_line(line, page_);
    rows_.take(row);
  }

  const ListSpec& spec_;
  RowTaker rows_;
  TableHeader header_;
  Quote statement_;
  int page_ = 0, level_ = 0;
  Family heading_;
  std::vector<std::string> warnings_;
  std::vector<std::pair<int, Family>> bullets_;  // level and words of those that others stand under
};

std::string text_of(const ListRow& row, const std::map<std::string, std::string>& columns, const char* name) {
  const auto column = columns.find(name);
  if (column == columns.end()) return {};
  const auto member = row.members.find(column->second);
  return member == row.members.end() || member->second.empty() ? std::string() : member->second.front();
}

std::vector<std::string> texts_of(const ListRow& row, const std::map<std::string, std::string>& columns,
                                  const char* name) {
  const auto column = columns.find(name);
  if (column == columns.end()) return {};
  const auto member = row.members.find(column->second);
  return member == row.members.end() ? std::vector<std::string>() : member->second;
}

ListedRow row_of(const ListRow& object, const ListSpec& spec) {
  ListedRow row;
  row.services = split_services(text_of(object, spec.columns, "service"), spec.separators);
  row.short_name = text_of(object, spec.columns, "short_name");
  row.family = text_of(object, spec.columns, "family");
  row.exclusion = text_of(object, spec.columns, "exclusion");
  row.status = text_of(object, spec.columns, "status");
  row.regions = texts_of(object, spec.columns, "regions");
  for (const auto& [member, standard] : spec.standard_columns)
    if (const auto found = object.members.find(member);
        found != object.members.end() && !found->second.empty())
      row.columns[standard] = found->second.front();
  row.quote.text = object.text;
  row.quote.method = ReadingMethod::Json;
  return row;
}

}  // namespace

ServiceList read_service_list(std::span<const Line> lines, const ListSpec& spec, const Reference& reference) {
  ListReader reader(spec, reference);
  reader.read(lines, 0);
  return reader.finish();
}

ServiceList read_service_list(const Text& text, const ListSpec& spec, const Reference& reference) {
  ListReader reader(spec, reference);
  for (const Page& page : text.pages) reader.read(page.lines, page.width > 0 ? page.number : 0);
  auto list = reader.finish();
  if (!text.whole) list.warnings.emplace_back("the page was cut, so the list may be longer");
  return list;
}

ServiceList read_service_rows(std::span<const ListRow> rows, const ListSpec& spec,
                              const Reference& reference) {
  RowTaker taker(spec, reference);
  for (const auto& row : rows) taker.take(row_of(row, spec));
  auto list = taker.finish();
  if (!rows.empty()) {
    list.statement.text = rows.front().text;
    list.statement.method = ReadingMethod::Json;
  }
  return list;
}

}  // namespace certreg::reading
