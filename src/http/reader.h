// Reads one request after the other from bytes as they arrive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "certreg/http/limits.h"
#include "certreg/http/request.h"
#include "http/head_rules.h"
#include "http/refusal.h"

namespace certreg::http {

class Reader {
 public:
  enum class State {
    NeedsMore,  // give the bytes that were not used again, with more after them
    HeadDone,   // once a request: call allow_body() before going on
    Done,       // take() the request
    Refused,    // see refusal(); nothing more can be read
  };
  struct Step {
    std::size_t used;
    State state;
  };

  explicit Reader(const Limits& limits);
  ~Reader();

  // `data` is not empty. Goes no further than the end of the head, then of the request. The memory used grows
  // with what arrived, never with what was announced.
  Step read(std::string_view data);
  // What comes of the body beyond some hundred KiB goes into a file there; call it with allow_body().
  void keep_body_in(const std::filesystem::path& folder);
  void allow_body(std::uint64_t limit);  // a body announced or growing beyond it is refused with 413
  Request take();                        // and begin anew

  bool has_begun() const;
  bool is_in_body() const;
  bool is_done() const;
  std::uint64_t body_bytes() const;  // that came so far
  const Request& request() const;
  Request& request();
  Version version() const;
  bool keeps_alive() const;
  bool announces_more_than(std::uint64_t limit) const;
  Refusal refusal() const;

 private:
  class Parser;
  void begin();
  Step stop(std::size_t used, Refusal refusal);

  const Limits& limits_;
  std::unique_ptr<Parser> parser_;  // made anew in its place for each request
  bool has_begun_ = false;
  std::size_t head_bytes_ = 0;
  bool head_told_ = false;
  Refusal refusal_;
};

}  // namespace certreg::http
