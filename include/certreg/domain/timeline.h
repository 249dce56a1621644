// A certificate's life as bars on a line of days, for pictures. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/known_party.h"
#include "certreg/domain/reference.h"

namespace certreg {

enum class SpanKind { InForce, Suspended, Gap, Window };  // Window: computed surveillance window

struct TimelineSpan {
  SpanKind kind = SpanKind::InForce;
  Date from, until;   // both included
  std::string label;  // "issue 2, until 2027-05-01"
};

struct TimelineMark {  // a day that decides: an edition's end, a withdrawal
  Date day;
  std::string label;
};

struct TimelineRow {
  std::string label;  // "ISO/IEC 27001, IS 616800 (BSI Assurance UK Limited)"
  std::vector<TimelineSpan> spans;
  std::vector<TimelineMark> marks;
};

struct Timeline {
  Date from{std::chrono::sys_days{}}, until{std::chrono::sys_days{}},
      on{std::chrono::sys_days{}};  // the picture's ends, and the day that is asked about
  std::vector<TimelineRow> rows;
};

// All issues of the certificates that may be drawn: those without a start or an end that is known are left
// out of the bars and have an empty row. `on` lies within.
Timeline timeline_of(std::span<const RecordPtr> certificates, const Reference& reference, Date on);
Timeline timeline_of(std::span<const CertificateRecord> certificates, const Reference& reference, Date on);

}  // namespace certreg
