#include "certreg/catalogue/catalogue.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <unordered_set>

#include "catalogue/slot_map.h"
#include "certreg/domain/names.h"

namespace certreg::catalogue {
namespace {

struct Company {
  SupplierPtr supplier;  // null: a certificate came before its supplier
  std::vector<RecordPtr> certificates;
};

using Companies = SlotMap<Company>;
using Certificates = SlotMap<RecordPtr>;
using SupplierIds = std::vector<SupplierId>;
using Keys = std::vector<std::string>;

struct ByKey {
  template <class Slot>
  bool operator()(const Slot* left, const Slot* right) const {
    return left->key < right->key;
  }
  using is_transparent = void;
  template <class Slot>
  bool operator()(const Slot* left, std::string_view right) const {
    return left->key < right;
  }
  template <class Slot>
  bool operator()(std::string_view left, const Slot* right) const {
    return left < right->key;
  }
};

using Expiry = std::pair<Date, std::string_view>;  // the day, and the id of a slot's key

std::string fold_case(std::string_view text) {
  std::string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return folded;
}

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

using Identifiers = std::map<std::string, SupplierIds, std::less<>>;

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

// The slots of a set in the order of their keys, after `after`, as long as `take` says.
template <class Slots, class Take>
void walk_after(const Slots& slots, std::string_view after, Take take) {
  for (auto at = slots.upper_bound(after); at != slots.end(); ++at)
    if (!take(**at)) return;
}

}  // namespace

struct Catalogue::State {
  std::mutex writing;
  Companies companies;
  Certificates certificates;
  SlotMap<SupplierIds> by_name;
  SlotMap<std::shared_ptr<const SourceSearch>> searches;
  std::atomic<std::size_t> supplier_count{0}, certificate_count{0};

  mutable std::shared_mutex lists;  // guards what follows
  std::set<const Companies::Slot*, ByKey> suppliers_in_order;
  std::set<const Certificates::Slot*, ByKey> certificates_in_order;
  std::set<Expiry> by_expiry;
  Identifiers by_identifier;
  std::vector<SupplierPtr> by_slot;  // of `names`

  NameIndex names;  // has its own way of being read while it changes

