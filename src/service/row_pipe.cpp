#include "service/row_pipe.h"

#include <utility>

namespace certreg::service {
namespace {

constexpr std::size_t kRowsAtOnce = 128, kMostWaiting = 16;

}  // namespace

RowPipe::RowPipe(std::function<void(const Take&)> read, Prepare prepare, unsigned workers) {
  threads_.emplace_back([this, read = std::move(read)] { run(read); });
  for (unsigned worker = 0; worker < workers; ++worker)
    threads_.emplace_back([this, prepare] { work(prepare); });
}

RowPipe::~RowPipe() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void RowPipe::run(const std::function<void(const Take&)>& read) {
  std::vector<UnreadRow> rows;
  std::exception_ptr failure;
  try {
    read([&](UnreadRow row) {
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
  if (!failure_) failure_ = failure;
  changed_.notify_all();
}

void RowPipe::push(std::vector<UnreadRow> rows) {
  auto span = std::make_shared<Span>();
  span->unread = std::move(rows);
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || queue_.size() < kMostWaiting; });
  if (stopped_) throw Stopped{};
  queue_.push_back(span);
  unprepared_.push_back(std::move(span));
  changed_.notify_all();
}

std::shared_ptr<RowPipe::Span> RowPipe::take_unprepared() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return stopped_ || ended_ || !unprepared_.empty(); });
  if (stopped_ || unprepared_.empty()) return nullptr;
  auto span = std::move(unprepared_.front());
  unprepared_.pop_front();
  return span;
}

void RowPipe::work(const Prepare& prepare) {
  OfferPreparation preparation;
  while (const auto span = take_unprepared()) {
    try {
      for (const auto& read : span->unread) span->rows.push_back(prepare(read, preparation));
    } catch (...) {
      span->failure = std::current_exception();
    }
    span->unread.clear();
    const std::lock_guard lock(mutex_);
    span->is_prepared = true;
    changed_.notify_all();
  }
}

std::vector<PreparedRow> RowPipe::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return queue_.empty() ? ended_ : queue_.front()->is_prepared; });
  if (queue_.empty()) {
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    return {};
  }
  const auto span = std::move(queue_.front());
  queue_.pop_front();
  if (span->failure) {
    // Nothing comes after it.
    failure_ = span->failure;
    ended_ = stopped_ = true;
    queue_.clear();
  }
  changed_.notify_all();
  if (span->rows.empty() && failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  return std::move(span->rows);
}

}  // namespace certreg::service
