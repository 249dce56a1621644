// The life of a certificate: in force, expired, suspended, lapsed between cycles. ISO/IEC 17021-1:2015, 9.6.
// Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/reference.h"
#include "certreg/domain/sentence.h"
#include "certreg/domain/verdict.h"

namespace certreg {

// First day on which the version counts: valid_from, else decided, else issued.
std::optional<Date> start_of(const CertificateVersion& version);

// Own expiry; the day itself is the last valid day.
std::optional<Date> own_end(const CertificateVersion& version);

// Earliest of own end, edition's end and withdrawal (status intervals and checks of the whole record).
std::optional<Date> effective_end(const CertificateRecord& record, const CertificateVersion& version,
                                  const Reference& reference);

// Of the whole certificate on a day, for lists; what may be relied on is for the verdict (assess()). Ended:
// by date, edition, withdrawal or a register's word. Unknown: no end is printed, or it extends a certificate
// that it lives and dies with (27017, 27018). nullopt: no issue counts.
enum class CertificateStanding { NotYetValid, InForce, Suspended, Ended, Unknown };
std::optional<CertificateStanding> standing_on(const CertificateRecord& record, Date on,
                                               const Reference& reference);
std::string_view to_string(
    CertificateStanding standing);  // "not_yet_valid", "in_force", "suspended", "ended", "unknown"
inline constexpr CertificateStanding kCertificateStandings[] = {
    CertificateStanding::NotYetValid, CertificateStanding::InForce, CertificateStanding::Suspended,
    CertificateStanding::Ended, CertificateStanding::Unknown};

// Contradictions between printed dates, each as a plain sentence: expiry before issue, first issue after
// issue, a cycle longer than three years and six months from its start.
std::vector<Sentence> date_contradictions(const CertificateVersion& version);

// The gap between two cycles that `version` itself shows (previous_expiry and the start of this cycle), as
// its first and last day; none when there is none.
struct Gap {
  Date from, until;
};
std::optional<Gap> lapse_of(const CertificateVersion& version);

// Expiry + 6 months (ISO/IEC 17021-1:2015, 9.6.3.2.5); none after withdrawal or when the edition has ended.
std::optional<Date> restorable_until(const CertificateRecord& record, const CertificateVersion& version,
                                     const Reference& reference);

// The next surveillance window after `on`, computed; none without the initial decision's date.
std::optional<CalendarNote> surveillance_window(const CertificateVersion& version, Date on);

}  // namespace certreg
