// Addresses of our own pages, with what is asked of them.
#pragma once

#include <string>
#include <string_view>

namespace certreg::web {

class Address {
 public:
  explicit Address(std::string_view path) : text_(path) {}

  Address& with(std::string_view name, std::string_view value);  // an empty value is left out
  Address& at(std::string_view anchor);                          // last
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace certreg::web
