#include "fetch/url.h"

#include <new>

namespace certreg::fetch {

Url new_url() {
  Url url(curl_url());
  if (!url) throw std::bad_alloc();
  return url;
}

std::optional<std::string> part_of(const Url& url, CURLUPart part, unsigned flags) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return std::nullopt;
  const std::unique_ptr<char, decltype(&curl_free)> owned(text, &curl_free);
  return std::string(text);
}

std::string lower_case(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::string host_in(const Url& url) {
  auto host = lower_case(part_of(url, CURLUPART_HOST).value_or(""));
  if (host.ends_with('.')) host.pop_back();
  return host;
}

}  // namespace certreg::fetch
