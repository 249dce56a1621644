// How what is put becomes known.
#include <algorithm>

#include "catalogue/catalogue_state.h"
#include "certreg/catalogue/reading.h"
#include "certreg/domain/names.h"

namespace certreg::catalogue {
namespace {

Keys without(Keys all, const Keys& taken) {
  std::erase_if(all,
                [&](const auto& key) { return std::find(taken.begin(), taken.end(), key) != taken.end(); });
  return all;
}

void take_from(NumberedSet<Posting>& set, const std::string& key, Number number) {
  const auto* held = set.find(key);
  if (held != nullptr && held->has(number)) set.put(held->without(number));
}

// In the order in which SupplierNames' names are counted: the name, then the aliases.
std::vector<SupplierNames> searched_names(const std::vector<Supplier>& suppliers) {
  std::vector<SupplierNames> all;
  all.reserve(suppliers.size());
  for (const auto& supplier : suppliers) {
    all.push_back({supplier.id, {}});
    if (supplier.retired) continue;
    all.back().names.push_back(supplier.name);
    all.back().names.insert(all.back().names.end(), supplier.aliases.begin(), supplier.aliases.end());
  }
  return all;
}

}  // namespace

Keys identifiers_of(const Supplier& supplier) {
  Keys all;
  for (const auto* number : {&supplier.lei, &supplier.vat, &supplier.registration_number})
    if (!number->empty()) all.push_back(normalise_number(*number));
  for (const auto& domain : supplier.domains) all.push_back(fold_case(domain));
  return all;
}

Keys normal_names_of(const Supplier& supplier) {
  Keys all{normalise_name(supplier.name)};
  for (const auto& alias : supplier.aliases)
    if (auto name = normalise_name(alias); std::find(all.begin(), all.end(), name) == all.end())
      all.push_back(name);
  return all;
}

void Catalogue::State::add_name(const std::string& name, Number company) {
  const auto* held = by_name.find(name);
  if (held == nullptr)
    by_name.put(Posting::of(name, {&company, 1}));
  else if (!held->has(company))
    by_name.put(held->with(company));
}

void Catalogue::put(Supplier supplier) {
  std::vector<Supplier> one;
  one.push_back(std::move(supplier));
  put(std::move(one));
}

void Catalogue::put(std::vector<Supplier> suppliers) {
  if (suppliers.empty()) return;
  const std::lock_guard writing(state_->writing);
  std::erase_if(suppliers, [&](const Supplier& supplier) { return !state_->take(supplier); });
  if (!state_->is_searchable) return;  // all are still to be indexed
  std::vector<Number> numbers;
  for (const auto& supplier : suppliers)
    numbers.push_back(*state_->companies.number_of(packed_id(supplier.id.value)));
  state_->note_slots(numbers, state_->names.put(searched_names(suppliers)));
}

bool Catalogue::State::take(const Supplier& supplier) {
  const auto number = company_of(packed_id(supplier.id.value));
  const auto& held = companies.at(number);
  std::optional<Supplier> before;
  if (held.is_known()) before = held.unpack(texts);
  if (before && before->version > supplier.version) return false;  // of a slower reader
  companies.put(number, PackedCompany::of(supplier, held.certificates(), texts));
  if (!before) ++supplier_count;
  index(number, before ? &*before : nullptr, supplier);
  ++supplier_changes;
  return true;
}

Number Catalogue::State::company_of(std::string_view key) {
  const auto known = companies.number_of(key);
  return known ? *known : companies.put(PackedCompany::unknown(key));
}

// What stays is never missing in between: a reader would take the gap for "not found".
void Catalogue::State::index(Number number, const Supplier* before, const Supplier& now) {
  const auto known_names = now.retired ? Keys{} : normal_names_of(now);
  const auto identifiers = now.retired ? Keys{} : identifiers_of(now);
  for (const auto& name : known_names) add_name(name, number);
  const bool was_known = before != nullptr && !before->retired;
  if (was_known)
    for (const auto& name : without(normal_names_of(*before), known_names)) take_from(by_name, name, number);
  const std::unique_lock lock(lists);
  if (was_known)
    for (const auto& identifier : without(identifiers_of(*before), identifiers))
      by_identifier.remove(identifier, number);
  for (const auto& identifier : identifiers) by_identifier.add(identifier, number);
  suppliers_in_order.insert(number);
}

void Catalogue::State::note_slots(const std::vector<Number>& numbers,
                                  const std::vector<NameIndex::Slot>& slots) {
  const std::unique_lock lock(lists);
  for (std::size_t at = 0; at < numbers.size(); ++at) {
    if (slots[at] >= by_slot.size()) by_slot.resize(slots[at] + std::size_t{1});
    by_slot[slots[at]] = numbers[at];
  }
}

void Catalogue::put(const CertificateRecord& record) {
  auto fresh = PackedCertificate::of(record, state_->texts);
  const std::lock_guard writing(state_->writing);
  auto& certificates = state_->certificates;
  const auto known = certificates.number_of(fresh->key());
  if (known) return state_->put_certificate(*known, std::move(fresh));
  const auto company = state_->company_of(fresh->latest(state_->texts).supplier);
  const auto number = certificates.put(std::move(fresh));
  ++state_->certificate_count;
  const auto& now = certificates.at(number);
  if (now.is_retired()) return;
  state_->add_to_company(company, number);
  state_->add_number(company, now.latest(state_->texts).number);
  state_->file_expiry(number, {}, now.expires());
}

// In place of another version of it. What is in both is never missing in between.
void Catalogue::State::put_certificate(Number number, PackedCertificate::Ptr fresh) {
  const auto& before = certificates.at(number);
  const auto old_latest = before.latest(texts);
  const auto old_company = company_of(old_latest.supplier);
  const std::string old_number(old_latest.number);
  const bool was_shown = !before.is_retired(), is_shown = !fresh->is_retired();
  const auto old_expires = was_shown ? before.expires() : std::nullopt;
  const auto new_expires = is_shown ? fresh->expires() : std::nullopt;
  const auto company = company_of(fresh->latest(texts).supplier);
  if (is_shown) {
    add_to_company(company, number);
    add_number(company, fresh->latest(texts).number);
  }
  certificates.put(number, std::move(fresh));
  if (was_shown && (!is_shown || company != old_company)) take_from_company(old_company, number);
  if (was_shown) forget_number(old_company, old_number);
  if (was_shown || is_shown) file_expiry(number, old_expires, new_expires);
  if (was_shown && !is_shown) {
    const std::unique_lock lock(lists);
    certificates_in_order.erase(number);
  }
}

void Catalogue::State::add_to_company(Number company, Number certificate) {
  const auto& held = companies.at(company);
  std::vector<Number> all(held.certificates().begin(), held.certificates().end());
  if (std::find(all.begin(), all.end(), certificate) != all.end()) return;
  all.push_back(certificate);
  companies.put(company, held.with(all));
}

void Catalogue::State::take_from_company(Number company, Number certificate) {
  const auto& held = companies.at(company);
  std::vector<Number> all(held.certificates().begin(), held.certificates().end());
  if (std::erase(all, certificate) != 0) companies.put(company, held.with(all));
}

void Catalogue::State::add_number(Number company, std::string_view number) {
  const auto identifier = normalise_number(number);
  if (identifier.empty()) return;
  const std::unique_lock lock(lists);
  by_identifier.add(identifier, company);
}

// Unless another certificate, or the supplier itself, is known by it.
void Catalogue::State::forget_number(Number company, std::string_view number) {
  const auto identifier = normalise_number(number);
  if (identifier.empty()) return;
  const auto& owner = companies.at(company);
  for (const auto certificate : owner.certificates())
    if (normalise_number(certificates.at(certificate).latest(texts).number) == identifier) return;
  if (owner.is_known() && !owner.head(texts).is_retired)
    for (const auto& own : identifiers_of(owner.unpack(texts)))
      if (own == identifier) return;
  const std::unique_lock lock(lists);
  by_identifier.remove(identifier, company);
}

void Catalogue::State::file_expiry(Number number, const std::optional<Date>& before,
                                   const std::optional<Date>& now) {
  const ById<Certificates> order{&certificates};
  const std::unique_lock lock(lists);
  certificates_in_order.insert(number);
  if (before == now) return;
  if (before) {
    auto& day = by_expiry[*before];
    std::erase(day, number);
    if (day.empty()) by_expiry.erase(*before);
  }
  if (now) {
    auto& day = by_expiry[*now];
    day.insert(std::lower_bound(day.begin(), day.end(), number, order), number);
  }
}

void Catalogue::put(SourceSearch search) {
  auto record = std::make_shared<const SourceSearch>(std::move(search));
  const std::lock_guard writing(state_->writing);
  const auto source = record->source;
  state_->searches.put(source,
                       std::make_unique<const std::shared_ptr<const SourceSearch>>(std::move(record)));
}

}  // namespace certreg::catalogue
