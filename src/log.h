// The service's log: one JSON object a line on stderr.
#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>

#include "config.h"

namespace certreg {

// Thread-safe; a line is written whole or not at all, and a log that cannot be written stops nothing.
class Log {
 public:
  explicit Log(LogLevel level) : level_(level) {}

  using Field = std::pair<std::string_view, std::string_view>;
  // {"at": ..., "level": ..., "event": ..., fields}
  void error(std::string_view event, std::initializer_list<Field> fields = {}) const;
  void info(std::string_view event, std::initializer_list<Field> fields = {}) const;

  // A line that is JSON already, at level info.
  void line(std::string_view json) const;

 private:
  LogLevel level_;
};

}  // namespace certreg
