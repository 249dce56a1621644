// One record for people: its members, one a line.
#pragma once

#include "cli/output.h"

namespace certreg::cli {

// Members that are null or empty are left out; lists of objects and objects come as indented lines.
void print_record(std::ostream& out, const Json& record, int indent = 0);

}  // namespace certreg::cli
