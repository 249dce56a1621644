#include "certreg/mail/smtp_mailer.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "certreg/domain/error.h"
#include "certreg/mail/address.h"
#include "mail/body.h"
#include "mail/characters.h"
#include "mail/header_lines.h"
#include "mail/server_url.h"
#include "mail/transfer.h"

namespace certreg::mail {
namespace {

using Clock = std::chrono::steady_clock;

// The environment's proxies would open the socket in our place, past the guard; its netrc has other
// passwords.
void set_ways(EasyHandle& handle) {
  handle.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  handle.set(CURLOPT_PROXY, "");
  handle.set(CURLOPT_NOPROXY, "*");
  handle.set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  // One connection a message: the guard sees each, and QUIT is said before `send` returns.
  handle.set(CURLOPT_FRESH_CONNECT, 1L);
  handle.set(CURLOPT_FORBID_REUSE, 1L);
}

void set_encryption(EasyHandle& handle, const SmtpOptions& options) {
  const bool is_plain = options.tls == SmtpTls::PlainToLoopbackOnly;
  handle.set(CURLOPT_USE_SSL, static_cast<long>(is_plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  handle.set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  handle.set(CURLOPT_SSL_VERIFYPEER, 1L);
  handle.set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (options.ca_file.empty()) return;
  handle.set(CURLOPT_CAINFO, options.ca_file.c_str());
  handle.set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
}

void set_user(EasyHandle& handle, const SmtpOptions& options) {
  if (options.user.empty()) return;
  handle.set(CURLOPT_USERNAME, options.user.c_str());
  handle.set(CURLOPT_PASSWORD, options.password.c_str());
}

void set_times(EasyHandle& handle, const SmtpOptions& options) {
  const auto connect_time = std::min(options.connect_time, options.total_time);
  handle.set(CURLOPT_NOSIGNAL, 1L);
  handle.set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.total_time.count()));
  handle.set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connect_time.count()));
  const auto reply_time = std::chrono::ceil<std::chrono::seconds>(options.total_time);
  handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(reply_time.count()));
}

Lines to_lines(const std::vector<std::string>& texts) {
  Lines lines;
  for (const auto& text : texts) lines.add(text);
  return lines;
}

std::string in_brackets(const std::string& address) {
  return fmt::format("<{}>", deliverable_address(address).value_or(""));
}

std::string why_nothing_was_decided(const Transfer& transfer, CURLcode code, const char* error_text) {
  if (!transfer.refused_address.empty())
    return fmt::format("the address {} is not loopback: nothing goes there without TLS",
                       transfer.refused_address);
  if (transfer.stopping) return "sending was stopped";
  if (code == CURLE_OPERATION_TIMEDOUT || code == CURLE_ABORTED_BY_CALLBACK) return "the time was used up";
  if (code == CURLE_USE_SSL_FAILED)
    return "the mail server does not offer STARTTLS, and nothing goes without";
  return fmt::format("the mail server was not reached or broke off: {}",
                     *error_text != '\0' ? error_text : curl_easy_strerror(code));
}

void require_valid(const SmtpOptions& options) {
  std::vector<FieldProblem> problems;
  if (!is_host(options.host)) problems.push_back({"host", "must be a name or an address, IPv6 in brackets"});
  if (options.port == 0) problems.push_back({"port", "must be from 1 to 65535"});
  if (!is_line(options.user)) problems.push_back({"user", "must not hold control characters"});
  if (!is_line(options.password)) problems.push_back({"password", "must not hold control characters"});
  if (options.user.empty() && !options.password.empty()) problems.push_back({"user", "is missing"});
  if (!options.helo_name.empty() && ascii_domain(options.helo_name) != options.helo_name)
    problems.push_back({"helo_name", "must be a host's name in ASCII"});
  if (options.connect_time.count() <= 0 || options.total_time.count() <= 0)
    problems.push_back({"total_time", "times must be above zero"});
  if (!problems.empty()) throw invalid(problems);
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpOptions options) : options_(std::move(options)) {
  require_valid(options_);
  static const CURLcode global = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (global != CURLE_OK)
    throw Error(ErrorKind::Unavailable, "the mail client cannot start", curl_easy_strerror(global));
}

Delivery SmtpMailer::send(const Message& message) {
  check(message);
  const auto sender = in_brackets(message.from.address);
  const auto recipient = to_lines({in_brackets(message.to.address)});
  const auto header = to_lines(header_lines(message));
  const auto url = server_url(options_);
  Transfer transfer{options_, stopping_, Clock::now() + options_.total_time, Conversation(options_.password)};
  std::array<char, CURL_ERROR_SIZE> error_text{};
  Mime body;
  EasyHandle handle;
  body = make_body(handle, message);
  handle.set(CURLOPT_URL, url.c_str());
  handle.set(CURLOPT_ERRORBUFFER, error_text.data());
  handle.set(CURLOPT_MAIL_FROM, sender.c_str());
  handle.set(CURLOPT_MAIL_RCPT, recipient.get());
  handle.set(CURLOPT_HTTPHEADER, header.get());
  handle.set(CURLOPT_MIMEPOST, body.get());
  set_ways(handle);
  set_encryption(handle, options_);
  set_user(handle, options_);
  set_times(handle, options_);
  put_under_guard(handle, transfer);

  const CURLcode code = curl_easy_perform(handle.get());
  if (transfer.is_out_of_memory) throw std::bad_alloc();
  if (auto delivery = transfer.conversation.judge()) return *delivery;
  return {.detail = why_nothing_was_decided(transfer, code, error_text.data())};
}

}  // namespace certreg::mail
