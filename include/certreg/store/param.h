// A value for a placeholder ($1, $2 ...) of a statement.
#pragma once

#include <charconv>
#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace certreg::store {

// Made implicitly from texts, whole and floating numbers, bool, nullopt and optionals of these. Dates,
// instants and JSON go as text. A text must not hold a NUL byte: PostgreSQL has none in its texts, the
// statement is refused (Invalid).
class Param {
 public:
  Param(std::nullopt_t) {}
  Param(const char* text) : value_(text) {}
  Param(std::string_view text) : value_(text) {}
  Param(std::string text) : value_(std::move(text)) {}
  Param(bool value) : value_(value ? "t" : "f") {}
  template <typename Number>
  requires(std::integral<Number> || std::floating_point<Number>) Param(Number number) {
    char digits[64];
    value_.emplace(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  }
  template <typename T>
  Param(const std::optional<T>& value) {
    if (value) *this = Param(*value);
  }

  // A bytea. The only kind that is sent in binary.
  static Param bytes(std::string_view bytes);

  // An array, for `= any ($1)` and `unnest`; cast it in the statement ($1::uuid[]).
  static Param array(std::span<const std::string> items);

  bool is_null() const { return !value_; }
  bool is_binary() const { return binary_; }
  const std::string& value() const { return *value_; }

 private:
  std::optional<std::string> value_;
  bool binary_ = false;
};

using Params = std::vector<Param>;

}  // namespace certreg::store
