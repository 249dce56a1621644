#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/codec/records.h"
#include "certreg/codec/stored.h"
#include "codec/stored_members.h"
#include "codec/surely_storable.h"

namespace certreg::codec {
namespace {

void read_version(StoredText& text, Supplier& supplier) { supplier.version = text.integer(); }
void read_recorded_at(StoredText& text, Supplier& supplier) {
  supplier.recorded_at = text.instant().value_or(Instant{});
}

constexpr StoredMember<Supplier> kSupplier[] = {
    {"id", read_id<&Supplier::id>},
    {"version", read_version},
    {"name", read_text<&Supplier::name>},
    {"aliases", read_texts<&Supplier::aliases>},
    {"country", read_text<&Supplier::country>},
    {"lei", read_text<&Supplier::lei>},
    {"registration_number", read_text<&Supplier::registration_number>},
    {"vat", read_text<&Supplier::vat>},
    {"domains", read_texts<&Supplier::domains>},
    {"groups", read_nothing},
    {"retired", read_boolean<&Supplier::retired>},
    {"recorded_at", read_recorded_at},
    {"recorded_by", read_text<&Supplier::recorded_by>},
    {"reason", read_text<&Supplier::reason>},
};

}  // namespace

Supplier read_stored_supplier(std::string_view text) {
  StoredText stored(text);
  Supplier supplier;
  if (read_members<Supplier>(stored, kSupplier, supplier) && stored.is_read() && is_surely_storable(supplier))
    return supplier;
  return stored_supplier(parse_own(text));
}

}  // namespace certreg::codec
