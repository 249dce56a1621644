// How what is put becomes known.
#include <algorithm>

#include "catalogue/catalogue_state.h"
#include "certreg/catalogue/reading.h"
#include "certreg/domain/names.h"

namespace certreg::catalogue {
namespace {

using Keys = std::vector<std::string>;

Keys identifiers_of(const Supplier& supplier) {
  Keys all;
  for (const auto* number : {&supplier.lei, &supplier.vat, &supplier.registration_number})
    if (!number->empty()) all.push_back(normalise_number(*number));
  for (const auto& domain : supplier.domains) all.push_back(fold_case(domain));
  return all;
}

Keys names_of(const Supplier& supplier) {
  Keys all{normalise_name(supplier.name)};
  for (const auto& alias : supplier.aliases)
    if (auto name = normalise_name(alias); std::find(all.begin(), all.end(), name) == all.end())
      all.push_back(name);
  return all;
}

Keys without(Keys all, const Keys& taken) {
  std::erase_if(all,
                [&](const auto& key) { return std::find(taken.begin(), taken.end(), key) != taken.end(); });
  return all;
}

void add_to(SlotMap<SupplierIds>& map, const std::string& key, const SupplierId& id) {
  const auto* held = map.find(key);
  if (held != nullptr && std::find(held->begin(), held->end(), id) != held->end()) return;
  auto ids = held == nullptr ? std::make_unique<SupplierIds>() : std::make_unique<SupplierIds>(*held);
  ids->push_back(id);
  map.put(key, std::move(ids));
}

void take_from(SlotMap<SupplierIds>& map, const std::string& key, const SupplierId& id) {
  const auto* held = map.find(key);
  if (held == nullptr || std::find(held->begin(), held->end(), id) == held->end()) return;
  auto ids = std::make_unique<SupplierIds>(*held);
  std::erase(*ids, id);
  map.put(key, std::move(ids));
}

void add_to(Identifiers& map, const std::string& key, const SupplierId& id) {
  auto& ids = map[key];
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

void take_from(Identifiers& map, const std::string& key, const SupplierId& id) {
  const auto entry = map.find(key);
  if (entry == map.end()) return;
  std::erase(entry->second, id);
  if (entry->second.empty()) map.erase(entry);
}

// In the order in which SupplierNames' names are counted: the name, then the aliases.
std::vector<SupplierNames> searched_names(const std::vector<SupplierPtr>& suppliers) {
  std::vector<SupplierNames> all;
  all.reserve(suppliers.size());
  for (const auto& supplier : suppliers) {
    all.push_back({supplier->id, {}});
    if (supplier->retired) continue;
    all.back().names.push_back(supplier->name);
    all.back().names.insert(all.back().names.end(), supplier->aliases.begin(), supplier->aliases.end());
  }
  return all;
}

}  // namespace

void Catalogue::put(Supplier supplier) {
  std::vector<Supplier> one;
  one.push_back(std::move(supplier));
  put(std::move(one));
}

void Catalogue::put(std::vector<Supplier> suppliers) {
  if (suppliers.empty()) return;
  const std::lock_guard writing(state_->writing);
  std::vector<SupplierPtr> taken;
  for (auto& supplier : suppliers)
    if (auto record = state_->take(std::move(supplier))) taken.push_back(std::move(record));
  state_->note_slots(taken, state_->names.put(searched_names(taken)));
}

void Catalogue::load(std::vector<Supplier> suppliers) {
  const std::lock_guard writing(state_->writing);
  for (auto& supplier : suppliers) state_->take(std::move(supplier));
}

void Catalogue::index_names(unsigned threads) {
  std::vector<SupplierPtr> all;
  {
    const Reading reading;
    const std::shared_lock lock(state_->lists);
    for (const auto* slot : state_->suppliers_in_order) all.push_back(slot->value.get()->supplier);
  }
  state_->note_slots(all, state_->names.build(searched_names(all), threads));
}

SupplierPtr Catalogue::State::take(Supplier supplier) {
  auto record = std::make_shared<const Supplier>(std::move(supplier));
  auto held = company(record->id);
  if (held.supplier && held.supplier->version > record->version) return nullptr;  // of a slower reader
  const auto before = std::exchange(held.supplier, record);
  set_company(record->id, std::move(held));
  if (!before) ++supplier_count;
  index(before.get(), *record);
  ++supplier_changes;
  return record;
}

// What stays is never missing in between: a reader would take the gap for "not found".
void Catalogue::State::index(const Supplier* before, const Supplier& now) {
  const auto known_names = now.retired ? Keys{} : names_of(now);
  const auto identifiers = now.retired ? Keys{} : identifiers_of(now);
  for (const auto& name : known_names) add_to(by_name, name, now.id);
  const bool was_known = before != nullptr && !before->retired;
  if (was_known)
    for (const auto& name : without(names_of(*before), known_names)) take_from(by_name, name, now.id);
  const std::unique_lock lock(lists);
  if (was_known)
    for (const auto& identifier : without(identifiers_of(*before), identifiers))
      take_from(by_identifier, identifier, now.id);
  for (const auto& identifier : identifiers) add_to(by_identifier, identifier, now.id);
  suppliers_in_order.insert(companies.slot(now.id.value));
}

void Catalogue::State::note_slots(const std::vector<SupplierPtr>& suppliers,
                                  const std::vector<NameIndex::Slot>& slots) {
  const std::unique_lock lock(lists);
  for (std::size_t at = 0; at < suppliers.size(); ++at) {
    if (slots[at] >= by_slot.size()) by_slot.resize(slots[at] + std::size_t{1});
    by_slot[slots[at]] = suppliers[at];
  }
}

void Catalogue::put(CertificateRecord record) {
  const auto fresh = std::make_shared<const CertificateRecord>(std::move(record));
  const std::lock_guard writing(state_->writing);
  const auto* held = state_->certificates.find(fresh->id.value);
  const auto before = held == nullptr ? nullptr : *held;
  state_->certificates.put(fresh->id.value, std::make_unique<const RecordPtr>(fresh));
  if (!before) ++state_->certificate_count;
  const auto counted = before && !before->latest().retired ? before : nullptr;
  state_->file(counted, fresh->latest().retired ? nullptr : fresh);
}

// Under its supplier, its number and its expiry; either may be null.
void Catalogue::State::file(const RecordPtr& before, const RecordPtr& now) {
  if (!before && !now) return;
  if (now) {
    auto owner = company(now->latest().supplier);
    std::erase(owner.certificates, before);
    owner.certificates.push_back(now);
    set_company(now->latest().supplier, std::move(owner));
    if (const auto number = normalise_number(now->latest().number); !number.empty()) {
      const std::unique_lock lock(lists);
      add_to(by_identifier, number, now->latest().supplier);
    }
  }
  if (before && (!now || now->latest().supplier != before->latest().supplier)) {
    auto owner = company(before->latest().supplier);
    std::erase(owner.certificates, before);
    set_company(before->latest().supplier, std::move(owner));
  }
  if (before) forget_number(before->latest());
  index_expiry(before, now);
}

void Catalogue::State::index_expiry(const RecordPtr& before, const RecordPtr& now) {
  const auto* slot = certificates.slot((now ? now : before)->id.value);
  const std::unique_lock lock(lists);
  if (before && before->latest().expires) by_expiry.erase({*before->latest().expires, slot->key});
  if (!now) return void(certificates_in_order.erase(slot));
  certificates_in_order.insert(slot);
  if (now->latest().expires) by_expiry.emplace(*now->latest().expires, slot->key);
}

// Unless a certificate, or the supplier itself, is known by it; `version` is among its company's no more.
void Catalogue::State::forget_number(const CertificateVersion& version) {
  const auto number = normalise_number(version.number);
  if (number.empty()) return;
  const auto owner = company(version.supplier);
  for (const auto& record : owner.certificates)
    if (normalise_number(record->latest().number) == number) return;
  if (owner.supplier && !owner.supplier->retired)
    for (const auto& identifier : identifiers_of(*owner.supplier))
      if (identifier == number) return;
  const std::unique_lock lock(lists);
  take_from(by_identifier, number, version.supplier);
}

void Catalogue::put(SourceSearch search) {
  auto record = std::make_shared<const SourceSearch>(std::move(search));
  const std::lock_guard writing(state_->writing);
  const auto source = record->source;
  state_->searches.put(source,
                       std::make_unique<const std::shared_ptr<const SourceSearch>>(std::move(record)));
}

}  // namespace certreg::catalogue
