// A request that is being answered: what the answer's form and the log line need after the request has gone.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>

#include "certreg/http/request.h"
#include "http/answer.h"
#include "http/head_rules.h"

namespace certreg::http {

struct Exchange {
  std::shared_ptr<const Request> request;
  Version version = Version::Http11;
  bool keeps_alive = false;
  bool by_gate = false;  // refused by the gate itself
  std::chrono::steady_clock::time_point began;
  int status = 0;
  std::uint64_t body_bytes = 0;

  bool has_body(int answer_status) const {
    return request->method != Method::Head && allows_body(answer_status);
  }
};

// How the answer is framed; keeps_alive becomes false where only the end of the connection can end the body.
Framing frame(Exchange& exchange, const Response& response);

}  // namespace certreg::http
