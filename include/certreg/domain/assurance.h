// An assurance that is no certificate of the register's standards: an auditor's report, another scheme's
// attestation, an audit of our own. A policy may take one in place of a certificate; the answer about the
// certificate stays as it is, and the finding becomes `compensated`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"

namespace certreg {

enum class AssuranceKind {
  Soc2Type1,
  Soc2Type2,
  Isae3402Type2,
  C5Type1,
  C5Type2,
  Tisax,
  PciDss,
  CsaStarLevel2,
  Hds,
  OwnAudit,
  PooledAudit,
  Other,
};
enum class Opinion { NotStated, Unqualified, Qualified, Adverse, Disclaimer };

std::string_view to_string(AssuranceKind kind);  // "soc2_type2"
std::string_view name_of(AssuranceKind kind);    // "SOC 2 type 2"
std::string_view to_string(Opinion opinion);
const std::vector<std::string_view>& assurance_kind_names();  // in the enumerators' order
const std::vector<std::string_view>& opinion_names();         // in the enumerators' order

struct Assurance {
  AssuranceId id;
  int version = 1;
  SupplierId supplier;
  AssuranceKind kind = AssuranceKind::Other;
  std::string assessor;
  std::optional<Date> from;             // of the period that it covers; none: a point in time
  Date until{std::chrono::sys_days{}};  // the period's last day, or the point in time
  Opinion opinion = Opinion::NotStated;
  std::vector<std::string> services;  // that it covers; empty: not stated
  DocumentId document;                // empty: none is held
  std::string note;
  bool retired = false;
  Instant recorded_at{};
  std::string recorded_by, reason;
};

// Of an auditor's report, which says whether the auditor agrees (ISAE 3000 (Revised), AT-C 205).
bool has_opinion(AssuranceKind kind);

// Not retired, begun by the day, its period ended no longer than so many days before, and what the auditor
// says is known to be unqualified: whether a qualified opinion will do is a person's decision.
bool counts_on(const Assurance& assurance, Date day, int days_after_period);

}  // namespace certreg
