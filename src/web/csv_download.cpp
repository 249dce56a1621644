#include "web/csv_download.h"

#include "certreg/report/csv.h"

namespace certreg::web {

CsvDownload::CsvDownload(std::initializer_list<std::string_view> header) : text_("\xef\xbb\xbf") {
  add(header);
}

void CsvDownload::add(std::initializer_list<std::string_view> cells) {
  bool first = true;
  for (const auto cell : cells) {
    if (!first) text_ += ',';
    first = false;
    report::append_csv_cell(text_, cell);
  }
  text_ += "\r\n";
}

Drawn CsvDownload::finish(std::string_view file_name) && {
  return {200,
          std::move(text_),
          {{"Content-Disposition", "attachment; filename=\"" + std::string(file_name) + "\""}},
          "text/csv; charset=utf-8"};
}

}  // namespace certreg::web
