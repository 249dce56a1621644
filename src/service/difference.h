// What a reading says beside what is known of the same certificate.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/reading/draft.h"

namespace certreg::service {

struct FieldDifference {
  std::string field;
  std::string known, read;  // as JSON text; of scope_items the entries that went or changed, and that came
};

// The fields that `read` states and `known` states otherwise or not at all; what `read` leaves out differs in
// nothing.
std::vector<FieldDifference> differences(const CertificateVersion& known, const CertificateVersion& read);

// `read` differs in nothing; found out sooner where the days differ.
bool says_the_same(const CertificateVersion& known, const CertificateVersion& read);

// Both ways at once.
struct Comparison {
  std::vector<FieldDifference> differences;
  std::vector<std::string> left_out;
};
Comparison compare(const CertificateVersion& known, const CertificateVersion& read);

// True when both state a field, and not the same.
bool contradicts(const Comparison& compared);

// The fields that `known` states and `read` does not.
std::vector<std::string> left_out(const CertificateVersion& known, const CertificateVersion& read);

// [{"field", "known", "read"}]
std::string to_json(const std::vector<FieldDifference>& all);

// A later issue in which only issue, expiry, version and edition move forward; issuer, number, standard and
// holder stay.
bool is_later_issue(const CertificateVersion& known, const CertificateVersion& read,
                    const Comparison& compared);

// Every mandatory field (ISO/IEC 17021-1:2015, 8.2.2) is there, quoted and unambiguous.
bool is_whole(const reading::Draft& draft);

// The mandatory fields that are quoted and were read with less certainty than a decision without a person
// needs.
std::vector<std::string> unsure_fields(const CertificateVersion& version);

}  // namespace certreg::service
