// Files that the user names.
#pragma once

#include <filesystem>
#include <string>

namespace certreg::cli {

std::string file_name_of(const std::string& path);  // its last part

std::string read_file(const std::filesystem::path& path);  // throws Error(NotFound)
// Throws Error(Invalid), field "out", when it cannot be written.
void write_file(const std::string& path, const std::string& bytes);

}  // namespace certreg::cli
