#include <curl/curl.h>

#include <exception>
#include <memory>
#include <utility>

#include "certreg/cli/transport.h"
#include "certreg/domain/error.h"

namespace certreg::cli {
namespace {

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

constexpr long kConnectSeconds = 10;
// The API answers within seconds; an upload of the largest document over a slow line may take minutes.
constexpr long kTotalSeconds = 900;

// Of a request on its way.
struct Transfer {
  CURL* handle = nullptr;
  http::Response response;
  const Sink* sink = nullptr;  // for a long answer
  std::exception_ptr failure;  // of the sink

  bool goes_to_sink() const {
    long status = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return sink != nullptr && status < 300;
  }
};

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* target) {
  auto& transfer = *static_cast<Transfer*>(target);
  const std::string_view part(bytes, size * count);
  if (!transfer.goes_to_sink()) {
    transfer.response.body += part;
    return part.size();
  }
  try {
    (*transfer.sink)(part);
    return part.size();
  } catch (...) {  // not through a library in C
    transfer.failure = std::current_exception();
    return CURL_WRITEFUNC_ERROR;
  }
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* target) {
  const std::string line(bytes, size * count);
  const auto colon = line.find(':');
  if (colon == std::string::npos) return line.size();
  const auto begin = line.find_first_not_of(" \t", colon + 1);
  const auto end = line.find_last_not_of(" \t\r\n");
  auto& response = static_cast<Transfer*>(target)->response;
  response.headers.push_back({line.substr(0, colon), begin == std::string::npos || end < begin
                                                         ? ""
                                                         : line.substr(begin, end - begin + 1)});
  if (http::is_same_name(response.headers.back().name, "Content-Type"))
    response.content_type = response.headers.back().value;
  return line.size();
}

List header_list(const http::Request& request, const std::string& key) {
  List list;
  const auto add = [&](const std::string& line) {
    auto* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)list.release();
    list.reset(longer);
  };
  for (const auto& header : request.headers) add(header.name + ": " + header.value);
  if (!key.empty()) add("Authorization: Bearer " + key);
  add("Expect:");
  return list;
}

void set_up(CURL* handle, const http::Request& request, const std::string& url, Transfer& transfer) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  // A register of millions takes as long as it takes, as long as something comes.
  if (transfer.sink == nullptr) curl_easy_setopt(handle, CURLOPT_TIMEOUT, kTotalSeconds);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, kTotalSeconds);
  curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method_text.c_str());
  if (request.method_text != "GET") {
    const auto body = request.content();
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.empty() ? "" : body.data());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  }
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
}

}  // namespace

Transport http_transport(const std::string& address, const std::string& key) {
  static const auto initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
  (void)initialised;
  // Kept between requests for its connection.
  const std::shared_ptr<CURL> handle(curl_easy_init(), [](CURL* used) { curl_easy_cleanup(used); });
  if (!handle) throw std::bad_alloc();
  const auto ask = [handle, address, key](const http::Request& request, const Sink* sink) {
    Transfer transfer{.handle = handle.get(), .response = {}, .sink = sink, .failure = {}};
    curl_easy_reset(handle.get());
    const auto headers = header_list(request, key);
    set_up(handle.get(), request, address + request.target, transfer);
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    const auto code = curl_easy_perform(handle.get());
    if (transfer.failure) std::rethrow_exception(transfer.failure);
    if (code != CURLE_OK)
      throw Error(ErrorKind::Unavailable, address + " does not answer: " + curl_easy_strerror(code));
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    transfer.response.status = static_cast<int>(status);
    return std::move(transfer.response);
  };
  return {[ask](const http::Request& request) { return ask(request, nullptr); },
          [ask](const http::Request& request, const Sink& sink) { return ask(request, &sink); }};
}

}  // namespace certreg::cli
