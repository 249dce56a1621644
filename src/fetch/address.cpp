#include "certreg/fetch/address.h"

#include "fetch/url.h"

namespace certreg::fetch {
namespace {

bool set(const Url& url, const std::string& text) {
  return text.find('\0') == std::string::npos &&
         curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME | CURLU_URLENCODE) ==
             CURLUE_OK;
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
  return set(url, address) ? host_in(url) : std::string();
}

std::string_view without_scheme(std::string_view address) {
  const auto at = address.find("://");
  return at == std::string_view::npos ? address : address.substr(at + 3);
}

}  // namespace certreg::fetch
