#include "service/reference_tables.h"

#include <utility>

namespace certreg::service {
namespace {

std::vector<std::string> read_adoptions(ReferenceRow& edition, const std::string& meaning,
                                        ReferenceTables& tables) {
  std::vector<std::string> printed;
  for (auto& row : edition.rows("adoptions")) {
    printed.push_back(row.text("printed", Need::Required));
    row.source();
    row.refuse_other_keys();
    tables.adoptions.push_back({{printed.back(), meaning}, row.place()});
  }
  return printed;
}

Edition read_edition(ReferenceRow& row, const StandardId& standard, ReferenceTables& tables) {
  Edition edition{.source = row.source()};
  edition.id = row.text("id", Need::Required);
  edition.published = row.date("published", Need::Optional);
  edition.ended = row.date("ended", Need::Optional);
  if (edition.published && edition.ended && *edition.ended < *edition.published)
    row.refuse("the edition ended before it was published");
  edition.amendments = row.texts("amendments");
  edition.adoptions = read_adoptions(row, standard.value + " " + edition.id, tables);
  row.refuse_other_keys();
  tables.editions.push_back({{standard, edition}, row.place()});
  return edition;
}

void read_standard(ReferenceRow& row, ReferenceTables& tables) {
  Standard standard{.source = row.source()};
  standard.id.value = row.slug("id");
  standard.name = row.text("name", Need::Required);
  standard.title = row.text("title", Need::Required);
  if (auto extended = row.text("extends", Need::Optional); !extended.empty()) {
    if (extended == standard.id.value) row.refuse("a standard does not extend itself");
    tables.named_standards.push_back({extended, row.place()});
    standard.extends = StandardId{std::move(extended)};
  }
  standard.asked = row.flag("asked", true);
  standard.spellings = row.texts("spellings");
  for (auto& edition : row.rows("editions"))
    standard.editions.push_back(read_edition(edition, standard.id, tables));
  row.refuse_other_keys();
  tables.standards.push_back({std::move(standard), row.place()});
}

void check_interval(const ReferenceRow& row, const std::optional<Date>& from,
                    const std::optional<Date>& until) {
  if (from && until && *until < *from) row.refuse("ends before it begins");
}

Recognition read_recognition(ReferenceRow& row, ReferenceTables& tables) {
  Recognition recognition;
  recognition.arrangement = row.text("arrangement", Need::Required);
  for (auto& standard : row.texts("standards")) {
    tables.named_standards.push_back({standard, row.place()});
    recognition.standards.push_back({std::move(standard)});
  }
  recognition.from = row.date("from", Need::Optional);
  recognition.until = row.date("until", Need::Optional);
  check_interval(row, recognition.from, recognition.until);
  row.source();
  row.refuse_other_keys();
  return recognition;
}

void read_accreditation_body(ReferenceRow& row, ReferenceTables& tables) {
  AccreditationBody body{.source = row.source()};
  body.id.value = row.slug("id");
  body.name = row.text("name", Need::Required);
  body.acronym = row.text("acronym", Need::Optional);
  body.country = row.country("country");
  body.aliases = row.texts("aliases");
  for (auto& recognition : row.rows("recognitions"))
    body.recognitions.push_back(read_recognition(recognition, tables));
  body.register_address = row.address("register_address", Need::Optional);
  row.refuse_other_keys();
  tables.accreditation_bodies.push_back({std::move(body), row.place()});
}

AccreditationStatus read_status(ReferenceRow& row) {
  const auto status = row.text("status", Need::Optional);
  if (status == "suspended") return AccreditationStatus::Suspended;
  if (status == "ended") return AccreditationStatus::Ended;
  if (!status.empty() && status != "active") row.refuse("status: active, suspended or ended");
  return AccreditationStatus::Active;
}

Accreditation read_accreditation(ReferenceRow& row, ReferenceTables& tables) {
  Accreditation accreditation;
  accreditation.body.value = row.slug("body");
  accreditation.standard.value = row.slug("standard");
  tables.named_accreditors.push_back({accreditation.body.value, row.place()});
  tables.named_standards.push_back({accreditation.standard.value, row.place()});
  accreditation.number = row.text("number", Need::Optional);
  accreditation.status = read_status(row);
  accreditation.from = row.date("from", Need::Optional);
  accreditation.until = row.date("until", Need::Optional);
  check_interval(row, accreditation.from, accreditation.until);
  row.source();
  row.refuse_other_keys();
  return accreditation;
}

void read_certification_body(ReferenceRow& row, ReferenceTables& tables) {
  CertificationBody body{.source = row.source()};
  body.id.value = row.slug("id");
  body.name = row.text("name", Need::Required);
  body.brand = row.text("brand", Need::Optional);
  body.country = row.country("country");
  body.aliases = row.texts("aliases");
  for (auto& accreditation : row.rows("accreditations"))
    body.accreditations.push_back(read_accreditation(accreditation, tables));
  body.accreditations_complete = row.flag("accreditations_complete", false);
  body.verify_address = row.address("verify_address", Need::Optional);
  row.refuse_other_keys();
  tables.certification_bodies.push_back({std::move(body), row.place()});
}

void read_register(ReferenceRow& row, ReferenceTables& tables) {
  Register entry{.source = row.source()};
  entry.id = row.slug("id");
  entry.name = row.text("name", Need::Required);
  entry.operated_by = row.text("operated_by", Need::Required);
  entry.address = row.address("address", Need::Required);
  entry.certificates = row.text("certificates", Need::Required);
  entry.look_ups = row.texts("look_ups");
  entry.deep_link = row.address("deep_link", Need::Optional);
  row.refuse_other_keys();
  tables.registers.push_back({std::move(entry), row.place()});
}

}  // namespace

void read_tables(const YAML::Node& root, std::string_view file, ReferenceTables& tables,
                 ReferenceProblems& problems) {
  ReferenceRow lists(root, file, problems);
  for (auto& row : lists.rows("standards")) read_standard(row, tables);
  for (auto& row : lists.rows("accreditation_bodies")) read_accreditation_body(row, tables);
  for (auto& row : lists.rows("certification_bodies")) read_certification_body(row, tables);
  for (auto& row : lists.rows("registers")) read_register(row, tables);
  lists.refuse_other_keys();
}

}  // namespace certreg::service
