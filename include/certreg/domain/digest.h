// When somebody gets what has gathered for them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"

namespace certreg {

enum class DigestRhythm { Daily, Weekly, Off };  // Off: urgent matters only
std::string_view to_string(DigestRhythm rhythm);
const std::vector<std::string_view>& digest_rhythm_names();

struct MailPreference {
  std::string recipient;  // e-mail address
  DigestRhythm rhythm = DigestRhythm::Daily;
  int weekday = 1;                // ISO 8601: Monday is 1; of a weekly digest
  int hour = 7;                   // of their day
  std::string time_zone = "UTC";  // of the IANA database
};

bool is_time_zone(const std::string& name);

// The last instant, not after `now`, at which a digest was due; none when they want none.
std::optional<Instant> last_slot(const MailPreference& preference, Instant now);

// A digest is due: a slot has come since the last one was made. Who never got one need not wait.
bool is_digest_due(const MailPreference& preference, const std::optional<Instant>& last_digest, Instant now);

}  // namespace certreg
