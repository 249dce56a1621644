#include "certreg/domain/names.h"
#include "codec/shapes.h"

namespace certreg::codec {
namespace {

Json to_json(const GroupLink& link) {
  return {{"supplier", id_or_null(link.supplier)},
          {"from", date_or_null(link.from)},
          {"until", date_or_null(link.until)},
          {"source", link.source}};
}

GroupLink group_link_from(const Json& value, const std::string& path, Problems& problems) {
  ObjectReader reader(value, path, problems);
  GroupLink link;
  link.supplier.value = reader.required_text("supplier", 36);
  link.from = reader.date("from");
  link.until = reader.date("until");
  link.source = reader.required_text("source");
  if (link.from && link.until && *link.until < *link.from) reader.problem("until", "lies before from");
  reader.finish();
  return link;
}

void check_identifiers(const Supplier& supplier, ObjectReader& reader) {
  if (!supplier.lei.empty() && !is_lei(supplier.lei))
    reader.problem("lei", "must be 20 letters and digits with right check digits (ISO 17442)");
  if (!supplier.country.empty() && !is_country_code(supplier.country))
    reader.problem("country", "must be a country code of two capital letters (ISO 3166-1)");
}

Supplier read_supplier(ObjectReader& reader, Problems& problems) {
  Supplier supplier;
  supplier.name = reader.required_text("name");
  supplier.aliases = reader.texts("aliases", 100, 300);
  supplier.country = reader.text("country", 2);
  supplier.lei = reader.text("lei", 20);
  supplier.registration_number = reader.text("registration_number", 50);
  supplier.vat = reader.text("vat", 30);
  supplier.domains = reader.texts("domains", 100, 253);
  const auto links = reader.objects("groups", 100);
  for (std::size_t i = 0; i < links.size(); ++i)
    supplier.groups.push_back(group_link_from(*links[i], item_path(reader, "groups", i), problems));
  return supplier;
}

}  // namespace

Json to_json(const Supplier& supplier) {
  Json groups = Json::array();
  for (const auto& link : supplier.groups) groups.push_back(to_json(link));
  return {{"id", supplier.id.value},
          {"version", supplier.version},
          {"name", supplier.name},
          {"aliases", supplier.aliases},
          {"country", text_or_null(supplier.country)},
          {"lei", text_or_null(supplier.lei)},
          {"registration_number", text_or_null(supplier.registration_number)},
          {"vat", text_or_null(supplier.vat)},
          {"domains", supplier.domains},
          {"groups", groups},
          {"retired", supplier.retired},
          {"recorded_at", to_string(supplier.recorded_at)},
          {"recorded_by", supplier.recorded_by},
          {"reason", text_or_null(supplier.reason)}};
}

Supplier supplier_from(const Json& value, Problems& problems) {
  ObjectReader reader(value, "", problems);
  auto supplier = read_supplier(reader, problems);
  supplier.reason = reader.text("reason", 1000);
  check_identifiers(supplier, reader);
  reader.finish();
  return supplier;
}

Supplier stored_supplier(const Json& value) {
  Problems problems;
  ObjectReader reader(value, "", problems);
  auto supplier = read_supplier(reader, problems);
  read_recorded(reader, supplier);
  refuse_stored("supplier", problems);
  return supplier;
}

}  // namespace certreg::codec
