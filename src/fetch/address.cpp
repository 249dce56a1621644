#include "certreg/fetch/address.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>

namespace certreg::fetch {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, FreeUrl>;

Url new_url() {
  Url url(curl_url());
  if (!url) throw std::bad_alloc();
  return url;
}

bool set(const Url& url, const std::string& text) {
  return text.find('\0') == std::string::npos &&
         curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE) ==
             CURLUE_OK;
}

std::optional<std::string> part_of(const Url& url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK) return std::nullopt;
  const std::unique_ptr<char, decltype(&curl_free)> owned(text, &curl_free);
  return std::string(text);
}

std::string lower_ascii(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return text;
}

}  // namespace

std::string resolve_address(const std::string& base, const std::string& reference) {
  const Url url = new_url();
  if (!set(url, base)) return {};
  // The library takes "#top" for an address without a path (curl 7.88).
  if (!reference.starts_with('#') && !set(url, reference)) return {};
  const auto scheme = part_of(url, CURLUPART_SCHEME).value_or("");
  if (scheme != "http" && scheme != "https") return {};
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  return part_of(url, CURLUPART_URL).value_or("");
}

std::string host_of(const std::string& address) {
  const Url url = new_url();
  return set(url, address) ? lower_ascii(part_of(url, CURLUPART_HOST).value_or("")) : std::string();
}

std::string_view without_scheme(std::string_view address) {
  const auto at = address.find("://");
  return at == std::string_view::npos ? address : address.substr(at + 3);
}

}  // namespace certreg::fetch
