// What was read as one certificate or one claim, before anybody accepted it.
#pragma once

#include <string>
#include <string_view>
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
  std::string document_address;      // of a claim: the certificate that the page links to, as it stands there
};

// Whether the field has several readings.
bool is_open(const Draft& draft, std::string_view field);

// What a page says about a standard. Only Certified makes a claim; the others are kept apart from it.
enum class Relation {
  Certified,
  Compliant,       // "ISO/IEC 27001 compliant", "meets the requirements of"
  Aligned,         // "aligned with", "based on", "follows"
  WorkingTowards,  // planned, in progress, no longer
  OfAnother,       // of a provider, a data centre: "hosted in ISO/IEC 27001 certified data centres"
  Denied,
  InGeneral,    // explains the standard, or speaks of organisations in general
  NameOnly,     // a logo, or its name alone
  NoStatement,  // the standard is mentioned
};

std::string_view to_string(Relation relation);  // "certified", "compliant", "working_towards", ...

struct Remark {
  Relation relation = Relation::NoStatement;
  StandardId standard;
  std::string edition;  // as far as it is known
  std::string words;    // verbatim, at most 300 bytes
};

// "says that it is compliant with it, which is no certification": what a remark means, as a clause after
// the page or its words.
std::string_view meaning_of(Relation relation);

// Mandatory for a certificate: holder, number, standard, edition, issuer, issued, expires, scope.
std::vector<std::string> missing_fields(const CertificateVersion& version);

struct DocumentReading {
  std::vector<Draft> drafts;  // empty: nothing found, which is not a failure
  std::vector<std::string> warnings;
  std::vector<Remark> remarks;    // of a page, beside its claims; each thing said of a standard once
  std::string nothing_found_why;  // "pictures only", "no standard is named as certified", ...
};

}  // namespace certreg::reading
