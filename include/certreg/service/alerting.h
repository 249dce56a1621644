// Tells owners in time. What is due is computed from findings and what was told before, so that an outage
// loses nothing and neither a restart nor a second instance doubles anything.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "certreg/domain/digest.h"
#include "certreg/report/alert_mail.h"
#include "certreg/report/supplier_letter.h"
#include "certreg/service/actor.h"
#include "certreg/service/assessments.h"
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

// What would go out on a day if nothing changed: digests' days aside. Keeps nothing, and writes a message
// only when it is asked for.
class DueAlerts {
 public:
  DueAlerts(Services& services, Date on);
  DueAlerts(const DueAlerts&) = delete;
  DueAlerts& operator=(const DueAlerts&) = delete;

  std::size_t untold() const { return untold_; }  // matters that are due, with nobody who can be written to
  std::size_t size() const { return recipients_.size(); }
  AlertPreview preview(std::size_t recipient) const;  // in the order of their addresses

 private:
  struct Matter {
    std::size_t relationship;  // in assessed_
    const Finding* finding;
    Date open_since;
    std::string rung;
  };
  struct Recipient {
    Person person;
    std::vector<Matter> matters;
  };
  using Known = std::map<std::pair<RelationshipId, std::string>, Date>;  // since when findings are open

  void take(std::vector<AssessedRelationship> batch);
  // Whether anybody would be told of it.
  bool take(const std::set<store::Alert>& told, const Known& known, std::size_t relationship);
  bool add(const std::set<store::Alert>& told, const Matter& matter);

  Services& services_;
  Date on_;
  Policy policy_;
  std::vector<AssessedRelationship> assessed_;  // those with matters
  std::map<std::string, Recipient> by_address_;
  std::vector<const Recipient*> recipients_;
  std::size_t untold_ = 0;
};

std::vector<store::MailMessage> list_messages(Services& services, const store::MessageFilter& filter,
                                              const std::string& after, int limit);
store::MailMessage find_message(Services& services, const std::string& id);  // NotFound

MailPreference mail_preference(Services& services, const std::string& recipient);
// Invalid for an unknown time zone or an address that is none.
void save_mail_preference(Services& services, const MailPreference& preference, const Actor& actor);

// A ready-made letter about a finding to the supplier's contact. NotFound.
report::SupplierLetter letter_about(Services& services, const FindingId& id);

}  // namespace certreg::service
