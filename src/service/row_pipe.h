// Rows on their way into the register: told apart in one thread, read and prepared in as many as there are
// cores, and given out in their order. Some thousand are under way at most.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "service/offer.h"
#include "service/row_reading.h"

namespace certreg::service {

struct PreparedRow {
  std::string name;
  std::int64_t number = 0;
  std::optional<Offer> offer;  // prepared; none when there are problems
  std::vector<FieldProblem> problems;
};

class RowPipe {
 public:
  using Take = std::function<void(UnreadRow)>;
  using Prepare = std::function<PreparedRow(const UnreadRow& read, OfferPreparation& preparation)>;

  // `read` gives the rows to `take` one after another; `prepare` is called by several threads at once.
  RowPipe(std::function<void(const Take& take)> read, Prepare prepare, unsigned workers);
  ~RowPipe();  // ends the reading
  RowPipe(const RowPipe&) = delete;
  RowPipe& operator=(const RowPipe&) = delete;

  // The next rows; none at the end. Throws what `read` or `prepare` threw, after the rows before it.
  std::vector<PreparedRow> next();

 private:
  struct Stopped {};
  struct Span {
    std::vector<UnreadRow> unread;
    std::vector<PreparedRow> rows;
    std::exception_ptr failure;
    bool is_prepared = false;
  };
  void run(const std::function<void(const Take&)>& read);
  void push(std::vector<UnreadRow> rows);
  void work(const Prepare& prepare);
  std::shared_ptr<Span> take_unprepared();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Span>> queue_, unprepared_;  // in the order of the rows
  bool ended_ = false, stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

}  // namespace certreg::service
