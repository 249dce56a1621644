// One transfer of libcurl under guard: where it may connect and how much it may bring.
#pragma once

#include <curl/curl.h>

#include <cstddef>
#include <string>

#include "fetch/easy_handle.h"
#include "fetch/exchange.h"

namespace certreg::fetch {

// Only these two bring content; of every other answer the status says all that is wanted.
constexpr bool has_wanted_body(long status) { return status == 200 || status == 203; }

// What the callbacks see and decide. Outlives the handle.
struct Transfer {
  const Setting& setting;
  std::size_t first_bytes = 0;  // as in FetchRequest
  CURL* handle = nullptr;
  std::string body;
  std::size_t headers = 0, header_bytes = 0;
  std::string refused_address;
  bool too_large = false, too_many_headers = false, body_unwanted = false, has_enough = false;
};

long status_of(CURL* handle);

// Lets `handle` connect, receive and go on only as `transfer` allows.
void put_under_guard(EasyHandle& handle, Transfer& transfer);

}  // namespace certreg::fetch
