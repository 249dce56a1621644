#include "certreg/codec/relationships.h"
#include "certreg/domain/names.h"
#include "codec/shapes.h"

namespace certreg::codec {
namespace {

constexpr std::size_t kMostServices = 200;
constexpr std::size_t kMostPeople = 20;

const std::vector<std::string_view>& role_names() {
  static const std::vector<std::string_view> names{"controller", "processor", "cloud_customer",
                                                   "cloud_provider"};
  return names;
}

Json dependency_json(const Dependency& dependency) {
  return {{"party", codec::to_json(dependency.party)}, {"services", dependency.services}};
}

Party party_from(const Json* value, const std::string& path, Problems& problems) {
  Party party;
  if (value == nullptr) return party;
  ObjectReader reader(*value, path, problems);
  party.name = reader.required_text("name");
  if (auto id = reader.text("supplier", 36); !id.empty()) party.supplier = SupplierId{std::move(id)};
  party.unmatched = reader.boolean("unmatched").value_or(false);
  if (party.unmatched && party.supplier) reader.problem("unmatched", "cannot be true beside a supplier");
  reader.finish();
  return party;
}

Person person_from(const Json* value, const std::string& path, Problems& problems) {
  Person person;
  if (value == nullptr) return person;
  ObjectReader reader(*value, path, problems);
  person.name = reader.text("name", 200);
  person.email = reader.text("email", 254);
  reader.finish();
  return person;
}

Dependency dependency_from(const Json& value, const std::string& path, Problems& problems) {
  ObjectReader reader(value, path, problems);
  Dependency dependency;
  dependency.party = party_from(reader.object("party"), reader.path_of("party"), problems);
  dependency.services = reader.texts("services", kMostServices, 300);
  reader.finish();
  return dependency;
}

std::string role_in(ObjectReader& reader, const char* member) {
  const auto at = reader.choice(member, role_names());
  return at ? std::string(role_names()[*at]) : std::string();
}

void read_parties(ObjectReader& reader, Relationship& relationship, Problems& problems) {
  const auto* supplier = reader.object("supplier");
  if (supplier == nullptr) reader.problem("supplier", "is required");
  relationship.supplier = party_from(supplier, reader.path_of("supplier"), problems);
  if (const auto* provider = reader.object("provider"))
    relationship.provider = party_from(provider, reader.path_of("provider"), problems);
  const auto dependencies = reader.objects("dependencies", 100);
  for (std::size_t i = 0; i < dependencies.size(); ++i)
    relationship.dependencies.push_back(
        dependency_from(*dependencies[i], item_path(reader, "dependencies", i), problems));
}

void read_people(ObjectReader& reader, Relationship& relationship, Problems& problems) {
  relationship.contact = person_from(reader.object("contact"), reader.path_of("contact"), problems);
  relationship.owner = person_from(reader.object("owner"), reader.path_of("owner"), problems);
  const auto deputies = reader.objects("deputies", kMostPeople);
  for (std::size_t i = 0; i < deputies.size(); ++i)
    relationship.deputies.push_back(person_from(deputies[i], item_path(reader, "deputies", i), problems));
}

void read_use(ObjectReader& reader, Relationship& relationship) {
  relationship.services = reader.texts("services", kMostServices, 300);
  relationship.sites = reader.texts("sites", 50, 300);
  relationship.data = choices_in<DataKind>(reader, "data", data_kind_names());
  relationship.our_role = role_in(reader, "our_role");
  relationship.their_role = role_in(reader, "their_role");
  relationship.deployment = choice_or(reader, "deployment", deployment_names(), Deployment::NotStated);
  relationship.tier = reader.text("tier", 60);
  relationship.critical_function = reader.boolean("critical_function").value_or(false);
}

void read_contract(ObjectReader& reader, Relationship& relationship) {
  relationship.reference = reader.required_text("reference", 100);
  relationship.our_entity = reader.text("our_entity");
  relationship.their_entity = reader.text("their_entity");
  relationship.contract = reader.text("contract", 100);
  relationship.group_guarantee = reader.text("group_guarantee", 300);
  relationship.review_months = static_cast<int>(reader.integer("review_months", 0, 120).value_or(0));
  relationship.starts = reader.date("starts");
  relationship.ends = reader.date("ends");
  relationship.note = reader.long_text("note", 5000);
}

Relationship read_relationship(ObjectReader& reader, Problems& problems) {
  Relationship relationship;
  read_contract(reader, relationship);
  read_parties(reader, relationship, problems);
  read_people(reader, relationship, problems);
  read_use(reader, relationship);
  return relationship;
}

void check_mail(const Person& person, const std::string& field, Problems& problems) {
  if (!person.email.empty() && !is_mail_address(person.email))
    problems.push_back({field + ".email", "must be an e-mail address such as name@example.com"});
}

}  // namespace

Json to_json(const Party& party) {
  return {{"name", party.name}, {"supplier", id_or_null(party.supplier)}, {"unmatched", party.unmatched}};
}

Json to_json(const Person& person) {
  return {{"name", text_or_null(person.name)}, {"email", text_or_null(person.email)}};
}

Json to_json(const Relationship& one) {
  return {{"id", one.id.value},
          {"version", one.version},
          {"reference", one.reference},
          {"supplier", to_json(one.supplier)},
          {"provider", one.provider ? to_json(*one.provider) : Json(nullptr)},
          {"dependencies", list_of(one.dependencies, dependency_json)},
          {"our_entity", text_or_null(one.our_entity)},
          {"their_entity", text_or_null(one.their_entity)},
          {"contract", text_or_null(one.contract)},
          {"group_guarantee", text_or_null(one.group_guarantee)},
          {"contact", to_json(one.contact)},
          {"services", one.services},
          {"sites", one.sites},
          {"data", names_of(one.data, data_kind_names())},
          {"our_role", text_or_null(one.our_role)},
          {"their_role", text_or_null(one.their_role)},
          {"deployment", name_of(one.deployment, deployment_names())},
          {"tier", text_or_null(one.tier)},
          {"critical_function", one.critical_function},
          {"owner", to_json(one.owner)},
          {"deputies", list_of(one.deputies, [](const Person& person) { return to_json(person); })},
          {"review_months", one.review_months},
          {"starts", date_or_null(one.starts)},
          {"ends", date_or_null(one.ends)},
          {"note", text_or_null(one.note)},
          {"retired", one.retired},
          {"recorded_at", to_string(one.recorded_at)},
          {"recorded_by", one.recorded_by},
          {"reason", text_or_null(one.reason)}};
}

Problems problems_of(const Relationship& one) {
  Problems problems;
  check_mail(one.contact, "contact", problems);
  check_mail(one.owner, "owner", problems);
  for (std::size_t i = 0; i < one.deputies.size(); ++i)
    check_mail(one.deputies[i], "deputies[" + std::to_string(i) + "]", problems);
  if (one.starts && one.ends && *one.ends < *one.starts) problems.push_back({"ends", "lies before starts"});
  return problems;
}

Relationship relationship_from(const Json& value, Problems& problems) {
  ObjectReader reader(value, "", problems);
  auto relationship = read_relationship(reader, problems);
  relationship.reason = reader.text("reason", 1000);
  for (auto& problem : problems_of(relationship)) problems.push_back(std::move(problem));
  for (const auto* own : {"id", "version", "retired", "recorded_at", "recorded_by"}) reader.ignore(own);
  reader.finish();
  return relationship;
}

Relationship stored_relationship(const Json& value) {
  Problems problems;
  ObjectReader reader(value, "", problems);
  auto relationship = read_relationship(reader, problems);
  read_recorded(reader, relationship);
  refuse_stored("relationship", problems);
  return relationship;
}

}  // namespace certreg::codec
