#include "service/row_pipe.h"

#include <utility>

namespace certreg::service {
namespace {

constexpr std::size_t kRowsAtOnce = 128, kMostWaiting = 8;

}  // namespace

RowPipe::RowPipe(std::function<void(const Take&)> read)
    : reader_([this, read = std::move(read)] { run(read); }) {}

RowPipe::~RowPipe() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  reader_.join();
}

void RowPipe::run(const std::function<void(const Take&)>& read) {
  std::vector<RowRead> rows;
  std::exception_ptr failure;
  try {
    read([&](RowRead row) {
      rows.push_back(std::move(row));
      if (rows.size() == kRowsAtOnce) push(std::exchange(rows, {}));
    });
  } catch (const Stopped&) {
    return;
  } catch (...) {
    failure = std::current_exception();
  }
  try {
    if (!rows.empty()) push(std::move(rows));
  } catch (const Stopped&) {
    return;
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  failure_ = failure;
  changed_.notify_all();
}

void RowPipe::push(std::vector<RowRead> rows) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || queue_.size() < kMostWaiting; });
  if (stopped_) throw Stopped{};
  queue_.push_back(std::move(rows));
  changed_.notify_all();
}

std::vector<RowRead> RowPipe::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return ended_ || !queue_.empty(); });
  if (queue_.empty()) {
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    return {};
  }
  auto rows = std::move(queue_.front());
  queue_.pop_front();
  changed_.notify_all();
  return rows;
}

}  // namespace certreg::service
