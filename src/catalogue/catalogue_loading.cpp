// The first load: packed by whoever reads, in several threads, and shown at once.
#include <algorithm>
#include <future>
#include <map>
#include <numeric>
#include <utility>

#include "catalogue/catalogue_state.h"
#include "catalogue/id_order.h"
#include "certreg/domain/issue_order.h"
#include "certreg/domain/names.h"

namespace certreg::catalogue {
namespace {

CertificateRecord with_issues(CertificateRecord one, CertificateRecord other) {
  for (auto& issue : other.issues) one.issues.push_back(std::move(issue));
  put_in_order(one.issues);
  return one;
}

template <class Item>
void append(std::vector<Item>& all, std::vector<Item> more) {
  std::move(more.begin(), more.end(), std::back_inserter(all));
}

// Numbers of suppliers and certificates, by both.
using Holdings = std::vector<std::pair<Number, Number>>;

}  // namespace

void Catalogue::load(const std::vector<Supplier>& suppliers) {
  std::vector<Coming::Company> packed;
  packed.reserve(suppliers.size());
  for (const auto& supplier : suppliers)
    packed.push_back({PackedCompany::of(supplier, {}, state_->texts),
                      supplier.retired ? Keys{} : normal_names_of(supplier)});
  const std::lock_guard lock(state_->coming.mutex);
  append(state_->coming.companies, std::move(packed));
}

void Catalogue::load(const std::vector<StoredVersion>& issues) {
  std::vector<PackedCertificate::Ptr> packed;
  packed.reserve(issues.size());
  for (const auto& issue : issues) packed.push_back(PackedCertificate::of(issue, state_->texts));
  const std::lock_guard lock(state_->coming.mutex);
  append(state_->coming.certificates, std::move(packed));
}

void Catalogue::forget_loaded() {
  const std::lock_guard lock(state_->coming.mutex);
  state_->coming.companies.clear();
  state_->coming.certificates.clear();
}

void Catalogue::show_loaded(unsigned threads) {
  if (state_->supplier_count + state_->certificate_count > 0) return show_again();
  const std::lock_guard writing(state_->writing);
  const std::lock_guard lock(state_->coming.mutex);
  state_->is_searchable = false;
  auto& coming = state_->coming;
  const auto how = threads > 1 ? std::launch::async : std::launch::deferred;
  auto shown = std::async(how, [&] { state_->show_companies(std::exchange(coming.companies, {})); });
  state_->show_certificates(std::exchange(coming.certificates, {}));
  shown.get();
  state_->show_holdings();
}

// A later load takes the place of what is there, record by record.
void Catalogue::show_again() {
  std::vector<Supplier> suppliers;
  std::map<CertificateId, CertificateRecord> records;
  {
    const std::lock_guard lock(state_->coming.mutex);
    for (const auto& [packed, names] : state_->coming.companies)
      suppliers.push_back(packed->unpack(state_->texts));
    for (const auto& packed : state_->coming.certificates) {
      auto fresh = packed->unpack(state_->texts);
      auto& record = records[fresh.id];
      record = record.issues.empty() ? std::move(fresh) : with_issues(std::move(record), std::move(fresh));
    }
  }
  forget_loaded();
  put(std::move(suppliers));
  for (const auto& [id, record] : records) put(record);
}

// Of several versions of one the newest.
void Catalogue::State::show_companies(std::vector<Coming::Company>&& packed_ones) {
  companies.expect(packed_ones.size());
  std::vector<const Keys*> names_of;  // by number
  for (auto& [packed, own_names] : packed_ones) {
    const auto known = companies.number_of(packed->key());
    const auto* held = known ? &companies.at(*known) : nullptr;
    if (held != nullptr && held->is_known() && held->head(texts).version > packed->head(texts).version)
      continue;
    if (held == nullptr || !held->is_known()) ++supplier_count;
    const auto number = companies.put(std::move(packed));
    if (names_of.size() <= number) names_of.resize(number + std::size_t{1});
    names_of[number] = &own_names;
  }
  by_name.expect(packed_ones.size());
  for (Number number = 0; number < names_of.size(); ++number)
    if (names_of[number] != nullptr)
      for (const auto& name : *names_of[number]) add_name(name, number);
  std::vector<Number> order(companies.count());
  std::iota(order.begin(), order.end(), 0);
  sort_by_id(order, companies);
  ++supplier_changes;
  const std::unique_lock lock(lists);
  suppliers_in_order.assign(order);
}

void Catalogue::State::show_certificates(std::vector<PackedCertificate::Ptr> packed_ones) {
  certificates.expect(packed_ones.size());
  for (auto& packed : packed_ones) {
    if (const auto* held = certificates.find(packed->key()))
      packed = PackedCertificate::of(with_issues(held->unpack(texts), packed->unpack(texts)), texts);
    else
      ++certificate_count;
    certificates.put(std::move(packed));
  }
  std::vector<Number> order;
  for (Number number = 0; number < certificates.count(); ++number)
    if (!certificates.at(number).is_retired()) order.push_back(number);
  sort_by_id(order, certificates);
  const std::unique_lock lock(lists);
  certificates_in_order.assign(order);
  by_expiry.clear();
  for (const auto number : order)
    if (const auto day = certificates.at(number).expires()) by_expiry[*day].push_back(number);
}

// Each supplier gets the list of its certificates, in the order of their ids.
void Catalogue::State::show_holdings() {
  Holdings holdings;
  certificates_in_order.for_all([&](Number number) {
    holdings.emplace_back(company_of(certificates.at(number).latest(texts).supplier), number);
  });
  std::stable_sort(holdings.begin(), holdings.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<Number> held;
  for (std::size_t at = 0; at < holdings.size(); ++at) {
    held.push_back(holdings[at].second);
    const auto company = holdings[at].first;
    if (at + 1 < holdings.size() && holdings[at + 1].first == company) continue;
    companies.put(company, companies.at(company).with(held));
    held.clear();
  }
}

void Catalogue::index_names(unsigned threads) {
  const std::lock_guard writing(state_->writing);
  state_->index_all_names(threads);
  state_->is_searchable = true;
}

bool Catalogue::is_searchable() const { return state_->is_searchable; }

void Catalogue::State::index_all_names(unsigned threads) {
  const auto how = threads > 1 ? std::launch::async : std::launch::deferred;
  auto identifying = std::async(how, [this] { index_all_identifiers(); });
  std::vector<Number> numbers;
  suppliers_in_order.for_all([&](Number number) { numbers.push_back(number); });
  std::vector<SupplierNames> all;
  all.reserve(numbers.size());
  for (const auto number : numbers) {
    const auto& company = companies.at(number);
    all.push_back({{id_in(company.key())}, {}});
    if (company.is_known() && !company.head(texts).is_retired) all.back().names = company.names(texts);
  }
  note_slots(numbers, names.build(all, threads));
  identifying.get();
}

void Catalogue::State::index_all_identifiers() {
  std::vector<IdentifierIndex::Entry> all;
  for (Number number = 0; number < companies.count(); ++number) {
    const auto& company = companies.at(number);
    if (company.is_known() && !company.head(texts).is_retired)
      for (auto& identifier : identifiers_of(company.unpack(texts)))
        all.emplace_back(std::move(identifier), number);
    for (const auto certificate : company.certificates())
      if (auto key = normalise_number(certificates.at(certificate).latest(texts).number); !key.empty())
        all.emplace_back(std::move(key), number);
  }
  IdentifierIndex fresh;
  fresh.assign(std::move(all));
  const std::unique_lock lock(lists);
  by_identifier.swap(fresh);
}

}  // namespace certreg::catalogue
