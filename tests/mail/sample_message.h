#pragma once

#include "certreg/mail/message.h"

namespace certreg::mail {

inline Message sample_message() {
  return {.from = {"Register", "register@certreg.example"},
          .to = {"Kim", "kim@buyer.example"},
          .subject = "A certificate ends",
          .text = "It ends on 2026-12-01.\n",
          .date = parse_instant("2026-11-26T18:28:08Z").value()};
}

}  // namespace certreg::mail
