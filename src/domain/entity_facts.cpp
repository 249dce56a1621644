#include "domain/entity_facts.h"

#include "domain/entity_domains.h"
#include "domain/entity_name_parts.h"

namespace certreg {
namespace {

void add_name(EntityFacts& facts, const std::string& name, const std::string& within) {
  auto taken = entity_name(name);
  if (taken.words.empty()) return;
  taken.within = within;
  facts.names.push_back(std::move(taken));
}

}  // namespace

EntityFacts facts_of(const LegalEntity& entity) {
  EntityFacts facts{.id = entity.id,
                    .group = entity.group,
                    .identifiers = identifiers_of(entity),
                    .domains = own_domains(entity.domains)};
  for (const auto& domain : entity.domains)
    if (const auto label = domain_label(domain); !label.empty())
      facts.domain_names.push_back(entity_name(label));
  for (const auto& name : entity.names) {
    add_name(facts, name, {});
    for (const auto& part : names_within(name)) add_name(facts, part, name);
  }
  return facts;
}

LegalEntity entity_of(const Supplier& supplier, Date on) {
  LegalEntity entity{.id = supplier.id,
                     .names = {supplier.name},
                     .country = supplier.country,
                     .lei = supplier.lei,
                     .registration_number = supplier.registration_number,
                     .vat = supplier.vat,
                     .domains = supplier.domains};
  entity.names.insert(entity.names.end(), supplier.aliases.begin(), supplier.aliases.end());
  for (const auto& link : supplier.groups)
    if ((!link.from || *link.from <= on) && (!link.until || on <= *link.until))
      entity.group.push_back(link.supplier);
  return entity;
}

LegalEntity entity_of(const Holder& holder) {
  return {.names = {holder.name},
          .country = holder.country,
          .lei = holder.lei,
          .registration_number = holder.registration_number,
          .vat = holder.vat};
}

}  // namespace certreg
