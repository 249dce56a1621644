// A file built into the program.
#pragma once

#include <span>
#include <string_view>

namespace certreg {

struct EmbeddedFile {
  std::string_view name;  // path relative to its base folder, e.g. "queries/supplier/insert_supplier.sql"
  std::string_view bytes;
};

}  // namespace certreg
