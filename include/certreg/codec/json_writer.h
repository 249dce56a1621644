// Writes JSON text without a tree, for answers that are asked for often: the bytes that codec::dump would
// give for the same values. Not thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace certreg::codec {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}  // appends to it

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);    // a name of ours, that needs no escape
  void text(std::string_view value);  // bytes that are no UTF-8 come out as U+FFFD
  void integer(std::int64_t value);
  void real(double value);  // null when it is not finite
  void boolean(bool value);
  void null();
  void json(std::string_view value);  // JSON already

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace certreg::codec
