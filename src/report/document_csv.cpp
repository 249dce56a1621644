#include "certreg/report/csv.h"
#include "certreg/report/document.h"
#include "report/document_rows.h"

namespace certreg::report {
namespace {

std::string field(const std::string& text) {
  std::string out;
  append_csv_cell(out, text);
  return out;
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
