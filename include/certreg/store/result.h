// Rows that a statement gave back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct pg_result;

namespace certreg::store {

// A column by its place (from 0) or its name. An unknown one is a programmer's error (std::logic_error).
struct Column {
  Column(int place) : index(place) {}
  Column(const char* column_name) : name(column_name) {}
  int index = -1;
  const char* name = nullptr;
};

// One row; keeps its result alive. The plain getters throw std::logic_error for NULL or a value of another
// shape; the `optional_` ones give nullopt for NULL.
class Row {
 public:
  bool is_null(Column column) const;
  std::string text(Column column) const;
  std::int64_t integer(Column column) const;
  double number(Column column) const;
  bool boolean(Column column) const;
  std::string bytes(Column column) const;               // of a bytea
  std::vector<std::string> array(Column column) const;  // of a one-dimensional array without NULLs
  // As it came, of a column by its place; empty for NULL. Holds as long as the row's result.
  std::string_view raw(int column) const;
  std::optional<std::string> optional_text(Column column) const;
  std::optional<std::int64_t> optional_integer(Column column) const;
  std::optional<double> optional_number(Column column) const;
  std::optional<bool> optional_boolean(Column column) const;

 private:
  friend class Result;
  Row(std::shared_ptr<const pg_result> result, int index) : result_(std::move(result)), index_(index) {}
  int place(Column column) const;
  const char* value(Column column) const;
  std::shared_ptr<const pg_result> result_;
  int index_;
};

class Result {
 public:
  class Iterator {
   public:
    Iterator(const Result& result, std::size_t index) : result_(&result), index_(index) {}
    Row operator*() const { return (*result_)[index_]; }
    Iterator& operator++() { return ++index_, *this; }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const Result* result_;
    std::size_t index_;
  };

  explicit Result(pg_result* owned);

  std::size_t size() const;
  bool empty() const { return size() == 0; }
  Row operator[](std::size_t index) const;
  std::optional<Row> first() const;  // nullopt when there are no rows
  Row only() const;                  // std::logic_error unless there is exactly one row
  std::size_t affected() const;      // rows inserted, updated or deleted
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size()}; }

 private:
  std::shared_ptr<const pg_result> result_;
};

}  // namespace certreg::store
