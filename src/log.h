// The service's log: one JSON object a line on stderr.
#pragma once

#include <initializer_list>
#include <memory>
#include <string_view>
#include <utility>

#include "config.h"

namespace certreg {

// Thread-safe; a line is written whole or not at all, and a log that cannot be written stops nothing.
class Log {
 public:
  explicit Log(LogLevel level);
  ~Log();
  Log(const Log&) = delete;
  Log& operator=(const Log&) = delete;

  using Field = std::pair<std::string_view, std::string_view>;
  // {"at": ..., "level": ..., "event": ..., fields}
  void error(std::string_view event, std::initializer_list<Field> fields = {}) const;
  void info(std::string_view event, std::initializer_list<Field> fields = {}) const;

  // A line that is JSON already, at level error.
  void failure(std::string_view json) const;

  bool takes_requests() const { return level_ >= LogLevel::Info; }
  // The same at level info; many lines are written at once, a tenth of a second later at most. What a killed
  // process had gathered is lost.
  void request(std::string_view json) const;
  void flush() const;

 private:
  class Gathered;
  LogLevel level_;
  std::unique_ptr<Gathered> gathered_;
};

}  // namespace certreg
