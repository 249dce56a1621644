// Bytes that somebody keeps, in memory or in a file: passed on without a copy.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace certreg {

class HeldBytes {
 public:
  HeldBytes() = default;
  HeldBytes(std::string bytes) {
    auto kept = std::make_shared<const std::string>(std::move(bytes));
    view_ = *kept;
    keeper_ = std::move(kept);
  }
  HeldBytes(const char* bytes) : HeldBytes(std::string(bytes)) {}
  // `view` stays as it is while `keeper` lives.
  HeldBytes(std::shared_ptr<const void> keeper, std::string_view view)
      : keeper_(std::move(keeper)), view_(view) {}

  operator std::string_view() const { return view_; }
  std::string_view view() const { return view_; }
  std::size_t size() const { return view_.size(); }
  bool empty() const { return view_.empty(); }

 private:
  std::shared_ptr<const void> keeper_;
  std::string_view view_;
};

}  // namespace certreg
