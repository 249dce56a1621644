// Tells owners in time. What is due is computed from findings and what was told before, so that an outage
// loses nothing and neither a restart nor a second instance doubles anything.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/digest.h"
#include "certreg/report/alert_mail.h"
#include "certreg/report/supplier_letter.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/alerts.h"

namespace certreg::service {

struct AlertReport {
  std::size_t due = 0;       // rungs that had not been told
  std::size_t settled = 0;   // that nobody needs to be told any more
  std::size_t messages = 0;  // queued
};

// Notes what is due, and makes a message for each recipient who has something urgent or whose digest is due.
// Needs findings that are up to date: see watch().
AlertReport prepare_alerts(Services& services);

// The same for whoever asks again and again: `noted`, at first empty, says up to where they know what is due.
AlertReport prepare_alerts_since(Services& services, std::string& noted);

struct SendReport {
  std::size_t sent = 0, deferred = 0, refused = 0, given_up = 0;
};

// Sends what waits. Without a mail server (Services::mailer) it does nothing. Between a server's "yes" and
// our noting it a crash sends a message twice, under the same Message-ID.
SendReport send_messages(Services& services);

struct AlertPreview {
  std::string recipient;
  std::vector<report::AlertItem> items;
  std::vector<std::string> rungs;  // of the items, in their order
  report::WrittenMail mail;
};

struct AlertPreviews {
  std::vector<AlertPreview> by_recipient;
  std::size_t untold = 0;  // matters that are due and have nobody who can be written to
};

// What would go out on the day if nothing changed: digests' days aside. Keeps nothing.
AlertPreviews preview_alerts(Services& services, Date on);

std::vector<store::MailMessage> list_messages(Services& services, const store::MessageFilter& filter,
                                              const std::string& after, int limit);
store::MailMessage find_message(Services& services, const std::string& id);  // NotFound

MailPreference mail_preference(Services& services, const std::string& recipient);
// Invalid for an unknown time zone or an address that is none.
void save_mail_preference(Services& services, const MailPreference& preference, const Actor& actor);

// A ready-made letter about a finding to the supplier's contact. NotFound.
report::SupplierLetter letter_about(Services& services, const FindingId& id);

}  // namespace certreg::service
