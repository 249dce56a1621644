// What `certreg import` was given, and the uploads that come of it.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace certreg::cli {

struct FileToImport {
  std::filesystem::path path;
  std::string name;  // in a folder: relative to it, with "/"
};

struct Address {
  std::string text;
};
struct SourceName {
  std::string text;
};
using ImportPlan = std::variant<std::vector<FileToImport>, Address, SourceName>;

// In a folder: regular files by name, hidden ones and what links lead to left out. Throws Error(NotFound) for
// a path that leads nowhere.
ImportPlan plan_import(const std::string& what);

}  // namespace certreg::cli
