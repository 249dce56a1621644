// What an alert says: one message for one person, most urgent first, as text and as HTML. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/finding.h"
#include "certreg/domain/relationship.h"

namespace certreg::report {

struct AlertItem {
  Finding finding;
  std::string reference;    // of the relationship
  std::string supplier;     // as we write it
  std::string tier;         // its name
  std::string standard;     // "ISO/IEC 27001", or empty
  std::string number;       // of the certificate, or empty
  std::optional<Date> end;  // the last valid day, when the finding is about one
  std::string address;      // of the supplier's page, or empty
  std::string letter;       // mailto: address of a ready-made letter to the supplier, or empty
};

struct AlertMail {
  Person recipient;
  Date on;
  bool urgent = false;
  std::vector<AlertItem> items;
};

struct WrittenMail {
  std::string subject, text, html;
};

WrittenMail write(const AlertMail& mail);

// Most urgent first: urgent rules, then severity, then the nearer end.
void sort_by_urgency(std::vector<AlertItem>& items);

}  // namespace certreg::report
