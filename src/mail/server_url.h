// Where the server is, as libcurl takes it.
#pragma once

#include <string>

#include "certreg/mail/smtp_mailer.h"

namespace certreg::mail {

bool is_host(const std::string& host);  // as in a URL, without anything that belongs to another part of one

bool is_written_as_loopback(const std::string& host);  // a name may mean something else all the same

// "smtp://host:587/helo.example"; without user and password. The options are valid.
std::string server_url(const SmtpOptions& options);

}  // namespace certreg::mail
