// The register's records as JSON: the form of the API, of the export and of what the store keeps in jsonb.
// Every member is always written, null where nothing is known.
#pragma once

#include "certreg/codec/json.h"
#include "certreg/domain/certificate.h"
#include "certreg/domain/reference.h"
#include "certreg/domain/supplier.h"
#include "certreg/domain/verdict.h"
#include "certreg/reading/draft.h"

namespace certreg::codec {

// Names of enumerators, in the enumerators' order.
const std::vector<std::string_view>& evidence_names();
const std::vector<std::string_view>& status_names();
const std::vector<std::string_view>& status_source_names();
const std::vector<std::string_view>& claimant_names();
const std::vector<std::string_view>& check_result_names();
const std::vector<std::string_view>& form_names();
const std::vector<std::string_view>& expiry_kind_names();
const std::vector<std::string_view>& method_names();
const std::vector<std::string_view>& extent_names();

Json date_or_null(const std::optional<Date>& date);
Json text_or_null(const std::string& text);

Json to_json(const Quote& quote);
Json to_json(const ScopeItem& item);
Json to_json(const Supplier& supplier);
Json to_json(const CertificateVersion& version);
Json to_json(const Check& check);
Json to_json(const Reason& reason);
Json to_json(const Verdict& verdict);
Json to_json(const reading::Draft& draft);
Json to_json(const Standard& standard);
Json to_json(const AccreditationBody& body);
Json to_json(const CertificationBody& body);
Json to_json(const Arrangement& arrangement);
Json to_json(const LegalForm& form);

// The members that a person or a document may state; ids, evidence and recorded_* are the register's own and
// are read by the `stored_` functions only. `standard` is looked up in any usual spelling.
Supplier supplier_from(const Json& value, Problems& problems);
CertificateVersion certificate_from(const Json& value, const Reference& reference, Problems& problems);
Check check_from(const Json& value, Problems& problems);

// What a writer asks before it stores: the members that `stored_certificate` would refuse.
Problems unstorable(const CertificateVersion& version);

// What to_json wrote, whole.
CertificateVersion stored_certificate(const Json& value);
Supplier stored_supplier(const Json& value);
Check stored_check(const Json& value);
reading::Draft stored_draft(const Json& value);

}  // namespace certreg::codec
