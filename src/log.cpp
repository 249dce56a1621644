#include "log.h"

#include <unistd.h>

#include <nlohmann/json.hpp>
#include <string>

#include "certreg/codec/json.h"
#include "certreg/service/clock.h"

namespace certreg {
namespace {

void write_line(std::string text) {
  text += '\n';
  // One call a line keeps lines of several threads apart.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string json_line(const char* level, std::string_view event, std::initializer_list<Log::Field> fields) {
  codec::Json line = {
      {"at", to_string(service::SystemClock().now())}, {"level", level}, {"event", std::string(event)}};
  for (const auto& [name, value] : fields) line[std::string(name)] = std::string(value);
  return codec::dump(line);
}

}  // namespace

void Log::error(std::string_view event, std::initializer_list<Field> fields) const {
  write_line(json_line("error", event, fields));
}

void Log::info(std::string_view event, std::initializer_list<Field> fields) const {
  if (level_ >= LogLevel::Info) write_line(json_line("info", event, fields));
}

void Log::line(std::string_view json) const {
  if (level_ >= LogLevel::Info) write_line(std::string(json));
}

}  // namespace certreg
