#include "mail/body.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "mail/letters.h"

namespace certreg::mail {
namespace {

void require(CURLcode code) {
  if (code != CURLE_OK) throw std::bad_alloc();
}

Mime new_mime(const EasyHandle& handle) {
  Mime mime(curl_mime_init(handle.get()));
  if (!mime) throw std::bad_alloc();
  return mime;
}

curl_mimepart* add_part(const Mime& mime) {
  curl_mimepart* part = curl_mime_addpart(mime.get());
  if (part == nullptr) throw std::bad_alloc();
  return part;
}

void add_text(const Mime& mime, const std::string& text, const char* media_type) {
  curl_mimepart* part = add_part(mime);
  const auto lines = with_line_ends(text);
  require(curl_mime_data(part, lines.data(), lines.size()));
  require(curl_mime_type(part, media_type));
  require(curl_mime_encoder(part, "quoted-printable"));
}

void add_attachment(const Mime& mime, const Attachment& attachment) {
  curl_mimepart* part = add_part(mime);
  require(curl_mime_data(part, attachment.content.data(), attachment.content.size()));
  require(curl_mime_type(part, attachment.media_type.c_str()));
  require(curl_mime_encoder(part, "base64"));
  Lines lines;
  lines.add("Content-Disposition: " + disposition(attachment.file_name));
  require(curl_mime_headers(part, lines.get(), 1));
  (void)lines.release();
}

bool is_plain_in_names(char c) { return is_letter_or_digit(c) || c == '.' || c == '-' || c == '_'; }

}  // namespace

std::string disposition(std::string_view file_name) {
  if (std::all_of(file_name.begin(), file_name.end(), is_plain_in_names))
    return fmt::format("attachment; filename=\"{}\"", file_name);
  std::string encoded;
  for (const char c : file_name)
    encoded +=
        is_plain_in_names(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return "attachment; filename*=UTF-8''" + encoded;
}

std::string with_line_ends(std::string_view text) {
  std::string lines;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_return = text[at] == '\r';
    if (is_return || text[at] == '\n')
      lines += "\r\n";
    else
      lines += text[at];
    if (is_return && text.substr(at + 1).starts_with('\n')) ++at;
  }
  return lines;
}

Mime make_body(const EasyHandle& handle, const Message& message) {
  auto body = new_mime(handle);
  auto texts = new_mime(handle);
  add_text(texts, message.text, "text/plain; charset=utf-8");
  if (!message.html.empty()) add_text(texts, message.html, "text/html; charset=utf-8");
  curl_mimepart* part = add_part(body);
  require(curl_mime_subparts(part, texts.get()));
  (void)texts.release();  // the part's from here on
  require(curl_mime_type(part, "multipart/alternative"));
  for (const auto& attachment : message.attachments) add_attachment(body, attachment);
  return body;
}

}  // namespace certreg::mail
