#include "cli/table_target.h"

#include "certreg/domain/error.h"

namespace certreg::cli {

void describe_table(Target& target, const ImportArguments& arguments) {
  for (const auto& column : arguments.columns) {
    const auto equals = column.find('=');
    if (equals == std::string::npos) throw invalid("columns", "\"" + column + "\" is not field=Column");
    target.with("column." + column.substr(0, equals), column.substr(equals + 1));
  }
  target.with_some("date_format", arguments.date_format).with_some("delimiter", arguments.delimiter);
}

}  // namespace certreg::cli
