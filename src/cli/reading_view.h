// What was read from a document, for people and as JSON.
#pragma once

#include <ostream>
#include <string>

#include "certreg/cli/cli.h"
#include "cli/output.h"

namespace certreg::cli {

// Certificates or claims with a line a field, what was left open, what is missing, remarks and warnings; of a
// document without any, why. Lines have at most `columns` when that is not 0.
void print_reading(std::ostream& out, const std::string& file, const ReadDocument& read, std::size_t columns);

// {file, kind, hindrance, detail, drafts, nothing_found_why, remarks, warnings, failure}; drafts as the API
// has them.
Json reading_json(const std::string& file, const ReadDocument& read);
Json failure_json(const std::string& file, const std::string& failure);

}  // namespace certreg::cli
