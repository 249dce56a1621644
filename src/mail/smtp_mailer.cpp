#include "certreg/mail/smtp_mailer.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <sys/socket.h>

#include <memory>

#include "mail/reply.h"

namespace certreg::mail {
namespace {

struct EasyCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct ListCloser {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct MimeCloser {
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};
using Easy = std::unique_ptr<CURL, EasyCloser>;
using List = std::unique_ptr<curl_slist, ListCloser>;
using Mime = std::unique_ptr<curl_mime, MimeCloser>;

List list_of(const std::vector<std::string>& lines) {
  List list;
  for (const auto& line : lines) {
    auto* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    (void)list.release();
    list.reset(longer);
  }
  return list;
}

std::string with_crlf(const std::string& text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') lines += '\r';
    lines += c;
  }
  return lines;
}

void add_part(curl_mime* mime, const std::string& text, const char* type) {
  auto* part = curl_mime_addpart(mime);
  const auto lines = with_crlf(text);
  curl_mime_data(part, lines.data(), lines.size());
  curl_mime_type(part, type);
  curl_mime_encoder(part, "quoted-printable");
}

// RFC 2046, 5.1.4: the plainest form first.
Mime body_of(CURL* handle, const Message& message) {
  Mime whole(curl_mime_init(handle));
  if (message.html.empty()) {
    add_part(whole.get(), message.text, "text/plain; charset=utf-8");
    return whole;
  }
  auto* alternatives = curl_mime_init(handle);
  add_part(alternatives, message.text, "text/plain; charset=utf-8");
  add_part(alternatives, message.html, "text/html; charset=utf-8");
  auto* part = curl_mime_addpart(whole.get());
  curl_mime_subparts(part, alternatives);
  curl_mime_type(part, "multipart/alternative");
  return whole;
}

bool is_loopback(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    const auto* v4 = reinterpret_cast<const sockaddr_in*>(address);
    return (ntohl(v4->sin_addr.s_addr) >> 24) == 127;
  }
  return address->sa_family == AF_INET6 &&
         IN6_IS_ADDR_LOOPBACK(&reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr);
}

// Judged by the address that is connected to: a name may lead anywhere.
curl_socket_t open_loopback(void*, curlsocktype, curl_sockaddr* address) {
  if (!is_loopback(&address->addr)) return CURL_SOCKET_BAD;
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t take_reply(char* bytes, std::size_t size, std::size_t count, void* replies) {
  static_cast<Replies*>(replies)->take({bytes, size * count});
  return size * count;
}

int take_command(CURL*, curl_infotype type, char* bytes, std::size_t size, void* replies) {
  if (type == CURLINFO_HEADER_OUT) static_cast<Replies*>(replies)->note_command({bytes, size});
  return 0;
}

void set_security(CURL* handle, const SmtpOptions& options) {
  if (options.security == SmtpSecurity::StartTls) curl_easy_setopt(handle, CURLOPT_USE_SSL, CURLUSESSL_ALL);
  if (options.security == SmtpSecurity::PlainLoopback)
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_loopback);
  if (!options.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, options.ca_file.c_str());
  curl_easy_setopt(handle, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  if (options.user.empty()) return;
  curl_easy_setopt(handle, CURLOPT_USERNAME, options.user.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, options.password.c_str());
}

void set_connection(CURL* handle, const SmtpOptions& options) {
  const std::string scheme = options.security == SmtpSecurity::Tls ? "smtps://" : "smtp://";
  const auto url = scheme + options.host + ":" + std::to_string(options.port) + "/certreg";
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_PROXY, "");  // whatever the environment says
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(options.connect_limit.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(options.limit.count()));
  // Bounds the goodbye, too, which no other limit does.
  curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(options.limit.count()));
  set_security(handle, options);
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpOptions options) : options_(std::move(options)) {}

Delivery SmtpMailer::send(const Message& message) {
  check(message);
  const Easy easy(curl_easy_init());
  auto* handle = easy.get();
  set_connection(handle, options_);
  Replies replies;
  char problem[CURL_ERROR_SIZE] = {};
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, problem);
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_reply);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &replies);
  curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);  // for the next line only; nothing is written anywhere
  curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, take_command);
  curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &replies);
  const auto headers = list_of(header_lines(message));
  const auto recipients = list_of({message.to.address});
  const auto body = body_of(handle, message);
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, message.from.address.c_str());
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_MIMEPOST, body.get());
  const auto result = curl_easy_perform(handle);
  const bool is_about_us = result == CURLE_LOGIN_DENIED || result == CURLE_USE_SSL_FAILED ||
                           result == CURLE_PEER_FAILED_VERIFICATION;
  if (result == CURLE_OK) return {DeliveryOutcome::Accepted, replies.code(), replies.words()};
  const auto words = problem[0] != '\0' ? std::string(problem) : std::string(curl_easy_strerror(result));
  // What is wrong with our set-up is wrong with every message: none is given up for it.
  if (is_about_us) return {DeliveryOutcome::Deferred, replies.code(), cleaned(words)};
  return replies.judged(words);
}

}  // namespace certreg::mail
