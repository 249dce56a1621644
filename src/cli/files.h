// Files that the user names.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "certreg/domain/held_bytes.h"

namespace certreg::cli {

std::string file_name_of(const std::string& path);  // its last part

std::string read_file(const std::filesystem::path& path);  // throws Error(NotFound)

// The same without taking memory for a long file, which must not be cut short meanwhile.
HeldBytes hold_file(const std::filesystem::path& path);

// Throws Error(Invalid), field "out", when it cannot be written.
void write_file(const std::string& path, const std::string& bytes);

// The file comes to be under its name when `write` has returned, whole; otherwise what was there stays.
void write_file_whole(const std::string& path,
                      const std::function<void(const std::function<void(std::string_view)>& put)>& write);

}  // namespace certreg::cli
