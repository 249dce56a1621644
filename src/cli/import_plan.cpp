#include "cli/import_plan.h"

#include <algorithm>

#include "certreg/domain/error.h"

namespace certreg::cli {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::vector<FileToImport> files_in(const fs::path& folder) {
  std::vector<FileToImport> files;
  for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator();
       ++entry) {
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_symlink() || !entry->is_regular_file()) continue;
    files.push_back({entry->path(), entry->path().lexically_relative(folder).generic_string()});
  }
  std::sort(files.begin(), files.end(),
            [](const auto& left, const auto& right) { return left.name < right.name; });
  return files;
}

bool looks_like_a_path(const std::string& what) {
  return what.find('/') != std::string::npos || what.find('.') != std::string::npos;
}

}  // namespace

ImportPlan plan_import(const std::string& what) {
  if (what.starts_with("http://") || what.starts_with("https://")) return Address{what};
  const fs::path path(what);
  if (fs::is_directory(path)) return files_in(path);
  if (fs::exists(path)) return std::vector<FileToImport>{{path, path.filename().string()}};
  if (looks_like_a_path(what)) throw Error(ErrorKind::NotFound, what + ": no such file or folder");
  return SourceName{what};
}

}  // namespace certreg::cli
