#include "certreg/catalogue/catalogue.h"

#include <algorithm>
#include <mutex>

#include "certreg/domain/names.h"

namespace certreg::catalogue {
namespace {

template <class Map, class Key, class Value>
void take_out(Map& map, const Key& key, const Value& value) {
  const auto entry = map.find(key);
  if (entry == map.end()) return;
  std::erase(entry->second, value);
  if (entry->second.empty()) map.erase(entry);
}

std::string fold_case(std::string_view text) {
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return folded;
}

std::vector<std::string> identifiers_of(const Supplier& supplier) {
  std::vector<std::string> all;
  for (const auto* number : {&supplier.lei, &supplier.vat, &supplier.registration_number})
    if (!number->empty()) all.push_back(normalise_number(*number));
  for (const auto& domain : supplier.domains) all.push_back(fold_case(domain));
  return all;
}

std::vector<std::string> names_of(const Supplier& supplier) {
  std::vector<std::string> all{normalise_name(supplier.name)};
  for (const auto& alias : supplier.aliases)
    if (auto name = normalise_name(alias); std::find(all.begin(), all.end(), name) == all.end())
      all.push_back(name);
  return all;
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

void add_once(std::vector<SupplierId>& ids, const SupplierId& id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

constexpr std::size_t kShortestBeginning = 4, kMostIdentifiers = 1000;

// A number or a domain that is being typed, and not a word of a name.
bool may_go_on(std::string_view key) {
  return key.size() >= kShortestBeginning &&
         std::any_of(key.begin(), key.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

double beginning_score(std::string_view asked, std::string_view identifier) {
  return 0.8 + 0.2 * static_cast<double>(asked.size()) / static_cast<double>(identifier.size());
}

// As searched_names() counts them.
const std::string* name_of(const Supplier& supplier, std::size_t number) {
  if (number == 0) return &supplier.name;
  return number <= supplier.aliases.size() ? &supplier.aliases[number - 1] : nullptr;
}

// The best first; of equal ones those that were found first.
void keep_best_of_each(std::vector<SupplierMatch>& matches) {
  std::stable_sort(matches.begin(), matches.end(),
                   [](const auto& left, const auto& right) { return left.score > right.score; });
  std::unordered_set<SupplierId> known;
  std::erase_if(matches,
                [&](const SupplierMatch& match) { return !known.insert(match.supplier->id).second; });
}

}  // namespace

std::string_view to_string(MatchedBy by) {
  switch (by) {
    case MatchedBy::Name:
      return "name";
    case MatchedBy::Alias:
      return "alias";
    case MatchedBy::Identifier:
      return "identifier";
  }
  return "";
}

bool Catalogue::take(Supplier supplier) {
  auto record = std::make_shared<const Supplier>(std::move(supplier));
  auto& slot = suppliers_[record->id];
  if (slot) {
    if (slot->version > record->version) return false;  // an older answer of a slower reader
    forget(*slot);
  }
  slot = record;
  if (record->retired) return true;
  for (const auto& name : names_of(*record)) add_once(by_name_[name], record->id);
  for (const auto& identifier : identifiers_of(*record)) add_once(by_identifier_[identifier], record->id);
  return true;
}

void Catalogue::put(Supplier supplier) {
  std::vector<Supplier> one;
  one.push_back(std::move(supplier));
  put(std::move(one));
}

void Catalogue::put(std::vector<Supplier> suppliers) {
  if (suppliers.empty()) return;
  const std::lock_guard writing(writing_);
  std::vector<SupplierPtr> taken;
  {
    const std::unique_lock lock(mutex_);
    for (auto& supplier : suppliers) {
      const auto id = supplier.id;
      if (take(std::move(supplier))) taken.push_back(suppliers_.at(id));
    }
  }
  note_slots(taken, names_.put(searched_names(taken)));
}

void Catalogue::load(std::vector<Supplier> suppliers) {
  const std::lock_guard writing(writing_);
  const std::unique_lock lock(mutex_);
  for (auto& supplier : suppliers) take(std::move(supplier));
}

void Catalogue::index_names(unsigned threads) {
  const std::lock_guard writing(writing_);
  std::vector<SupplierPtr> all;
  {
    const std::shared_lock lock(mutex_);
    for (const auto& [id, supplier] : suppliers_) all.push_back(supplier);
  }
  note_slots(all, names_.build(searched_names(all), threads));
}

void Catalogue::note_slots(const std::vector<SupplierPtr>& suppliers,
                           const std::vector<NameIndex::Slot>& slots) {
  const std::unique_lock lock(mutex_);
  for (std::size_t at = 0; at < suppliers.size(); ++at) {
    if (slots[at] >= by_slot_.size()) by_slot_.resize(slots[at] + std::size_t{1});
    by_slot_[slots[at]] = suppliers[at];
  }
}

void Catalogue::put(CertificateRecord record) {
  auto fresh = std::make_shared<const CertificateRecord>(std::move(record));
  const std::unique_lock lock(mutex_);
  auto& slot = certificates_[fresh->id];
  if (slot) forget(*slot);
  slot = fresh;
  const auto& latest = fresh->latest();
  if (latest.retired) return;
  by_supplier_[latest.supplier].push_back(fresh);
  if (latest.expires) by_expiry_.emplace(*latest.expires, fresh);
  if (!latest.number.empty()) add_once(by_identifier_[normalise_number(latest.number)], latest.supplier);
}

void Catalogue::forget(const Supplier& supplier) {
  for (const auto& name : names_of(supplier)) take_out(by_name_, name, supplier.id);
  for (const auto& identifier : identifiers_of(supplier)) take_out(by_identifier_, identifier, supplier.id);
}

void Catalogue::forget(const CertificateRecord& record) {
  const auto& latest = record.latest();
  const auto held = certificates_.at(record.id);
  take_out(by_supplier_, latest.supplier, held);
  forget_number(latest);
  if (!latest.expires) return;
  const auto [first, last] = by_expiry_.equal_range(*latest.expires);
  const auto entry = std::find_if(first, last, [&](const auto& pair) { return pair.second == held; });
  if (entry != last) by_expiry_.erase(entry);
}

// Unless another certificate, or the supplier itself, is known by it; `version` is in by_supplier_ no more.
void Catalogue::forget_number(const CertificateVersion& version) {
  const auto number = normalise_number(version.number);
  if (number.empty()) return;
  if (const auto others = by_supplier_.find(version.supplier); others != by_supplier_.end())
    for (const auto& record : others->second)
      if (normalise_number(record->latest().number) == number) return;
  if (const auto owner = suppliers_.find(version.supplier);
      owner != suppliers_.end() && !owner->second->retired)
    for (const auto& identifier : identifiers_of(*owner->second))
      if (identifier == number) return;
  take_out(by_identifier_, number, version.supplier);
}

void Catalogue::put(SourceSearch search) {
  auto record = std::make_shared<const SourceSearch>(std::move(search));
  const std::unique_lock lock(mutex_);
  searches_[record->source] = std::move(record);
}

std::shared_ptr<const SourceSearch> Catalogue::search_of(const std::string& source) const {
  const std::shared_lock lock(mutex_);
  const auto found = searches_.find(source);
  return found == searches_.end() ? nullptr : found->second;
}

SupplierPtr Catalogue::supplier(const SupplierId& id) const {
  const std::shared_lock lock(mutex_);
  const auto found = suppliers_.find(id);
  return found == suppliers_.end() ? nullptr : found->second;
}

RecordPtr Catalogue::certificate(const CertificateId& id) const {
  const std::shared_lock lock(mutex_);
  const auto found = certificates_.find(id);
  return found == certificates_.end() ? nullptr : found->second;
}

std::vector<RecordPtr> Catalogue::certificates_of(const SupplierId& id) const {
  const std::shared_lock lock(mutex_);
  const auto found = by_supplier_.find(id);
  return found == by_supplier_.end() ? std::vector<RecordPtr>{} : found->second;
}

std::size_t Catalogue::count_certificates_of(const SupplierId& id) const {
  const std::shared_lock lock(mutex_);
  const auto found = by_supplier_.find(id);
  return found == by_supplier_.end() ? 0 : found->second.size();
}

std::vector<SupplierPtr> Catalogue::suppliers_after(const SupplierId& after, std::size_t limit) const {
  const std::shared_lock lock(mutex_);
  std::vector<SupplierPtr> all;
  for (auto at = suppliers_.upper_bound(after); at != suppliers_.end() && all.size() < limit; ++at)
    if (!at->second->retired) all.push_back(at->second);
  return all;
}

std::vector<RecordPtr> Catalogue::certificates_after(const CertificateId& after, std::size_t limit) const {
  const std::shared_lock lock(mutex_);
  std::vector<RecordPtr> all;
  for (auto at = certificates_.upper_bound(after); at != certificates_.end() && all.size() < limit; ++at)
    if (!at->second->latest().retired) all.push_back(at->second);
  return all;
}

std::vector<SupplierPtr> Catalogue::suppliers_named(std::string_view name) const {
  const auto normal = normalise_name(name);
  const std::shared_lock lock(mutex_);
  std::vector<SupplierPtr> all;
  if (const auto found = by_name_.find(normal); found != by_name_.end())
    for (const auto& id : found->second) all.push_back(suppliers_.at(id));
  return all;
}

bool Catalogue::passes(const SupplierPtr& supplier, const SupplierFilter& filter) const {
  static const std::vector<RecordPtr> none;
  if (supplier == nullptr || supplier->retired) return false;
  if (!filter) return true;
  const auto found = by_supplier_.find(supplier->id);
  return filter(*supplier, found == by_supplier_.end() ? none : found->second);
}

std::vector<NameMatch> Catalogue::search_names(std::string_view text, std::size_t limit,
                                               const SupplierFilter& filter) const {
  if (!filter) return names_.search(text, limit);
  const std::shared_lock lock(mutex_);
  return names_.search(text, limit, [&](NameIndex::Slot slot) {
    return slot < by_slot_.size() && passes(by_slot_[slot], filter);
  });
}

// Exact ones first, then those that go on.
void Catalogue::add_by_identifier(std::string_view text, std::size_t limit, const SupplierFilter& filter,
                                  std::vector<SupplierMatch>& matches) const {
  for (const auto& key : {normalise_number(text), fold_case(text)}) {
    if (key.empty()) continue;
    std::size_t looked_at = 0;
    for (auto at = by_identifier_.lower_bound(key); at != by_identifier_.end(); ++at) {
      const auto& [identifier, ids] = *at;
      const bool is_exact = identifier == key;
      if (!is_exact && (!may_go_on(key) || !identifier.starts_with(key))) break;
      for (const auto& id : ids) {
        if (matches.size() >= limit || ++looked_at > kMostIdentifiers) return;
        const auto found = suppliers_.find(id);
        if (found == suppliers_.end() || !passes(found->second, filter)) continue;
        matches.push_back({found->second, is_exact ? 1 : beginning_score(key, identifier),
                           MatchedBy::Identifier, is_exact ? NameMatchKind::Exact : NameMatchKind::Beginning,
                           identifier});
      }
    }
  }
}

std::vector<SupplierMatch> Catalogue::search(std::string_view text, std::size_t limit,
                                             const SupplierFilter& filter) const {
  const auto named = search_names(text, limit, filter);
  std::vector<SupplierMatch> matches;
  {
    const std::shared_lock lock(mutex_);
    add_by_identifier(text, limit, filter, matches);
    for (const auto& match : named) {
      const auto found = suppliers_.find(match.supplier);
      if (found == suppliers_.end() || found->second->retired) continue;
      const auto* name = name_of(*found->second, match.name);
      if (name == nullptr) continue;  // it was corrected since
      matches.push_back({found->second, match.score, match.name == 0 ? MatchedBy::Name : MatchedBy::Alias,
                         match.kind, *name});
    }
  }
  keep_best_of_each(matches);
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

std::vector<RecordPtr> Catalogue::expiring(Date from, Date before, const std::optional<Date>& after_day,
                                           const CertificateId& after, std::size_t limit) const {
  const std::shared_lock lock(mutex_);
  std::vector<RecordPtr> all;
  auto at = by_expiry_.lower_bound(after_day ? std::max(from, *after_day) : from);
  while (at != by_expiry_.end() && at->first < before && all.size() < limit) {
    const Date day = at->first;
    std::vector<RecordPtr> same_day;
    for (; at != by_expiry_.end() && at->first == day; ++at)
      if (!after_day || day != *after_day || after < at->second->id) same_day.push_back(at->second);
    std::sort(same_day.begin(), same_day.end(), [](const auto& a, const auto& b) { return a->id < b->id; });
    for (const auto& record : same_day)
      if (all.size() < limit) all.push_back(record);
  }
  return all;
}

Size Catalogue::size() const {
  const std::shared_lock lock(mutex_);
  return {suppliers_.size(), certificates_.size()};
}

}  // namespace certreg::catalogue
