#include "accuracy/measure/documents.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "accuracy/measure/files.h"
#include "certreg/reading/read_certificate.h"
#include "certreg/reading/read_claims.h"

namespace certreg::accuracy {
namespace {

using documents::MediaKind;

// The holder of pages that the truth knows no holder of: with one, "we" is somebody, so that more is claimed.
constexpr std::string_view kStandIn = "Supplier of This Page";

reading::PageContext context_of(const ReadDocument& document) {
  auto holder = document.rows.front()->text("holder");
  if (holder.empty()) holder = kStandIn;
  return {{ClaimantKind::Supplier, holder}, holder};
}

// A PDF and what the truth calls a certificate's text are read as certificates; other text may be one; the
// rest are pages.
reading::DocumentReading read_text(const ReadDocument& document, const reading::Text& text, MediaKind kind,
                                   const service::WorldData& world) {
  const bool is_certificate =
      kind == MediaKind::Pdf || document.rows.front()->group == DocumentGroup::Certificate;
  if (is_certificate || kind == MediaKind::PlainText) {
    auto found = reading::read_certificate(text, world.labels, world.reference);
    if (is_certificate || !found.drafts.empty()) return found;
  }
  return reading::read_claims(text, context_of(document), world.labels, world.claim_words, world.reference);
}

bool is_recognised(const reading::Text& text) {
  return std::ranges::any_of(text.pages,
                             [](const auto& page) { return page.origin == reading::TextOrigin::Ocr; });
}

// As the truth says, else as the text shows.
TextKind text_kind_of(const ReadDocument& document, const reading::Text& text, MediaKind kind) {
  const TruthRow& row = *document.rows.front();
  const auto layer = row.text("text_layer");
  if (layer == "full") return TextKind::Full;
  if (layer == "partial") return TextKind::Partial;
  if (layer == "none") return TextKind::Scan;
  if (layer == "ocr-bad") return TextKind::OcrBad;
  if (kind != MediaKind::Pdf) return TextKind::Page;
  const bool is_scan = row.text("scanned") == "true" || !text.has_text || is_recognised(text);
  return is_scan ? TextKind::Scan : TextKind::Full;
}

void read_document(const std::filesystem::path& folder, const service::WorldData& world,
                   const documents::Worker& worker, ReadDocument& document) {
  const auto bytes = bytes_of(folder / document.file, documents::default_limit_bytes(MediaKind::Pdf));
  if (!bytes) {
    document.failure = "no such file, or above 64 MiB";
    return;
  }
  const auto kind = documents::sniff_media(*bytes, "", document.file);
  // Said by the truth alone while the text is not known.
  document.text_kind = text_kind_of(document, {}, kind);
  const auto text = worker.read(*bytes, kind);
  document.text_kind = text_kind_of(document, text, kind);
  document.reading = read_text(document, text, kind, world);
}

void try_document(const std::filesystem::path& folder, const service::WorldData& world,
                  const documents::Worker& worker, ReadDocument& document) {
  const auto begin = std::chrono::steady_clock::now();
  try {
    read_document(folder, world, worker, document);
  } catch (const documents::Failure& failure) {
    if (failure.failure == documents::FailureKind::WorkerMissing) throw;
    document.failure = failure.what();
  } catch (const std::exception& error) {
    document.failure = error.what();
  }
  document.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::vector<ReadDocument> documents_of(const Truth& truth) {
  std::vector<ReadDocument> all;
  for (const TruthRow& row : truth.rows) {
    auto found = std::ranges::find(all, row.file, &ReadDocument::file);
    if (found == all.end()) found = all.insert(all.end(), {.file = row.file});
    found->rows.push_back(&row);
  }
  return all;
}

}  // namespace

std::string_view to_string(TextKind kind) {
  switch (kind) {
    case TextKind::Full:
      return "text layer, full";
    case TextKind::Partial:
      return "text layer, partial";
    case TextKind::Scan:
      return "scan";
    case TextKind::OcrBad:
      return "scan with a wrong text layer";
    case TextKind::Page:
      return "page";
    case TextKind::Unread:
      return "not read";
  }
  return "not read";
}

std::vector<ReadDocument> read_documents(const std::filesystem::path& folder, const Truth& truth,
                                         const service::WorldData& world, const ReadingOptions& options) {
  const documents::Worker worker(options.reader, {.wall_time = options.most_seconds});
  auto all = documents_of(truth);
  std::atomic<std::size_t> next{0};
  std::exception_ptr problem;
  std::mutex mutex;
  const auto work = [&] {
    for (std::size_t at = next++; at < all.size(); at = next++) try {
        try_document(folder, world, worker, all[at]);
      } catch (...) {
        const std::lock_guard lock(mutex);
        problem = std::current_exception();
        next = all.size();
      }
  };
  {
    const auto wished = options.at_once > 0 ? options.at_once : std::thread::hardware_concurrency();
    std::vector<std::jthread> threads;
    for (std::size_t count = 0; count < std::max<std::size_t>(wished, 1); ++count) threads.emplace_back(work);
  }
  if (problem) std::rethrow_exception(problem);
  return all;
}

}  // namespace certreg::accuracy
