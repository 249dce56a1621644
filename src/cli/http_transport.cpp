#include <curl/curl.h>

#include <memory>

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

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* target) {
  static_cast<http::Response*>(target)->body.append(bytes, size * count);
  return size * count;
}

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* target) {
  const std::string line(bytes, size * count);
  const auto colon = line.find(':');
  if (colon == std::string::npos) return line.size();
  const auto begin = line.find_first_not_of(" \t", colon + 1);
  const auto end = line.find_last_not_of(" \t\r\n");
  auto& response = *static_cast<http::Response*>(target);
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

void set_up(CURL* handle, const http::Request& request, const std::string& url, http::Response& response) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, kConnectSeconds);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, kTotalSeconds);
  curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, request.method_text.c_str());
  if (request.method_text != "GET") {
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
  }
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &response);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &response);
}

}  // namespace

Transport http_transport(const std::string& address, const std::string& key) {
  static const auto initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
  (void)initialised;
  // Kept between requests for its connection.
  const std::shared_ptr<CURL> handle(curl_easy_init(), [](CURL* used) { curl_easy_cleanup(used); });
  if (!handle) throw std::bad_alloc();
  return [handle, address, key](const http::Request& request) {
    http::Response response;
    curl_easy_reset(handle.get());
    const auto headers = header_list(request, key);
    set_up(handle.get(), request, address + request.target, response);
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    const auto code = curl_easy_perform(handle.get());
    if (code != CURLE_OK)
      throw Error(ErrorKind::Unavailable, address + " does not answer: " + curl_easy_strerror(code));
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    response.status = static_cast<int>(status);
    return response;
  };
}

}  // namespace certreg::cli
