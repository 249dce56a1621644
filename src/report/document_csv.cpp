#include "certreg/report/document.h"
#include "report/document_rows.h"

namespace certreg::report {
namespace {

// A spreadsheet must not take a supplier's name for a formula.
std::string guarded(const std::string& text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos
             ? "'" + text
             : text;
}

std::string field(const std::string& text) {
  std::string out = "\"";
  for (const char c : guarded(text)) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string to_csv(const Document& document) {
  std::string out = "\xef\xbb\xbfsection,about,item,field,value\r\n";
  for (const auto& row : rows_of(document))
    out += field(row.section) + "," + field(row.about) + "," + field(row.item) + "," + field(row.field) +
           "," + field(row.value) + "\r\n";
  return out;
}

}  // namespace certreg::report
