// A path of the API with its query, built piece by piece.
#pragma once

#include <string>
#include <string_view>

namespace certreg::cli {

class Target {
 public:
  explicit Target(std::string path) : text_(std::move(path)) {}

  Target& segment(std::string_view value);  // "/" and the value, encoded
  Target& with(std::string_view name, std::string_view value);
  Target& with_some(std::string_view name, std::string_view value);  // not when it is empty

  const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool asks_ = false;
};

}  // namespace certreg::cli
