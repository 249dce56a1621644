#include "codec/certificate_reader.h"

#include "certreg/domain/names.h"

namespace certreg::codec {
namespace {

const std::vector<std::string_view>& role_names() {
  static const std::vector<std::string_view> names{"controller", "processor", "cloud_provider",
                                                   "cloud_customer"};
  return names;
}

std::string country_of(ObjectReader& reader) {
  auto country = reader.text("country", 2);
  if (!country.empty() && !is_country_code(country))
    reader.problem("country", "must be a country code of two capital letters (ISO 3166-1)");
  return country;
}

Holder holder_from(const Json& value, const std::string& path, Problems& problems) {
  ObjectReader reader(value, path, problems);
  Holder holder;
  holder.name = reader.required_text("name", 500);
  holder.role = reader.text("role", 20);
  holder.address = reader.long_text("address", 1000);
  holder.country = country_of(reader);
  holder.lei = reader.text("lei", 20);
  if (!holder.lei.empty() && !is_lei(holder.lei))
    reader.problem("lei", "must be 20 letters and digits with right check digits (ISO 17442)");
  holder.registration_number = reader.text("registration_number", 50);
  holder.vat = reader.text("vat", 30);
  reader.finish();
  return holder;
}

Site site_from(const Json& value, const std::string& path, Problems& problems) {
  ObjectReader reader(value, path, problems);
  Site site;
  site.name = reader.required_text("name", 500);
  site.address = reader.long_text("address", 1000);
  site.country = country_of(reader);
  site.scope = reader.long_text("scope");
  reader.finish();
  return site;
}

ScopeItem scope_item_from(const Json& value, const std::string& path, Problems& problems) {
  ObjectReader reader(value, path, problems);
  ScopeItem item;
  item.name = reader.required_text("name", kLongestItemName);
  item.short_names = reader.texts("short_names", kMostItemNames, kLongestItemName);
  item.family = reader.text("family", kLongestItemName);
  item.regions = reader.texts("regions", kMostItemRegions, kLongestItemName);
  item.all_regions = reader.boolean("all_regions").value_or(false);
  item.extent = choice_or(reader, "extent", extent_names(), ScopeExtent::Whole);
  item.exclusion = reader.text("exclusion", kLongestItemExclusion);
  if (item.exclusion.empty() != (item.extent == ScopeExtent::Whole))
    reader.problem("exclusion", "must be there exactly when extent is in_part or out");
  reader.finish();
  return item;
}

PrintedAccreditation accreditation_from(const Json& value, const std::string& path, Problems& problems) {
  ObjectReader reader(value, path, problems);
  PrintedAccreditation accreditation;
  accreditation.printed = reader.required_text("printed");
  if (auto body = reader.text("body", 100); !body.empty()) accreditation.body = AccreditationBodyId{body};
  accreditation.number = reader.text("number", 100);
  reader.finish();
  return accreditation;
}

StatusInterval status_from(const Json& value, const std::string& path, Problems& problems) {
  ObjectReader reader(value, path, problems);
  const auto from = reader.date("from");
  if (!from) reader.problem("from", "is required");
  StatusInterval interval{.from = from.value_or(Date(1900, 1, 1))};
  interval.status = choice_or(reader, "status", status_names(), CertificateStatus::Active);
  interval.until = reader.date("until");
  if (interval.until && from && *interval.until < *from) reader.problem("until", "lies before from");
  interval.source = choice_or(reader, "source", status_source_names(), StatusSource::Supplier);
  interval.said_by = reader.required_text("said_by");
  interval.sites = reader.texts("sites");
  interval.services = reader.texts("services");
  reader.finish();
  return interval;
}

template <class Item>
std::vector<Item> items_from(ObjectReader& reader, const char* member, Problems& problems,
                             Item (*read)(const Json&, const std::string&, Problems&)) {
  std::vector<Item> all;
  const auto values = reader.objects(member);
  for (std::size_t i = 0; i < values.size(); ++i)
    all.push_back(read(*values[i], item_path(reader, member, i), problems));
  return all;
}

void read_dates(ObjectReader& reader, CertificateVersion& version) {
  version.issued = reader.date("issued");
  version.decided = reader.date("decided");
  version.first_issued = reader.date("first_issued");
  version.valid_from = reader.date("valid_from");
  version.expires = reader.date("expires");
  version.expiry_kind = choice_or(reader, "expiry_kind", expiry_kind_names(), ExpiryKind::Expiry);
  version.previous_expiry = reader.date("previous_expiry");
  version.recertification_audited = reader.date("recertification_audited");
}

void read_scope(ObjectReader& reader, CertificateVersion& version, Problems& problems) {
  version.scope = reader.long_text("scope");
  version.scope_language = reader.text("scope_language", 35);
  version.services = reader.texts("services");
  version.scope_items = items_from(reader, "scope_items", problems, scope_item_from);
  version.services_closed = reader.boolean("services_closed").value_or(false);
  version.all_services = reader.boolean("all_services").value_or(false);
  version.sites = items_from(reader, "sites", problems, site_from);
  version.sites_closed = reader.boolean("sites_closed").value_or(false);
  version.exclusions = reader.texts("exclusions");
  version.roles = reader.texts("roles", 4, 20);
  for (const auto& role : version.roles)
    if (std::find(role_names().begin(), role_names().end(), role) == role_names().end())
      reader.problem("roles", "must be of controller, processor, cloud_provider, cloud_customer");
  version.soa_version = reader.text("soa_version", 200);
  version.soa_date = reader.date("soa_date");
  version.pages_held = static_cast<int>(reader.integer("pages_held", 0, 10'000).value_or(0));
  version.pages_stated = static_cast<int>(reader.integer("pages_stated", 0, 10'000).value_or(0));
}

}  // namespace

void read_stated_members(ObjectReader& reader, CertificateVersion& version, Problems& problems) {
  version.standard_printed = reader.text("standard_printed", 300);
  version.number = reader.text("number", 100);
  if (auto issuer = reader.text("issuer", 100); !issuer.empty()) version.issuer = CertificationBodyId{issuer};
  version.issuer_printed = reader.text("issuer_printed", 300);
  version.holders = items_from(reader, "holders", problems, holder_from);
  read_dates(reader, version);
  version.issue_number = reader.text("issue_number", 50);
  version.statuses = items_from(reader, "statuses", problems, status_from);
  version.accreditations = items_from(reader, "accreditations", problems, accreditation_from);
  read_scope(reader, version, problems);
  if (auto form = reader.choice("form", form_names())) version.form = static_cast<ExtensionForm>(*form);
  if (auto parent = reader.text("parent", 36); !parent.empty()) version.parent = CertificateId{parent};
  version.parent_number = reader.text("parent_number", 100);
  version.declared_absent = reader.boolean("declared_absent").value_or(false);
}

Quote quote_from(const Json& value, const std::string& path, Problems& problems) {
  ObjectReader reader(value, path, problems);
  Quote quote;
  quote.field = reader.required_text("field", 100);
  quote.text = reader.long_text("text");
  quote.document.value = reader.text("document", 64);
  quote.address = reader.text("address", 2000);
  quote.page = static_cast<int>(reader.integer("page", 0, 100'000'000).value_or(0));
  reader.ignore("box");
  if (reader.has("box") && value["box"].is_array() && value["box"].size() == 4)
    quote.box = Box{value["box"][0].get<double>(), value["box"][1].get<double>(),
                    value["box"][2].get<double>(), value["box"][3].get<double>()};
  quote.method = choice_or(reader, "method", method_names(), ReadingMethod::Person);
  quote.confidence = reader.number("confidence").value_or(0);
  reader.finish();
  return quote;
}

}  // namespace certreg::codec
