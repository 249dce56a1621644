// The fields of a certificate as a person reviews them: what was read, how surely, and what a correction of
// one means. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/reference.h"
#include "certreg/reading/draft.h"
#include "web/messages.h"

namespace certreg::web {

enum class FieldKind {
  Text,
  LongText,
  Day,
  Standard,
  Holder,
  Issuer,
  Names,           // a list of texts
  Sites,           // a list
  Accreditations,  // a list
  Entries,         // the list of services in scope, each with its extent
  Statuses,
  Told,  // in words of our own: only looked at
};
bool is_list(FieldKind kind);

struct Field {
  std::string_view name;    // as quotes and ambiguities have it; also of its label, "read.NAME"
  std::string_view member;  // of a certificate in JSON
  FieldKind kind;
  bool is_mandatory = false;  // ISO/IEC 17021-1:2015, 8.2.2
  bool is_computed = false;   // found out about the document, not read from its words
};
// Together they show every member that an acceptance writes, but for the supplier and the claimant.
std::span<const Field> review_fields();
const Field* field_of_member(std::string_view member);  // "corrections.holders[0].name" is the holder's

enum class Sureness { Sure, Doubtful, LeftOpen, NotFound, ByPerson, Unquoted, Computed };
std::string_view to_string(Sureness sureness);  // "sure", "doubtful", "left_open", ...
Sureness sureness_of(const Field& field, const reading::Draft& draft, bool has_value);
bool is_to_look_at(Sureness sureness);  // of a field that may be absent

// Its own, else those of the field that it is read from.
std::vector<const Quote*> quotes_of(const Field& field, const CertificateVersion& version);
const reading::Ambiguity* ambiguity_of(const Field& field, const reading::Draft& draft);

}  // namespace certreg::web
