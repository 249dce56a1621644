// Reads the documents that the truth is about, each in a process of its own, several at once, as the service
// reads what is uploaded.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "accuracy/measure/truth.h"
#include "certreg/documents/worker.h"
#include "certreg/reading/draft.h"
#include "certreg/service/current_world.h"

namespace certreg::accuracy {

enum class TextKind { Full, Partial, Scan, OcrBad, Page, Unread };

std::string_view to_string(TextKind kind);  // "text layer, full", "scan", ...

struct ReadDocument {
  std::string file;
  std::vector<const TruthRow*> rows;  // of this file, never empty
  reading::DocumentReading reading;
  std::string failure;  // why it could not be read; empty when it was
  TextKind text_kind = TextKind::Unread;
  double seconds = 0;
};

struct ReadingOptions {
  std::filesystem::path reader;            // certreg-reader
  std::chrono::seconds most_seconds{120};  // for one document
  std::size_t at_once = 0;                 // 0 = as many as the machine has processors
};

// One for each file, in the order of their first rows. A file that cannot be read has a `failure` and no
// drafts. `truth` must outlive the result. Throws documents::Failure when the reader cannot be started.
std::vector<ReadDocument> read_documents(const std::filesystem::path& folder, const Truth& truth,
                                         const service::WorldData& world, const ReadingOptions& options);

}  // namespace certreg::accuracy
