// When the owner of a relationship is told of a finding: rungs before an end, the day, repeats after it.
// Computed as "due", so that what an outage kept back is due at the next look. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/finding.h"

namespace certreg {

struct Rung {
  // "180" ... "0": days before the end; "-7", "-14" ...: repeats after it; "opened", "opened+7" ...: of a
  // finding that is no matter of an end.
  std::string id;
  Date day;

  bool operator==(const Rung&) const = default;
};

struct LadderFacts {
  const Tier& tier;
  const Finding& finding;
  Date open_since;                 // the finding, or opened again
  std::optional<Date> valid_from;  // of the certificate, as printed: rungs longer than a quarter of its
                                   // validity are left out
};

// Those whose day is `on` or before it, the latest first. Of repeats the latest alone.
std::vector<Rung> rungs_due(const LadderFacts& facts, Date on);

// What an alert is about: one and the same for "expiring" and "lapsed" of one certificate, so that no rung is
// told twice; another one for the next end of the same certificate, and for a finding that was opened again.
std::string matter_of(const Finding& finding, Date open_since);

// The last valid day that the finding is about; none when it is no matter of an end.
std::optional<Date> end_of(const Finding& finding);

}  // namespace certreg
