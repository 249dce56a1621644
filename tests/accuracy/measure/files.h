// Bytes of files.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace certreg::accuracy {

// nullopt when it is no regular file, cannot be read, or is above the limit.
std::optional<std::string> bytes_of(const std::filesystem::path& path, std::size_t most_bytes);

}  // namespace certreg::accuracy
