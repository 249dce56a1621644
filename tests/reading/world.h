// What reading needs in tests: the project's own labels, a small world of standards and bodies, and the
// reader.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "certreg/documents/worker.h"
#include "certreg/reading/claim_words.h"
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

// Read once and kept, for the views that are given of it.
class Importers {
 public:
  explicit Importers(const std::string& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "importers" / folder))
      kept_["importers/" + folder + "/" + entry.path().filename().string()] = file_bytes(entry.path());
    for (const auto& [name, bytes] : kept_) files_.push_back({name, bytes});
  }
  const std::vector<EmbeddedFile>& files() const { return files_; }

 private:
  std::map<std::string, std::string> kept_;
  std::vector<EmbeddedFile> files_;
};

inline const Labels& labels() {
  static const Labels kept = parse_labels(Importers("labels").files());
  return kept;
}

inline const ClaimWords& claim_words() {
  static const ClaimWords kept = parse_claim_words(Importers("claims").files());
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
