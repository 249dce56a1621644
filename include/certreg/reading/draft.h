// What was read as one certificate or one claim, before anybody accepted it.
#pragma once

#include <string>
#include <vector>

#include "certreg/domain/certificate.h"

namespace certreg::reading {

struct Candidate {
  std::string value;  // in the form of the field: dates ISO 8601
  Quote quote;
};

// A field that has several readings; the draft then leaves it empty and a person decides.
struct Ambiguity {
  std::string field;
  std::string why;  // "day and month can be exchanged", "two numbers stand beside the label"
  std::vector<Candidate> candidates;
};

enum class DraftKind { Certificate, Claim };

struct Draft {
  DraftKind kind = DraftKind::Certificate;
  CertificateVersion
      version;  // ids, supplier, recorded_* empty; every field that is set has a quote in version.quotes
  std::vector<Ambiguity> ambiguities;
  std::vector<std::string> missing;  // mandatory fields (ISO/IEC 17021-1:2015, 8.2.2) that were not found
};

// Mandatory for a certificate: holder, number, standard, edition, issuer, issued, expires, scope.
std::vector<std::string> missing_fields(const CertificateVersion& version);

struct DocumentReading {
  std::vector<Draft> drafts;  // empty: nothing found, which is not a failure
  std::vector<std::string> warnings;
  std::string nothing_found_why;  // "pictures only", "no standard is named as certified", ...
};

}  // namespace certreg::reading
