#include "service/alert_items.h"

#include <algorithm>

#include "certreg/domain/lifecycle.h"
#include "certreg/domain/names.h"
#include "certreg/report/supplier_letter.h"

namespace certreg::service {
namespace {

const Tier& usual_tier() {
  static const Tier tier;
  return tier;
}

std::shared_ptr<const CertificateRecord> record_of(const Services& services, const Finding& finding) {
  return finding.certificate ? services.catalogue.certificate(*finding.certificate) : nullptr;
}

std::string page_of(const Services& services, const Relationship& relationship) {
  const auto& party = operator_of(relationship);
  if (services.public_address.empty() || !party.supplier) return {};
  return services.public_address + "/suppliers/" + party.supplier->value;
}

}  // namespace

std::optional<Date> valid_from(const Services& services, const Finding& finding) {
  const auto record = record_of(services, finding);
  return record ? start_of(record->latest()) : std::nullopt;
}

LadderFacts ladder_of(const Services& services, const Tellable& tellable) {
  return {.tier = tellable.tier != nullptr ? *tellable.tier : usual_tier(),
          .finding = tellable.finding,
          .open_since = tellable.open_since,
          .valid_from = valid_from(services, tellable.finding)};
}

report::AlertItem item_of(const Services& services, const Tellable& tellable) {
  const auto& finding = tellable.finding;
  report::AlertItem item;
  item.finding = finding;
  item.reference = tellable.relationship.reference;
  item.supplier = tellable.relationship.supplier.name;
  item.tier = tellable.tier != nullptr ? tellable.tier->name : "none";
  if (const auto* standard = services.reference().find(finding.standard)) item.standard = standard->name;
  if (const auto record = record_of(services, finding)) item.number = record->latest().number;
  item.end = end_of(finding);
  item.address = page_of(services, tellable.relationship);
  item.letter = report::mailto_of(report::write_letter(tellable.relationship, item));
  return item;
}

std::vector<Person> recipients_of(const Relationship& relationship) {
  std::vector<Person> people;
  const auto add = [&](const Person& person) {
    const auto same = [&](const Person& other) { return other.email == person.email; };
    if (is_mail_address(person.email) && std::none_of(people.begin(), people.end(), same))
      people.push_back(person);
  };
  add(relationship.owner);
  for (const auto& deputy : relationship.deputies) add(deputy);
  return people;
}

}  // namespace certreg::service
