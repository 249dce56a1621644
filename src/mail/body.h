// The body of a message as MIME (RFC 2045): multipart/mixed with the texts as multipart/alternative, then the
// attachments.
#pragma once

#include "certreg/mail/message.h"
#include "mail/curl_parts.h"

namespace certreg::mail {

// Needed as long as `handle` sends; throws std::bad_alloc. The message has passed check().
Mime make_body(const EasyHandle& handle, const Message& message);

// "attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe.ics" (RFC 2231, 4), or filename="plain.ics".
std::string disposition(std::string_view file_name);

// With CRLF for each line break, whatever it was: quoted-printable would make a byte of another one.
std::string with_line_ends(std::string_view text);

}  // namespace certreg::mail
