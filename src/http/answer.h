// An answer's head as bytes.
#pragma once

#include <cstdint>
#include <string>

#include "certreg/http/response.h"

namespace certreg::http {

enum class Body { None, Length, Chunked, UntilClose };
enum class Afterwards { Close, Keep, KeepAsTold };  // KeepAsTold: HTTP/1.0, whose client must be told

struct Framing {
  Body body = Body::Length;
  std::uint64_t length = 0;
  Afterwards afterwards = Afterwards::Close;
};

// False when sending it would break the framing or let a value end its line.
bool is_sendable(const Response& response);
bool allows_body(int status);

void write_head(std::string& out, const Response& response, const Framing& framing);  // appends
std::string write_chunk(std::string_view bytes);                                      // `bytes` is not empty
std::string_view last_chunk();

}  // namespace certreg::http
