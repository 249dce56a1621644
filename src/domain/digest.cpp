#include "certreg/domain/digest.h"

#include <unicode/timezone.h>

#include <algorithm>
#include <memory>

#include "domain/enum_names.h"

namespace certreg {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::milliseconds;

std::unique_ptr<icu::TimeZone> zone_of(const std::string& name) {
  return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
}

milliseconds offset_at(const icu::TimeZone& zone, Instant instant) {
  int32_t raw = 0, saving = 0;
  UErrorCode status = U_ZERO_ERROR;
  const auto since_epoch = std::chrono::duration_cast<milliseconds>(instant.time_since_epoch());
  zone.getOffset(static_cast<double>(since_epoch.count()), false, raw, saving, status);
  return U_FAILURE(status) ? milliseconds(0) : milliseconds(raw + saving);
}

// The instant at which it is that hour on that day there. In the hour that a clock change leaves out, after
// it.
Instant instant_of(const icu::TimeZone& zone, std::chrono::sys_days day, int hour) {
  const Instant wall = day + hours(hour);
  const Instant guess = wall - offset_at(zone, wall);
  return wall - offset_at(zone, guess);
}

bool is_slot_day(const MailPreference& preference, std::chrono::sys_days day) {
  if (preference.rhythm == DigestRhythm::Daily) return true;
  return static_cast<int>(std::chrono::weekday(day).iso_encoding()) == preference.weekday;
}

}  // namespace

const std::vector<std::string_view>& digest_rhythm_names() {
  static const EnumNames names{"daily", "weekly", "off"};
  return names;
}

std::string_view to_string(DigestRhythm rhythm) { return name_in(digest_rhythm_names(), rhythm); }

bool is_time_zone(const std::string& name) {
  if (name.empty() || name.size() > 60) return false;
  return *zone_of(name) != icu::TimeZone::getUnknown();
}

std::optional<Instant> last_slot(const MailPreference& preference, Instant now) {
  if (preference.rhythm == DigestRhythm::Off) return std::nullopt;
  const auto zone = zone_of(preference.time_zone);
  auto day = floor<days>(now + offset_at(*zone, now)) + days(1);
  for (int tries = 0; tries < 9; ++tries, day -= days(1)) {
    if (!is_slot_day(preference, day)) continue;
    const auto slot = instant_of(*zone, day, preference.hour);
    if (slot <= now) return slot;
  }
  return std::nullopt;
}

bool is_digest_due(const MailPreference& preference, const std::optional<Instant>& last_digest, Instant now) {
  const auto slot = last_slot(preference, now);
  return slot && (!last_digest || *slot > *last_digest);
}

}  // namespace certreg
