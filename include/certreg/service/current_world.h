// What the register knows of the world beside suppliers: reference data, registers for people, words on
// certificates, source definitions. Replaced as a whole by a reload, while requests go on.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "certreg/domain/reference.h"
#include "certreg/reading/claim_words.h"
#include "certreg/reading/labels.h"
#include "certreg/reading/page_kind.h"
#include "certreg/service/reference_files.h"
#include "certreg/service/sources.h"

namespace certreg::service {

// The reference data as they are kept for answers about what was known then.
struct ReferenceRecord {
  std::string version;
  std::string counts;  // JSON object: rows by list
  std::string files;   // JSON, what load_recorded() reads
};

struct WorldData {
  Reference reference;
  std::vector<Register> registers;
  reading::Labels labels;
  std::vector<SourceDefinition> sources;
  reading::PageWords page_words;  // of sign-in forms, cookie walls, error pages
  reading::ClaimWords claim_words;
  std::vector<ListCount> counts;  // by list: of reference data, sources, files of labels
  ReferenceRecord record;
};

// Thread-safe. What data() returned stays valid until destruction, so that a use case that began before a
// reload ends with what it began with: about two megabytes a reload.
class CurrentWorld {
 public:
  explicit CurrentWorld(WorldData data) { replace(std::move(data)); }

  const WorldData& data() const { return *current_.load(std::memory_order_acquire); }

  void replace(WorldData data) {
    auto fresh = std::make_unique<const WorldData>(std::move(data));
    const std::lock_guard lock(mutex_);
    current_.store(fresh.get(), std::memory_order_release);
    kept_.push_back(std::move(fresh));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<const WorldData>> kept_;
  std::atomic<const WorldData*> current_{nullptr};
};

}  // namespace certreg::service
