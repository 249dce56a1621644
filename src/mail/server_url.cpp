#include "mail/server_url.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/mail/address.h"
#include "mail/curl_parts.h"
#include "mail/letters.h"

namespace certreg::mail {
namespace {

bool is_bracketed_address(const std::string& host) {
  if (!host.starts_with('[')) return false;
  const Url url = new_url();  // libcurl's own judgement of IPv6
  return curl_url_set(url.get(), CURLUPART_HOST, host.c_str(), 0) == CURLUE_OK;
}

bool is_dotted_address(const std::string& host) {
  const auto is_allowed = [](char c) { return c == '.' || is_digit(c); };
  return std::count(host.begin(), host.end(), '.') == 3 && std::all_of(host.begin(), host.end(), is_allowed);
}

}  // namespace

bool is_host(const std::string& host) {
  return is_bracketed_address(host) || is_dotted_address(host) || ascii_domain(host).has_value();
}

bool is_written_as_loopback(const std::string& host) {
  const auto name = lower_case(host);
  return name == "localhost" || name == "[::1]" || (is_dotted_address(name) && name.starts_with("127."));
}

std::string server_url(const SmtpOptions& options) {
  const auto* scheme = options.tls == SmtpTls::Tls ? "smtps" : "smtp";
  return fmt::format("{}://{}:{}/{}", scheme, ascii_domain(options.host).value_or(options.host), options.port,
                     options.helo_name);
}

}  // namespace certreg::mail
