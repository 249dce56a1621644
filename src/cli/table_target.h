// How an upload says which columns its table has.
#pragma once

#include "cli/commands.h"
#include "cli/target.h"

namespace certreg::cli {

// Throws Error(Invalid) for a column that is not field=Column.
void describe_table(Target& target, const ImportArguments& arguments);

}  // namespace certreg::cli
