// Registers for people, and legal forms.
#include <fmt/format.h>

#include <algorithm>

#include "service/reference_readers.h"

namespace certreg::service {
namespace {

// ISO 20275: four capital letters or digits.
bool is_elf_code(const std::string& text) {
  return text.size() == 4 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
         });
}

}  // namespace

Placed<Register> read_register(ReferenceRow& row) {
  Register entry{.source = row.source()};
  entry.id = row.slug("id");
  entry.name = row.text("name", Need::Required);
  entry.operated_by = row.text("operated_by", Need::Required);
  entry.address = row.address("address", Need::Required);
  entry.certificates = row.text("certificates", Need::Required);
  entry.accreditation_body = row.text("accreditation_body", Need::Optional);
  entry.of_any_body = row.flag("of_any_body", false);
  entry.look_ups = row.texts("look_ups");
  entry.deep_link = row.address("deep_link", Need::Optional);
  row.refuse_other_keys();
  RowParts parts;
  parts.accreditors.push_back({"the accreditation body", entry.accreditation_body, row.place()});
  return {std::move(entry), row.place(), std::move(parts)};
}

Placed<LegalForm> read_legal_form(ReferenceRow& row) {
  LegalForm form{.source = row.source()};
  form.id = row.slug("id");
  form.abbreviation = row.text("abbreviation", Need::Required);
  row.text("key", Need::Optional);  // for the build alone
  form.spellings = row.texts("spellings");
  form.names = row.texts("names");
  form.countries = row.countries("countries");
  form.elf_codes = row.texts("elf_codes");
  for (const auto& code : form.elf_codes)
    if (!is_elf_code(code)) row.refuse(fmt::format("elf_codes: \"{}\" is no code of ISO 20275", code));
  row.refuse_other_keys();
  return {std::move(form), row.place(), {}};
}

}  // namespace certreg::service
