// One field of a request's or an answer's head.
#pragma once

#include <string>
#include <string_view>

namespace certreg::http {

struct Header {
  std::string name, value;
};

// Fields that every answer has, as they are sent: no string for each. Throws std::logic_error for what would
// end a line.
class HeaderLines {
 public:
  void add(std::string_view name, std::string_view value);
  const std::string& text() const { return text_; }  // each ends in CRLF

 private:
  std::string text_;
};

// Field names are compared without regard to ASCII case (RFC 9110, 5.1).
bool is_same_name(std::string_view left, std::string_view right);

}  // namespace certreg::http
