// libcurl's own URL parser, so that what is judged is what is then asked.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <optional>
#include <string>

namespace certreg::fetch {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

Url new_url();  // throws std::bad_alloc
std::optional<std::string> part_of(const Url& url, CURLUPart part, unsigned flags = 0);

std::string lower_case(std::string text);  // ASCII

// In lower case, without the dot of an absolute name ("host.example."); empty when there is none.
std::string host_in(const Url& url);

}  // namespace certreg::fetch
