// What reading needs in tests: the project's own labels, a small world of standards and bodies, and the
// reader.
#pragma once

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "certreg/documents/worker.h"
#include "certreg/reading/labels.h"
#include "support/reference.h"

namespace certreg::reading {

inline std::filesystem::path source_dir() { return CERTREG_SOURCE_DIR; }

inline std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

inline Labels load_labels() {
  std::vector<std::string> kept;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "importers/labels")) {
    kept.push_back("importers/labels/" + entry.path().filename().string());
    kept.push_back(file_bytes(entry.path()));
  }
  std::vector<EmbeddedFile> files;
  for (std::size_t at = 0; at < kept.size(); at += 2) files.push_back({kept[at], kept[at + 1]});
  return parse_labels(files);
}

inline const Labels& labels() {
  static const Labels kept = load_labels();
  return kept;
}

inline const Reference& world() {
  static const Reference kept = support::reference();
  return kept;
}

inline documents::Worker worker() {
  return documents::Worker(std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader");
}

}  // namespace certreg::reading
