// A table as a file for spreadsheets: UTF-8 with its mark, CRLF, no cell that would be taken for a formula.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "web/visit.h"

namespace certreg::web {

class CsvDownload {
 public:
  explicit CsvDownload(std::initializer_list<std::string_view> header);
  void add(std::initializer_list<std::string_view> cells);
  Drawn finish(std::string_view file_name) &&;

 private:
  std::string text_;
};

}  // namespace certreg::web
