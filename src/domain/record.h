// Which versions and which statements of status of one certificate count on a day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/question.h"
#include "domain/scope_places.h"
#include "domain/service_name.h"

namespace certreg {

// A claim by a third party or by nobody known: shown, never counted.
bool is_disregarded(const CertificateVersion& version);

// Neither retired nor disregarded.
bool counts(const CertificateVersion& version);

// The issues that decide: those read from documents; the supplier's claims only when there is no document.
std::vector<const CertificateVersion*> deciding_issues(const CertificateRecord& record);

// The issue that covers a day: a later issue replaces an earlier one from its start. Before all starts the
// earliest.
struct IssueChoice {
  const CertificateVersion* version = nullptr;   // null when no issue counts
  const CertificateVersion* previous = nullptr;  // the issue that it replaced
  const CertificateVersion* next = nullptr;      // the first that starts after the day
};
IssueChoice choose_issue(const CertificateRecord& record, Date on);

// Part of a certificate that a question is about; nothing named = the whole.
struct AskedPart {
  std::string_view site;
  const std::vector<std::string>& services;
  const Naming& naming;
  const PlaceNames& places;
};

// The suspensions and withdrawals that hold on the day for what is asked, after the last word of the issuing
// body or a register: what a supplier's copy says never lifts them.
std::vector<StatusInterval> adverse_statuses(const CertificateRecord& record, Date on,
                                             const AskedPart& asked);

// First day of a withdrawal of the whole certificate that was never lifted.
std::optional<Date> withdrawn_from(const CertificateRecord& record);

bool is_suspended_on(const CertificateRecord& record, Date on);  // as a whole

// The day on which somebody found this issue expired in a register, unless a register said otherwise later.
std::optional<Date> found_expired_on(const CertificateRecord& record, const CertificateVersion& version);

}  // namespace certreg
