// A ready-made letter to a supplier that asks for what would cure a finding. Pure.
#pragma once

#include <string>

#include "certreg/report/alert_mail.h"

namespace certreg::report {

struct SupplierLetter {
  Person to;
  std::string subject, text;
};

SupplierLetter write_letter(const Relationship& relationship, const AlertItem& item);

// RFC 6068; empty when the contact's address is not known.
std::string mailto_of(const SupplierLetter& letter);

}  // namespace certreg::report
