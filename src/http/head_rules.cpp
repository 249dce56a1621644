#include "http/head_rules.h"

#include <algorithm>
#include <array>

#include "http/target.h"

namespace certreg::http {
namespace {

Method method_of(std::string_view text) {
  struct Entry {
    std::string_view text;
    Method method;
  };
  static constexpr std::array kMethods = {Entry{"GET", Method::Get},        Entry{"HEAD", Method::Head},
                                          Entry{"POST", Method::Post},      Entry{"PUT", Method::Put},
                                          Entry{"PATCH", Method::Patch},    Entry{"DELETE", Method::Delete},
                                          Entry{"OPTIONS", Method::Options}};
  const auto entry = std::ranges::find(kMethods, text, &Entry::text);
  return entry == kMethods.end() ? Method::Other : entry->method;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool has_right_hosts(const Request& request, Version version) {
  const std::size_t hosts = request.count("host");
  return hosts == 1 || (hosts == 0 && version == Version::Http10);
}

// RFC 9112, 6.1 and 6.3: whatever two recipients could frame differently is refused (request smuggling).
std::optional<Refusal> check_framing(const Request& request, Version version) {
  const std::string* coding = request.header("transfer-encoding");
  const std::string* length = request.header("content-length");
  if (coding && length) return Refusal{400, "Content-Length and Transfer-Encoding exclude each other"};
  if (request.count("transfer-encoding") > 1 || request.count("content-length") > 1) {
    return Refusal{400, "the length of the body is given twice"};
  }
  if (length && !is_number(*length)) return Refusal{400, "Content-Length must be a number"};
  if (!coding) return std::nullopt;
  if (version == Version::Http10 || !is_same_name(*coding, "chunked")) {
    return Refusal{400, "the only transfer coding understood is chunked, in HTTP/1.1"};
  }
  return std::nullopt;
}

}  // namespace

bool expects_continue(const Request& request) {
  const std::string* expectation = request.header("expect");
  return expectation && is_same_name(*expectation, "100-continue");
}

std::optional<Refusal> complete_head(Request& request, Version version) {
  request.method = method_of(request.method_text);
  if (!has_right_hosts(request, version)) return Refusal{400, "exactly one Host is required"};
  if (auto refusal = check_framing(request, version)) return refusal;
  if (request.header("expect") && !expects_continue(request)) return Refusal{417, "unknown expectation"};
  std::optional<Target> target = parse_target(request.method_text, request.target);
  if (!target) return Refusal{400, "the request target is malformed"};
  request.path = std::move(target->path);
  request.segments = std::move(target->segments);
  request.query = std::move(target->query);
  return std::nullopt;
}

}  // namespace certreg::http
