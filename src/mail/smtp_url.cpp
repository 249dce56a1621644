#include <curl/curl.h>

#include <charconv>
#include <optional>

#include "certreg/domain/error.h"
#include "certreg/mail/address.h"
#include "certreg/mail/smtp_mailer.h"
#include "mail/characters.h"
#include "mail/curl_parts.h"
#include "mail/letters.h"
#include "mail/server_url.h"

namespace certreg::mail {
namespace {

constexpr std::uint16_t kRelayPort = 25, kSubmissionPort = 587, kTlsPort = 465;

// What is wrong, without a word of the URL: a password that was not encoded may stand in any part.
Error wrong(const char* rule) { return invalid("smtp_url", rule); }

std::string part_of(const Url& url, CURLUPart part, const char* rule, unsigned flags = 0) {
  char* text = nullptr;
  const auto code = curl_url_get(url.get(), part, &text, flags);
  if (code == CURLUE_URLDECODE) throw wrong(rule);
  if (code != CURLUE_OK) return "";
  const std::unique_ptr<char, decltype(&curl_free)> owned(text, &curl_free);
  return text;
}

Url parsed(const std::string& text) {
  Url url = new_url();
  const bool is_whole = text.find('\0') == std::string::npos;
  if (!is_whole ||
      curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    throw wrong(
        "is no URL: write smtp://user:password@host:587, and percent-encode what is in user and password");
  return url;
}

std::string decoded(const std::string& text) {
  int length = 0;
  const std::unique_ptr<char, decltype(&curl_free)> plain(
      curl_easy_unescape(nullptr, text.c_str(), static_cast<int>(text.size()), &length), &curl_free);
  if (!plain) throw std::bad_alloc();
  return {plain.get(), static_cast<std::size_t>(length)};
}

void take_tls(const std::string& value, SmtpOptions& options) {
  if (options.tls == SmtpTls::Tls)
    throw wrong("tls is for smtp:// alone; smtps:// has it from the first byte");
  if (value != "required" && value != "none") throw wrong("tls must be required or none");
  options.tls = value == "none" ? SmtpTls::PlainToLoopbackOnly : SmtpTls::StartTlsRequired;
}

void take_option(const std::string& option, SmtpOptions& options) {
  const auto equals = option.find('=');
  const auto name = option.substr(0, equals);
  const auto value = equals == std::string::npos ? "" : decoded(option.substr(equals + 1));
  if (name == "tls")
    take_tls(value, options);
  else if (name == "ca_file" && !value.empty() && is_line(value))
    options.ca_file = value;
  else if (name == "helo" && ascii_domain(value) == value)
    options.helo_name = value;
  else
    throw wrong("has an option other than tls, ca_file and helo, or one whose value is none");
}

void take_options(std::string query, SmtpOptions& options) {
  while (!query.empty()) {
    const auto end = query.find('&');
    take_option(query.substr(0, end), options);
    query = end == std::string::npos ? "" : query.substr(end + 1);
  }
}

std::uint16_t usual_port(SmtpTls tls) {
  switch (tls) {
    case SmtpTls::Tls:
      return kTlsPort;
    case SmtpTls::StartTlsRequired:
      return kSubmissionPort;
    case SmtpTls::PlainToLoopbackOnly:
      return kRelayPort;
  }
  return kSubmissionPort;
}

std::uint16_t port_of(const std::string& digits, SmtpTls tls) {
  if (digits.empty()) return usual_port(tls);
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc() || end != digits.data() + digits.size() || port == 0)
    throw wrong("the port must be from 1 to 65535");
  return port;
}

SmtpTls usual_tls(const std::string& scheme, const std::string& host) {
  if (scheme == "smtps") return SmtpTls::Tls;
  if (scheme != "smtp") throw wrong("must begin with smtp:// or smtps://");
  return is_written_as_loopback(host) ? SmtpTls::PlainToLoopbackOnly : SmtpTls::StartTlsRequired;
}

SmtpOptions options_of(const Url& url) {
  constexpr const char* kBadEncoding =
      "user or password has a control character or is no percent-encoded UTF-8";
  SmtpOptions options;
  options.host = part_of(url, CURLUPART_HOST, "the host is badly percent-encoded");
  options.tls = usual_tls(lower_case(part_of(url, CURLUPART_SCHEME, "")), options.host);
  if (!is_host(options.host)) throw wrong("the host must be a name or an address, IPv6 in brackets");
  const auto path = part_of(url, CURLUPART_PATH, "");
  if (!path.empty() && path != "/") throw wrong("has a path behind the host");
  if (!part_of(url, CURLUPART_FRAGMENT, "").empty())
    throw wrong("has a #; write %23 where it belongs to a password");
  options.user = part_of(url, CURLUPART_USER, kBadEncoding, CURLU_URLDECODE);
  options.password = part_of(url, CURLUPART_PASSWORD, kBadEncoding, CURLU_URLDECODE);
  if (!is_line(options.user) || !is_line(options.password)) throw wrong(kBadEncoding);
  if (options.user.empty() != options.password.empty()) throw wrong("needs user and password, or neither");
  take_options(part_of(url, CURLUPART_QUERY, ""), options);
  options.port = port_of(part_of(url, CURLUPART_PORT, ""), options.tls);
  return options;
}

}  // namespace

SmtpOptions parse_smtp_url(const std::string& url) { return options_of(parsed(url)); }

}  // namespace certreg::mail
