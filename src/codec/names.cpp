#include "certreg/codec/records.h"

namespace certreg::codec {

using Names = std::vector<std::string_view>;

const Names& evidence_names() {
  static const Names names{"claimed", "documented", "signed", "registered"};
  return names;
}
const Names& status_names() {
  static const Names names{"active", "suspended", "withdrawn"};
  return names;
}
const Names& status_source_names() {
  static const Names names{"issuer", "accreditation_body", "public_register", "supplier"};
  return names;
}
const Names& claimant_names() {
  static const Names names{"supplier", "third_party", "unknown"};
  return names;
}
const Names& check_result_names() {
  static const Names names{"active", "suspended", "withdrawn", "expired", "not_found", "source_failed"};
  return names;
}
const Names& form_names() {
  static const Names names{"sheet", "reference", "words"};
  return names;
}
const Names& expiry_kind_names() {
  static const Names names{"expiry", "recertification_due"};
  return names;
}
const Names& extent_names() {
  static const Names names{"whole", "in_part", "out"};
  return names;
}
const Names& method_names() {
  static const Names names{"text_layer", "ocr", "markup", "table", "json", "person"};
  return names;
}

}  // namespace certreg::codec
