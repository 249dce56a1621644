// One transfer of libcurl under guard: where it may connect, how long it may take, and what is heard of it.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "certreg/mail/smtp_mailer.h"
#include "mail/conversation.h"
#include "mail/curl_parts.h"

namespace certreg::mail {

// What the callbacks see and decide. Outlives the handle.
struct Transfer {
  const SmtpOptions& options;
  const std::atomic<bool>& stopping;
  std::chrono::steady_clock::time_point deadline;
  Conversation conversation;
  std::string refused_address;
  bool is_out_of_memory = false;
};

void put_under_guard(EasyHandle& handle, Transfer& transfer);

}  // namespace certreg::mail
