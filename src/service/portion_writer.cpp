#include "service/portion_writer.h"

#include <iterator>
#include <utility>

#include "certreg/store/suppliers.h"

namespace certreg::service {
namespace {

constexpr std::size_t kMostWaiting = 2;

}  // namespace

PortionWriter::PortionWriter(store::Transaction& transaction) : transaction_(transaction) {}

PortionWriter::~PortionWriter() {
  {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
  }
  stop();
}

void PortionWriter::write(Portion portion) {
  if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return failure_ || waiting_.size() < kMostWaiting; });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::move(portion));
  changed_.notify_all();
}

std::unique_lock<std::mutex> PortionWriter::pause() {
  std::unique_lock held(transaction_mutex_);
  const std::lock_guard lock(mutex_);
  if (failure_) std::rethrow_exception(failure_);
  return held;
}

void PortionWriter::finish(Portion portion) {
  if (!thread_.joinable()) return insert(std::move(portion));
  write(std::move(portion));
  stop();
  if (failure_) std::rethrow_exception(failure_);
}

std::vector<Supplier> PortionWriter::take_suppliers() { return std::exchange(suppliers_, {}); }

void PortionWriter::run() {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    auto portion = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    lock.unlock();
    try {
      const std::lock_guard held(transaction_mutex_);
      insert(std::move(portion));
    } catch (...) {
      lock.lock();
      failure_ = std::current_exception();
      changed_.notify_all();
      return;
    }
  }
}

void PortionWriter::insert(Portion portion) {
  if (!portion.suppliers.empty()) store::insert_suppliers(transaction_, portion.suppliers);
  if (portion.versions.size() > 0) store::insert_versions(transaction_, std::move(portion.versions));
  if (!portion.changes.empty()) store::insert_register_changes(transaction_, portion.changes);
  suppliers_.insert(suppliers_.end(), std::make_move_iterator(portion.suppliers.begin()),
                    std::make_move_iterator(portion.suppliers.end()));
}

void PortionWriter::stop() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

}  // namespace certreg::service
