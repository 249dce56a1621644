// Pages whose characters have to be recognised: each in a process of its own, several at a time.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

#include "certreg/documents/worker.h"
#include "documents/text_json.h"

namespace certreg::documents {

// How many pages are recognised at a time. Thread-safe.
class PageSlots {
 public:
  explicit PageSlots(unsigned count) : free_(count == 0 ? 1 : count) {}

  bool take_by(std::chrono::steady_clock::time_point deadline);  // false: none became free
  void give_back();

 private:
  std::mutex mutex_;
  std::condition_variable freed_;
  unsigned free_;
};

// The text of one page, within a time; throws Failure. Called by several threads at once.
using PageRecogniser = std::function<reading::Text(int page, std::chrono::milliseconds time)>;

// Puts what was recognised in the place of those pages, and says in the warnings which of them could not be
// and why; then the text is not whole. Settles has_text for documents with pages.
void recognise_pages(PartialText& partial, const WorkerLimits& limits, PageSlots& slots,
                     const PageRecogniser& recognise);

}  // namespace certreg::documents
