// One JSON object on one line, written member by member; a document in memory would cost more than all the
// rest.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace certreg::bench {

class JsonLine {
 public:
  explicit JsonLine(std::string& out) : out_(out) { out_ += '{'; }

  JsonLine& text(std::string_view name, std::string_view value) {
    start(name);
    quote(value);
    return *this;
  }
  // Left out when empty.
  JsonLine& text_if(std::string_view name, std::string_view value) {
    return value.empty() ? *this : text(name, value);
  }
  JsonLine& texts(std::string_view name, const std::vector<std::string>& values) {
    return list(name, values, [this](const std::string& value) { quote(value); });
  }
  // `write` writes each item, an object by a JsonLine of its own.
  template <class Item, class Write>
  JsonLine& list(std::string_view name, const std::vector<Item>& items, const Write& write) {
    start(name);
    out_ += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) out_ += ',';
      write(items[i]);
    }
    out_ += ']';
    return *this;
  }
  void finish() { out_ += '}'; }

 private:
  void start(std::string_view name) {
    if (out_.back() != '{') out_ += ',';
    quote(name);
    out_ += ':';
  }
  void quote(std::string_view value) {
    out_ += '"';
    for (const char sign : value) {
      if (sign == '"' || sign == '\\') out_ += '\\';
      out_ += sign;
    }
    out_ += '"';
  }

  std::string& out_;
};

}  // namespace certreg::bench
