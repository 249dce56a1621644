// Files that the user names.
#pragma once

#include <string>

namespace certreg::cli {

std::string file_name_of(const std::string& path);  // its last part

// Throw Error(Invalid), field "file" or "out", when they cannot be read or written.
std::string read_file(const std::string& path);
void write_file(const std::string& path, const std::string& bytes);

}  // namespace certreg::cli
