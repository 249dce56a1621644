#include "api/log.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/codec/json_writer.h"

namespace certreg::api {

using codec::Json;

void write_access_line(std::string& out, const http::AccessLine& line, Instant now) {
  codec::JsonWriter writer(out);
  const auto put = [&writer](std::string_view name, std::string_view text) {
    writer.key(name);
    writer.text(text);
  };
  const auto put_number = [&writer](std::string_view name, auto number) {
    writer.key(name);
    writer.integer(static_cast<std::int64_t>(number));
  };
  writer.begin_object();
  put("at", to_string(now));
  writer.json(R"("level":"info","event":"request")");
  put("method", line.method);
  put("target", line.target);
  put("peer", line.peer);
  put_number("status", line.status);
  put_number("bytes", line.body_bytes);
  put_number("microseconds", line.duration.count());
  writer.key("cut");
  writer.boolean(line.cut);
  writer.end_object();
}

std::string failure_line(const Problem& problem, std::string_view operation, std::string_view internal,
                         Instant now) {
  return codec::dump(Json{{"at", to_string(now)},
                          {"level", "error"},
                          {"event", "failure"},
                          {"operation", std::string(operation)},
                          {"request_id", problem.request_id},
                          {"detail", problem.detail},
                          {"internal", std::string(internal)}});
}

std::string text_of(const std::exception_ptr& failure) {
  try {
    std::rethrow_exception(failure);
  } catch (const Error& error) {
    return error.internal.empty() ? error.what() : error.internal;
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "not a standard exception";
  }
}

}  // namespace certreg::api
