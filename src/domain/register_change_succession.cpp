#include <cstdlib>

#include "certreg/domain/lifecycle.h"
#include "certreg/domain/names.h"
#include "certreg/domain/register_change.h"
#include "domain/assessment.h"
#include "domain/register_change_words.h"
#include "domain/word_difference.h"
#include "domain/words.h"

namespace certreg {
namespace {

bool has_same_issuer(const CertificateVersion& earlier, const CertificateVersion& later) {
  if (earlier.issuer && later.issuer) return *earlier.issuer == *later.issuer;
  return normalise_name(earlier.issuer_printed) == normalise_name(later.issuer_printed);
}

bool is_another(const CertificateVersion& earlier, const CertificateVersion& later) {
  return normalise_number(earlier.number) != normalise_number(later.number) ||
         !has_same_issuer(earlier, later);
}

bool has_same_holder(const CertificateVersion& earlier, const CertificateVersion& later) {
  const auto holder = normalise_name(holder_name(earlier));
  return !holder.empty() && holder == normalise_name(holder_name(later));
}

std::size_t words_in(const std::vector<std::string>& runs) {
  std::size_t count = 0;
  for (const auto& run : runs) count += split_words(fold_words(run)).size();
  return count;
}

// A supplier may hold several certificates to one standard side by side, each for another service.
bool covers_mostly_the_same(const CertificateVersion& earlier, const CertificateVersion& later) {
  if (earlier.scope.empty() || later.scope.empty()) return true;
  const auto all = split_words(fold_words(earlier.scope)).size();
  return words_in(word_difference(earlier.scope, later.scope).removed) * 2 <= all;
}

bool begins_around(Date end, Date start) {
  return start >= end.plus_months(-6) && start <= end.plus_months(6);
}

bool follows(const CertificateVersion& earlier, const CertificateVersion& later) {
  const auto began = start_of(earlier), begins = start_of(later);
  if (!began || !begins || *begins <= *began || !earlier.expires || !later.expires) return false;
  if (*later.expires < *earlier.expires) return false;
  const bool is_transfer = *later.expires == *earlier.expires && !has_same_issuer(earlier, later);
  const bool is_newer_edition = !earlier.edition.empty() && later.edition > earlier.edition;
  return begins_around(*earlier.expires, *begins) || is_transfer || is_newer_edition;
}

std::string named(const CertificateVersion& version, const Reference& reference) {
  const auto issuer = issuer_name(version, reference);
  return version.number + (issuer.empty() ? "" : " of " + issuer);
}

}  // namespace

std::optional<RegisterChange> replacement_of(const CertificateVersion& earlier,
                                             const CertificateVersion& later, const Reference& reference) {
  if (earlier.standard != later.standard || earlier.number.empty() || later.number.empty()) return {};
  if (!is_another(earlier, later) || !has_same_holder(earlier, later) || !follows(earlier, later) ||
      !covers_mostly_the_same(earlier, later))
    return {};
  const auto before = named(earlier, reference), after = named(later, reference);
  return RegisterChange{
      ChangeKind::CertificateReplaced,
      !has_same_issuer(earlier, later),
      "The " + subject_of(later, reference) + " seems to take the place of another: " + after + ", to " +
          day_text(later.expires) + ", after " + before + ", to " + day_text(earlier.expires) + ".",
      "number",
      before,
      after};
}

}  // namespace certreg
