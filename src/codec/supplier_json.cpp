#include "certreg/codec/record_writer.h"
#include "certreg/domain/names.h"
#include "codec/json_tree.h"
#include "codec/members.h"
#include "codec/shapes.h"

namespace certreg::codec {
namespace {

template <class Out>
void put(Out& out, const GroupLink& link) {
  out.begin_object();
  put_id(out, "supplier", link.supplier);
  put_date(out, "from", link.from);
  put_date(out, "until", link.until);
  put_text(out, "source", link.source);
  out.end_object();
}

template <class Out>
void put(Out& out, const Supplier& supplier) {
  out.begin_object();
  put_text(out, "id", supplier.id.value);
  put_integer(out, "version", supplier.version);
  put_text(out, "name", supplier.name);
  put_texts(out, "aliases", supplier.aliases);
  put_text_or_null(out, "country", supplier.country);
  put_text_or_null(out, "lei", supplier.lei);
  put_text_or_null(out, "registration_number", supplier.registration_number);
  put_text_or_null(out, "vat", supplier.vat);
  put_texts(out, "domains", supplier.domains);
  put_list(out, "groups", supplier.groups, [&out](const GroupLink& link) { put(out, link); });
  put_boolean(out, "retired", supplier.retired);
  put_instant(out, "recorded_at", supplier.recorded_at);
  put_text(out, "recorded_by", supplier.recorded_by);
  put_text_or_null(out, "reason", supplier.reason);
  out.end_object();
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
  return tree_of([&](JsonTree& out) { put(out, supplier); });
}

void write(JsonWriter& out, const Supplier& supplier) { put(out, supplier); }

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
