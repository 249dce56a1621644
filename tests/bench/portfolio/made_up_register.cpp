#include "bench/portfolio/made_up_register.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>
#include <utility>

#include "certreg/store/certificates.h"
#include "certreg/store/relationships.h"
#include "certreg/store/suppliers.h"
#include "service/identity.h"
#include "support/certificates.h"

namespace certreg::bench {
namespace {

constexpr std::size_t kBatch = 500;
constexpr std::size_t kServices = 5, kNamedInScope = 3;  // of each supplier

std::string id_of(std::size_t kind, std::size_t number) {
  return fmt::format("0199{:04x}-0000-7000-8000-{:012x}", kind, number);
}

class MadeUp {
 public:
  explicit MadeUp(unsigned seed) : random_(seed) {}

  Supplier supplier(std::size_t number) {
    constexpr std::array kTrades = {"Cloud", "Hosting", "Systems", "Data", "Software", "Networks"};
    constexpr std::array kForms = {"GmbH", "Limited", "B.V.", "Inc", "SA"};
    Supplier row;
    row.id = {id_of(1, number)};
    row.name = fmt::format("{} {} {}", word(number), one_of(kTrades), one_of(kForms));
    row.country = "GB";
    row.recorded_at = support::at("2026-01-01");
    row.recorded_by = "bench";
    return row;
  }

  store::NewVersion certificate(std::size_t number, const Supplier& supplier) {
    auto row = support::certificate(id_of(2, number));
    row.id = {id_of(3, number)};
    row.supplier = supplier.id;
    row.number = fmt::format("IS {:06}", number);
    row.issuer = CertificationBodyId{"fictional-certification"};
    row.issuer_printed = "Fictional Certification Limited";
    row.accreditations = {{"FICTIONALAS", AccreditationBodyId{"fictional-accreditation"}, "9001"}};
    row.holders = {support::holder(chance(5) ? word(number + 1) + " Holding" : supplier.name)};
    row.services = {service(number, 0), service(number, 1), service(number, 2)};
    row.scope = fmt::format(
        "Development, operation and support of {}, {} and {}, including the data centres in Dublin and "
        "Frankfurt.",
        row.services[0], row.services[1], row.services[2]);
    if (chance(5)) row.expires = support::day("2026-04-30");
    if (chance(5)) row.expires = support::day("2026-07-15");
    if (chance(5)) row.edition = "2013";
    if (chance(5)) row.expires.reset();
    row.quotes = {support::quote("scope", row.scope), support::quote("holder", row.holders.front().name)};
    row.recorded_by = "bench";
    return {.key = service::certificate_key(row), .version = row, .replaces = {}, .document = {}};
  }

  Relationship relationship(std::size_t number, const std::vector<Supplier>& suppliers) {
    constexpr std::array kTiers = {"critical", "important", "standard", "low"};
    const auto at = random_() % suppliers.size();
    Relationship row;
    row.id = {id_of(4, number)};
    row.reference = fmt::format("B-{:07}", number);
    row.supplier = {suppliers[at].name, suppliers[at].id};
    if (chance(3)) row.supplier.supplier.reset();
    row.services = {service(at, random_() % kServices)};
    row.tier = one_of(kTiers);
    row.critical_function = chance(10);
    row.data = {static_cast<DataKind>(random_() % data_kind_names().size())};
    row.deployment = static_cast<Deployment>(random_() % deployment_names().size());
    row.owner.name = fmt::format("Owner {:02}", random_() % 100);
    row.owner.email = fmt::format("owner-{:02}@example.com", random_() % 100);
    if (chance(10)) row.dependencies = {dependency(suppliers)};
    row.recorded_at = support::at("2026-01-01");
    row.recorded_by = "bench";
    return row;
  }

 private:
  bool chance(unsigned percent) { return random_() % 100 < percent; }
  template <class Choices>
  const char* one_of(const Choices& choices) {
    return choices[random_() % choices.size()];
  }

  // Another for each number: "Bacodu".
  static std::string word(std::size_t number) {
    constexpr std::string_view kFirst = "bcdfghjklmnprstvwz", kSecond = "aeiou";
    std::string text;
    for (int i = 0; i < 4; ++i) {
      text += kFirst[number % kFirst.size()];
      number /= kFirst.size();
      text += kSecond[number % kSecond.size()];
      number /= kSecond.size();
    }
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
  }

  // Those from kNamedInScope on stand on no certificate.
  static std::string service(std::size_t supplier, std::size_t which) {
    constexpr std::array<const char*, kServices> kKinds = {"Mail", "Drive", "Vault", "Desk", "Ledger"};
    static_assert(kNamedInScope < kServices);
    return word(supplier) + " " + kKinds[which];
  }

  Dependency dependency(const std::vector<Supplier>& suppliers) {
    const auto at = random_() % suppliers.size();
    return {{suppliers[at].name, suppliers[at].id}, {service(at, random_() % kServices)}};
  }

  std::mt19937 random_;
};

// Calls `work` with the numbers of each batch and a transaction for it.
template <class Work>
void in_batches(store::Database& database, std::size_t count, Work work) {
  for (std::size_t from = 0; from < count; from += kBatch) {
    auto transaction = database.begin();
    for (auto number = from; number < std::min(from + kBatch, count); ++number) work(transaction, number);
    transaction.commit();
  }
}

}  // namespace

std::vector<std::string> fill(store::Database& database, const RegisterSize& size, unsigned seed) {
  MadeUp made_up(seed);
  std::vector<Supplier> suppliers;
  std::vector<std::string> names;
  in_batches(database, size.certificates, [&](store::Transaction& transaction, std::size_t number) {
    suppliers.push_back(made_up.supplier(number));
    names.push_back(suppliers.back().name);
    store::insert_suppliers(transaction, {&suppliers.back(), 1});
    const auto version = made_up.certificate(number, suppliers.back());
    store::insert_versions(transaction, {&version, 1});
  });
  in_batches(database, size.relationships, [&](store::Transaction& transaction, std::size_t number) {
    store::insert_relationship(transaction, made_up.relationship(number, suppliers));
  });
  return names;
}

std::vector<std::string> names_to_screen(const std::vector<std::string>& suppliers, std::size_t count,
                                         std::size_t misspelt) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    names.push_back(suppliers[i % suppliers.size()]);
    if (misspelt != 0 && i % misspelt == 0) std::swap(names.back()[2], names.back()[3]);
  }
  return names;
}

}  // namespace certreg::bench
