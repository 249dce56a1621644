// The API as values: JSON in, JSON out, refusals as Error.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "certreg/cli/transport.h"
#include "certreg/codec/json.h"
#include "cli/target.h"

namespace certreg::cli {

using codec::Json;

// Every call throws Error: a problem document becomes one of its kind, with its fields.
class Client {
 public:
  explicit Client(Transport transport) : transport_(std::move(transport)) {}

  Json get(const Target& target);
  Json post(const Target& target, const Json& body);
  Json put(const Target& target, const Json& body);
  Json remove(const Target& target);

  struct Upload {
    std::string media_type;
    HeldBytes bytes;
  };
  Json upload(const Target& target, Upload upload);
  std::string upload_for_text(const Target& target, Upload upload);  // the answer as it came

  std::string file(const Target& target);  // its bytes
  // A long answer, part by part.
  void stream(const Target& target, const Sink& sink);

  // The items of a list, page after page, at most `limit`.
  std::vector<Json> list(const Target& target, std::size_t limit);

 private:
  http::Response ask(std::string method, const std::string& target, std::string media_type, std::string body);
  http::Response send(const Target& target, Upload upload);
  Transport transport_;
};

}  // namespace certreg::cli
