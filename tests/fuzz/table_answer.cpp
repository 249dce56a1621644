// The worker's answer for a sheet of a workbook: a line of JSON, then CSV.
#include "documents/text_json.h"
#include "fuzz/fuzz.h"

using namespace certreg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const documents::Table table = documents::parse_table(fuzz::text_of(data, size));
    const documents::Table again = documents::parse_table(documents::table_json(table) + table.csv);
    fuzz::require(
        again.sheet_names == table.sheet_names && again.csv == table.csv && again.warnings == table.warnings,
        "what is written is read back");
  } catch (const documents::Failure&) {
  }
  return 0;
}
