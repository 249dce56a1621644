#include "fetch/exchange.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "fetch/easy_handle.h"
#include "fetch/transfer.h"

namespace certreg::fetch {
namespace {

// Alt-Svc and HSTS keep nothing from one question to the next unless they are switched on, and they are not.
void set_ways(EasyHandle& handle) {
  handle.set(CURLOPT_PROTOCOLS_STR, "http,https");
  handle.set(CURLOPT_FOLLOWLOCATION, 0L);
  handle.set(CURLOPT_PROXY, "");  // the environment's would open the socket in our place, past the guard
  handle.set(CURLOPT_NOPROXY, "*");
  // One question a connection: HTTP/2 would save nothing, and leave its frames and packed headers to hosts
  // that we have no reason to trust.
  handle.set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  handle.set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  handle.set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  handle.set(CURLOPT_HTTP09_ALLOWED, 0L);
}

// A connection that is used again would pass the guard. The handle is new for each question and has its own
// connections and names, so there is none; this holds if that ever changes.
void forget_everything(EasyHandle& handle) {
  handle.set(CURLOPT_FRESH_CONNECT, 1L);
  handle.set(CURLOPT_FORBID_REUSE, 1L);
  handle.set(CURLOPT_DNS_CACHE_TIMEOUT, 0L);
}

Lines resolved(const Target& target, const Resolver& resolver) {
  Lines lines;
  if (!resolver) return lines;
  std::string addresses;
  for (const auto& address : resolver(target.host))
    addresses += (addresses.empty() ? "" : ",") + address.to_string();
  if (!addresses.empty()) lines.add(fmt::format("{}:{}:{}", target.host, target.port, addresses));
  return lines;
}

void set_limits(EasyHandle& handle, const Transfer& transfer, std::chrono::milliseconds time_left) {
  const auto& options = transfer.setting.options;
  handle.set(CURLOPT_NOSIGNAL, 1L);
  handle.set(CURLOPT_TIMEOUT_MS, static_cast<long>(time_left.count()));
  handle.set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min(time_left, options.connect_time).count()));
  handle.set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(options.slow_bytes_per_second));
  handle.set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.slow_time.count()));
  // Sees only the length that is announced; the transfer counts what comes, before and after the decoder.
  if (transfer.first_bytes == 0)
    handle.set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(options.max_body_bytes));
}

Lines lines_of(const Question& question) {
  Lines lines;
  for (const auto& line : question.header_lines) lines.add(line);
  // Else libcurl waits a second for a "100 Continue" that most servers never send.
  if (question.content != nullptr) lines.add("Expect:");
  return lines;
}

void set_content(EasyHandle& handle, const std::string& content) {
  handle.set(CURLOPT_POST, 1L);
  handle.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(content.size()));
  handle.set(CURLOPT_POSTFIELDS, content.data());
}

// The status of an error or a redirect says all that is wanted: what became of its body does not matter.
bool is_answered(const Transfer& transfer, CURLcode code, int status) {
  const bool cut_by_size = code == CURLE_FILESIZE_EXCEEDED || transfer.too_large;
  return code == CURLE_OK || transfer.body_unwanted || transfer.has_enough ||
         (cut_by_size && !has_wanted_body(status));
}

// What libcurl 7.88 says of a line beyond 100 KB, which it never hands to the callback.
constexpr CURLcode kHeaderLineTooLong = CURLE_OUT_OF_MEMORY;

void judge_end(const Transfer& transfer, CURLcode code, const char* error_text, Exchange& exchange) {
  if (is_answered(transfer, code, exchange.status)) {
    exchange.end = ExchangeEnd::Answered;
  } else if (transfer.too_large || code == CURLE_FILESIZE_EXCEEDED) {
    exchange.end = ExchangeEnd::TooLarge;
    exchange.detail =
        fmt::format("the content is larger than {} bytes", transfer.setting.options.max_body_bytes);
  } else if (transfer.too_many_headers || code == kHeaderLineTooLong) {
    exchange.end = ExchangeEnd::TooManyHeaders;
    exchange.detail = "the answer's header is larger than allowed";
  } else if (exchange.status == 0 && !transfer.refused_address.empty()) {
    exchange.end = ExchangeEnd::AddressRefused;
    exchange.detail = fmt::format("the address {} is not on the public internet", transfer.refused_address);
  } else if (transfer.setting.stopping) {
    exchange.detail = "the fetch was stopped";
  } else {
    exchange.end = ExchangeEnd::Broken;
    exchange.detail = *error_text != '\0' ? error_text : curl_easy_strerror(code);
  }
}

}  // namespace

Exchange ask(const Target& target, const Question& question, const Setting& setting,
             std::chrono::milliseconds time_left) {
  const auto lines = lines_of(question);
  const auto addresses = resolved(target, setting.options.resolver);
  Transfer transfer{.setting = setting, .first_bytes = question.first_bytes};
  std::array<char, CURL_ERROR_SIZE> error_text{};
  EasyHandle handle;  // last, since it may call back until it is gone
  handle.set(CURLOPT_URL, target.address.c_str());
  handle.set(CURLOPT_USERAGENT, setting.options.user_agent.c_str());
  handle.set(CURLOPT_HTTPHEADER, lines.get());
  handle.set(CURLOPT_RESOLVE, addresses.get());
  handle.set(CURLOPT_ACCEPT_ENCODING, "");
  handle.set(CURLOPT_ERRORBUFFER, error_text.data());
  if (question.content != nullptr) set_content(handle, *question.content);
  set_ways(handle);
  forget_everything(handle);
  set_limits(handle, transfer, time_left);
  put_under_guard(handle, transfer);

  const CURLcode code = curl_easy_perform(handle.get());
  Exchange exchange;
  exchange.status = static_cast<int>(status_of(handle.get()));
  judge_end(transfer, code, error_text.data(), exchange);
  if (exchange.end != ExchangeEnd::Answered) return exchange;
  exchange.location = handle.header("Location");
  exchange.content_type = handle.header("Content-Type");
  exchange.etag = handle.header("ETag");
  exchange.last_modified = handle.header("Last-Modified");
  exchange.retry_after = handle.header("Retry-After");
  exchange.body = std::move(transfer.body);
  return exchange;
}

}  // namespace certreg::fetch
