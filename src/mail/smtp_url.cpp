#include <curl/curl.h>

#include <memory>

#include "certreg/domain/error.h"
#include "certreg/mail/smtp_mailer.h"

namespace certreg::mail {
namespace {

struct Closer {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, Closer>;

constexpr const char* kRule =
    "must be smtp://HOST[:PORT], smtps://HOST[:PORT] or smtp://127.0.0.1[:PORT]?tls=none, with "
    "USER:PASSWORD@ "
    "before the host if need be";

std::string part(const Url& url, CURLUPart what) {
  char* value = nullptr;
  if (curl_url_get(url.get(), what, &value, CURLU_URLDECODE) != CURLUE_OK) return {};
  std::string text(value);
  curl_free(value);
  return text;
}

SmtpSecurity security_of(const std::string& scheme, const std::string& query) {
  if (scheme == "smtps" && query.empty()) return SmtpSecurity::Tls;
  if (scheme == "smtp" && (query.empty() || query == "tls=required")) return SmtpSecurity::StartTls;
  if (scheme == "smtp" && query == "tls=none") return SmtpSecurity::PlainLoopback;
  throw invalid("smtp", kRule);
}

std::uint16_t default_port(SmtpSecurity security) {
  switch (security) {
    case SmtpSecurity::StartTls:
      return 587;
    case SmtpSecurity::Tls:
      return 465;
    case SmtpSecurity::PlainLoopback:
      return 25;
  }
  return 587;
}

}  // namespace

SmtpOptions parse_smtp_url(std::string_view text) {
  const Url url(curl_url());
  if (curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), CURLU_NON_SUPPORT_SCHEME) !=
      CURLUE_OK)
    throw invalid("smtp", kRule);
  SmtpOptions options;
  options.security = security_of(part(url, CURLUPART_SCHEME), part(url, CURLUPART_QUERY));
  options.host = part(url, CURLUPART_HOST);
  const auto path = part(url, CURLUPART_PATH);
  if (options.host.empty() || (!path.empty() && path != "/") || !part(url, CURLUPART_FRAGMENT).empty())
    throw invalid("smtp", kRule);
  const auto port = part(url, CURLUPART_PORT);
  options.port = port.empty() ? default_port(options.security) : static_cast<std::uint16_t>(std::stoi(port));
  options.user = part(url, CURLUPART_USER);
  options.password = part(url, CURLUPART_PASSWORD);
  if (options.user.empty() != options.password.empty())
    throw invalid("smtp", "needs a password with its user");
  return options;
}

}  // namespace certreg::mail
