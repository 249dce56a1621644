// Rows that are read in a thread of their own while those before them are settled: as many as fit a bounded
// queue.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "service/row_reading.h"

namespace certreg::service {

class RowPipe {
 public:
  using Take = std::function<void(RowRead)>;

  // `read` gives the rows to `take` one after another.
  explicit RowPipe(std::function<void(const Take& take)> read);
  ~RowPipe();  // ends the reading
  RowPipe(const RowPipe&) = delete;
  RowPipe& operator=(const RowPipe&) = delete;

  // The next rows; none at the end. Throws what `read` threw, after the rows before it.
  std::vector<RowRead> next();

 private:
  struct Stopped {};
  void run(const std::function<void(const Take&)>& read);
  void push(std::vector<RowRead> rows);

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::vector<RowRead>> queue_;
  bool ended_ = false, stopped_ = false;
  std::exception_ptr failure_;
  std::thread reader_;
};

}  // namespace certreg::service
