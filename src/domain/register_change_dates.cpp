#include "certreg/domain/lifecycle.h"
#include "certreg/domain/names.h"
#include "domain/register_change_parts.h"

namespace certreg {
namespace {

std::string end_of_edition(const CertificateVersion& version, const Reference& reference) {
  const auto* edition = reference.find(version.standard, version.edition);
  if (edition == nullptr || !edition->ended) return {};
  return " Certificates to edition " + edition->id + " count until " + edition->ended->to_string() +
         " at most.";
}

std::string edition_sentence(const VersionPair& pair) {
  const auto subject = "The " + subject_of(pair.after, pair.reference);
  if (pair.before.edition.empty()) return subject + " now states its edition, " + pair.after.edition + ".";
  if (pair.after.edition.empty())
    return subject + " no longer states its edition; it was " + pair.before.edition + ".";
  return subject + " changed from edition " + pair.before.edition + " to edition " + pair.after.edition + ".";
}

bool is_later(const std::optional<Date>& after, const std::optional<Date>& before) {
  return after && before && *after > *before;
}

bool is_later_issue(const VersionPair& pair) { return is_later(pair.after.issued, pair.before.issued); }

bool has_same_number(const VersionPair& pair) {
  return normalise_number(pair.before.number) == normalise_number(pair.after.number);
}

std::string of_issue(const VersionPair& pair) {
  return is_later_issue(pair) ? " with the issue of " + pair.after.issued->to_string() : std::string();
}

std::string expiry_sentence(const VersionPair& pair) {
  const auto subject = "The " + subject_of(pair.after, pair.reference);
  const auto before = day_text(pair.before.expires), after = day_text(pair.after.expires);
  if (before.empty()) return subject + " now states its end: " + after + ".";
  if (after.empty()) return subject + " no longer states its end; it was " + before + ".";
  const bool earlier = *pair.after.expires < *pair.before.expires;
  return subject + (earlier ? " ends earlier" : " ends later") + of_issue(pair) + ": on " + after +
         " instead of " + before + ".";
}

RegisterChange renewed(const VersionPair& pair) {
  return {ChangeKind::Renewed,
          false,
          "The " + subject_of(pair.after, pair.reference) + " was renewed" + of_issue(pair) +
              ": it ends on " + day_text(pair.after.expires) + " instead of " +
              day_text(pair.before.expires) + ".",
          "expires",
          day_text(pair.before.expires),
          day_text(pair.after.expires)};
}

RegisterChanges expiry_changes(const VersionPair& pair) {
  const auto &before = pair.before.expires, &after = pair.after.expires;
  if (before == after) return {};
  if (is_later(after, before) && is_later_issue(pair) && has_same_number(pair)) return {renewed(pair)};
  const bool adverse = before && (!after || *after < *before);
  return {{ChangeKind::ExpiryChanged, adverse, expiry_sentence(pair), "expires", day_text(before),
           day_text(after)}};
}

RegisterChanges issue_changes(const VersionPair& pair) {
  const auto &before = pair.before.issued, &after = pair.after.issued;
  // A later issue with another end is told with the end.
  if (!is_later_issue(pair) || pair.before.expires != pair.after.expires) return {};
  return {{ChangeKind::Reissued, false,
           "The " + subject_of(pair.after, pair.reference) + " was issued anew on " + day_text(after) +
               (pair.after.expires ? "; its end stays " + day_text(pair.after.expires) : "") + ".",
           "issued", day_text(before), day_text(after)}};
}

struct PrintedDate {
  const char* field;
  const char* words;
  std::optional<Date> CertificateVersion::*member;
};

constexpr PrintedDate kPrintedDates[] = {
    {"issued", "date of issue", &CertificateVersion::issued},
    {"decided", "date of decision", &CertificateVersion::decided},
    {"first_issued", "date of first certification", &CertificateVersion::first_issued},
    {"valid_from", "first day", &CertificateVersion::valid_from},
    {"previous_expiry", "end of the cycle before", &CertificateVersion::previous_expiry},
};

// With a later issue its dates move; only the first certification stays.
bool is_told_otherwise(const VersionPair& pair, const PrintedDate& date) {
  return is_later_issue(pair) && date.member != &CertificateVersion::first_issued;
}

RegisterChanges detail_changes(const VersionPair& pair) {
  RegisterChanges all;
  for (const auto& date : kPrintedDates) {
    const auto before = day_text(pair.before.*date.member), after = day_text(pair.after.*date.member);
    if (before == after || after.empty() || is_told_otherwise(pair, date)) continue;
    all.push_back({ChangeKind::DetailsChanged, false,
                   "The " + subject_of(pair.after, pair.reference) + " now states " + after + " as its " +
                       date.words + (before.empty() ? "" : " instead of " + before) + ".",
                   date.field, before, after});
  }
  return all;
}

}  // namespace

RegisterChanges edition_changes(const VersionPair& pair) {
  const auto &before = pair.before.edition, &after = pair.after.edition;
  if (before == after) return {};
  const bool adverse = !before.empty() && after < before;  // ids are years; none is less than any
  return {{ChangeKind::EditionChanged, adverse,
           edition_sentence(pair) + end_of_edition(pair.after, pair.reference), "edition", before, after}};
}

RegisterChanges date_changes(const VersionPair& pair) {
  auto all = expiry_changes(pair);
  for (auto* changes : {issue_changes, detail_changes})
    for (auto& change : changes(pair)) all.push_back(std::move(change));
  return all;
}

}  // namespace certreg
