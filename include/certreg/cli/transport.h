// How the command line reaches the register's API: one request, one answer.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "certreg/http/request.h"
#include "certreg/http/response.h"

namespace certreg::cli {

using Sink = std::function<void(std::string_view part)>;

// Of the request only method_text, target, headers and the body count; of the answer status, content_type,
// headers and body are filled. Throws Error(Unavailable) when nobody answers. One thread at a time. What
// keeps the other side alive is released with the last copy.
class Transport {
 public:
  using Ask = std::function<http::Response(const http::Request&)>;
  using Stream = std::function<http::Response(const http::Request&, const Sink&)>;

  Transport() = default;  // asks nobody; to be replaced before it is used
  template <class Callable>
  requires(std::is_invocable_r_v<http::Response, Callable&, const http::Request&> &&
           !std::is_same_v<Callable, Transport>) Transport(Callable ask)
      : ask_(std::move(ask)) {}
  Transport(Ask ask, Stream stream) : ask_(std::move(ask)), stream_(std::move(stream)) {}

  http::Response operator()(const http::Request& request) const { return ask_(request); }

  // The body of an answer below 300 goes to `sink` as it comes; that of another stays in the answer.
  http::Response stream(const http::Request& request, const Sink& sink) const {
    if (stream_) return stream_(request, sink);
    auto response = ask_(request);
    if (response.status < 300) sink(std::exchange(response.body, {}));
    return response;
  }

 private:
  Ask ask_;
  Stream stream_;  // none: answers are short
};

// Speaks HTTP to `address` ("http://127.0.0.1:8080") with the API key `key`; no proxy, no redirects.
Transport http_transport(const std::string& address, const std::string& key);

}  // namespace certreg::cli