  SupplierPtr supplier(std::string_view id) const {
    const auto* company = companies.find(id);
    return company == nullptr ? nullptr : company->supplier;
  }
  void set_company(const SupplierId& id, Company company) {
    companies.put(id.value, std::make_unique<const Company>(std::move(company)));
  }
  Company company(const SupplierId& id) const {
    const auto* held = companies.find(id.value);
    return held == nullptr ? Company{} : *held;
  }
  SupplierPtr take(Supplier supplier);  // null when it is older than what is known
  void index(const Supplier* before, const Supplier& now);
  void note_slots(const std::vector<SupplierPtr>& suppliers, const std::vector<NameIndex::Slot>& slots);
  bool passes(const SupplierPtr& supplier, const SupplierFilter& filter) const;
  std::vector<NameMatch> search_names(std::string_view text, std::size_t limit,
                                      const SupplierFilter& filter) const;
  void add_by_identifier(std::string_view text, std::size_t limit, const SupplierFilter& filter,
                         std::vector<SupplierMatch>& matches) const;
  void file(const RecordPtr& before, const RecordPtr& now);
  void index_expiry(const RecordPtr& before, const RecordPtr& now);
  void forget_number(const CertificateVersion& version);
};

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

Catalogue::Catalogue() : state_(std::make_unique<State>()) {}
Catalogue::~Catalogue() = default;

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
  const std::lock_guard writing(state_->writing);
  std::vector<SupplierPtr> all;
  {
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

std::shared_ptr<const SourceSearch> Catalogue::search_of(const std::string& source) const {
  const Reading reading;
  const auto* found = state_->searches.find(source);
  return found == nullptr ? nullptr : *found;
}

SupplierPtr Catalogue::supplier(const SupplierId& id) const {
  const Reading reading;
  return state_->supplier(id.value);
}

RecordPtr Catalogue::certificate(const CertificateId& id) const {
  const Reading reading;
  const auto* found = state_->certificates.find(id.value);
  return found == nullptr ? nullptr : *found;
}

std::vector<RecordPtr> Catalogue::certificates_of(const SupplierId& id) const {
  const Reading reading;
  const auto* found = state_->companies.find(id.value);
  return found == nullptr ? std::vector<RecordPtr>{} : found->certificates;
}

std::size_t Catalogue::count_certificates_of(const SupplierId& id) const {
  const Reading reading;
  const auto* found = state_->companies.find(id.value);
  return found == nullptr ? 0 : found->certificates.size();
}

std::vector<SupplierPtr> Catalogue::suppliers_after(const SupplierId& after, std::size_t limit) const {
  std::vector<SupplierPtr> all;
  const std::shared_lock lock(state_->lists);
  const Reading reading;
  walk_after(state_->suppliers_in_order, after.value, [&](const Companies::Slot& slot) {
    const auto& supplier = slot.value.get()->supplier;
    if (all.size() < limit && !supplier->retired) all.push_back(supplier);
    return all.size() < limit;
  });
  return all;
}

std::vector<RecordPtr> Catalogue::certificates_after(const CertificateId& after, std::size_t limit) const {
  std::vector<RecordPtr> all;
  const std::shared_lock lock(state_->lists);
  const Reading reading;
  walk_after(state_->certificates_in_order, after.value, [&](const Certificates::Slot& slot) {
    const auto& record = *slot.value.get();
    if (all.size() < limit && !record->latest().retired) all.push_back(record);
    return all.size() < limit;
  });
  return all;
}

std::vector<SupplierPtr> Catalogue::suppliers_named(std::string_view name) const {
  const auto normal = normalise_name(name);
  const Reading reading;
  std::vector<SupplierPtr> all;
  if (const auto* found = state_->by_name.find(normal))
    for (const auto& id : *found)
      if (auto supplier = state_->supplier(id.value); supplier && !supplier->retired)
        all.push_back(std::move(supplier));
  return all;
}

bool Catalogue::State::passes(const SupplierPtr& supplier, const SupplierFilter& filter) const {
  if (supplier == nullptr || supplier->retired) return false;
  return !filter || filter(*supplier, companies.find(supplier->id.value)->certificates);
}

std::vector<NameMatch> Catalogue::State::search_names(std::string_view text, std::size_t limit,
                                                      const SupplierFilter& filter) const {
  if (!filter) return names.search(text, limit);
  const std::shared_lock lock(lists);
  const Reading reading;
  return names.search(text, limit, [&](NameIndex::Slot slot) {
    return slot < by_slot.size() && passes(by_slot[slot], filter);
  });
}

// Exact ones first, then those that go on.
void Catalogue::State::add_by_identifier(std::string_view text, std::size_t limit,
                                         const SupplierFilter& filter,
                                         std::vector<SupplierMatch>& matches) const {
  for (const auto& key : {normalise_number(text), fold_case(text)}) {
    if (key.empty()) continue;
    std::size_t looked_at = 0;
    for (auto at = by_identifier.lower_bound(key); at != by_identifier.end(); ++at) {
      const auto& [identifier, ids] = *at;
      const bool is_exact = identifier == key;
      if (!is_exact && (!may_go_on(key) || !identifier.starts_with(key))) break;
      for (const auto& id : ids) {
        if (matches.size() >= limit || ++looked_at > kMostIdentifiers) return;
        auto found = supplier(id.value);
        if (!passes(found, filter)) continue;
        matches.push_back({std::move(found), is_exact ? 1 : beginning_score(key, identifier),
                           MatchedBy::Identifier, is_exact ? NameMatchKind::Exact : NameMatchKind::Beginning,
                           identifier});
      }
    }
  }
}

std::vector<SupplierMatch> Catalogue::search(std::string_view text, std::size_t limit,
                                             const SupplierFilter& filter) const {
  const auto named = state_->search_names(text, limit, filter);
  std::vector<SupplierMatch> matches;
  {
    const std::shared_lock lock(state_->lists);
    const Reading reading;
    state_->add_by_identifier(text, limit, filter, matches);
  }
  const Reading reading;
  for (const auto& match : named) {
    auto found = state_->supplier(match.supplier.value);
    if (!found || found->retired) continue;
    const auto* name = name_of(*found, match.name);
    if (name == nullptr) continue;  // it was corrected since
    const auto by = match.name == 0 ? MatchedBy::Name : MatchedBy::Alias;
    matches.push_back({found, match.score, by, match.kind, *name});
  }
  keep_best_of_each(matches);
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

std::vector<RecordPtr> Catalogue::expiring(Date from, Date before, const std::optional<Date>& after_day,
                                           const CertificateId& after, std::size_t limit) const {
  std::vector<RecordPtr> all;
  const std::shared_lock lock(state_->lists);
  const Reading reading;
  const auto first = after_day && *after_day >= from
                         ? state_->by_expiry.upper_bound({*after_day, after.value})
                         : state_->by_expiry.lower_bound({from, {}});
  for (auto at = first; at != state_->by_expiry.end() && at->first < before && all.size() < limit; ++at) {
    const auto& record = *state_->certificates.find(at->second);
    if (record->latest().expires == at->first && !record->latest().retired) all.push_back(record);
  }
  return all;
}

Size Catalogue::size() const { return {state_->supplier_count, state_->certificate_count}; }

}  // namespace certreg::catalogue
