#include <iterator>

#include "certreg/store/database.h"
#include "store/connection.h"

namespace certreg::store {
namespace {

// Enough that waiting does not count, little enough to hold in memory whatever the rows are.
constexpr std::size_t kSpan = 256;

}  // namespace

Batch::Batch(Transaction& transaction) : transaction_(transaction) {}

Batch::~Batch() {
  if (!finished_) transaction_.incomplete_ = true;
}

void Batch::add(std::string_view statement, Params params) {
  queued_.push_back({std::string(statement), std::move(params)});
  if (queued_.size() == kSpan) flush();
}

std::vector<Result> Batch::finish() {
  flush();
  finished_ = true;
  return std::move(results_);
}

void Batch::flush() {
  if (queued_.empty()) return;
  std::vector<Result> results = transaction_.connection_->run_pipeline(queued_);
  queued_.clear();
  std::move(results.begin(), results.end(), std::back_inserter(results_));
}

}  // namespace certreg::store
