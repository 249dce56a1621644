#include "certreg/store/suppliers.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "store/register_test.h"

namespace certreg::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Suppliers : public RegisterTest {
 protected:
  void keep(const Supplier& supplier) {
    commit([&](Transaction& transaction) { insert_suppliers(transaction, {&supplier, 1}); });
  }

  static Supplier version(int number, int version_number, std::string_view recorded_at, std::string name) {
    auto supplier = full_supplier(number);
    supplier.version = version_number;
    supplier.recorded_at = at(recorded_at);
    supplier.name = std::move(name);
    supplier.retired = false;
    return supplier;
  }

  std::vector<std::string> matches(std::vector<std::string> keys) {
    auto transaction = database_.begin();
    std::vector<std::string> ids;
    for (const auto& match : match_suppliers(transaction, keys)) ids.push_back(match.supplier.value);
    return ids;
  }
};

TEST_F(Suppliers, ComeBackWhole) {
  keep(full_supplier());
  auto transaction = database_.begin();
  const std::vector<SupplierId> ids{{uuid(1)}};
  const auto loaded = load_suppliers(transaction, ids);
  ASSERT_EQ(loaded.size(), 1U);
  EXPECT_EQ(text(loaded[0]), text(full_supplier()));
}

TEST_F(Suppliers, UnknownIdsAreLeftOut) {
  keep(full_supplier());
  auto transaction = database_.begin();
  const std::vector<SupplierId> ids{{uuid(2)}, {"no uuid"}, {uuid(1)}, {""}};
  EXPECT_EQ(load_suppliers(transaction, ids).size(), 1U);
  EXPECT_THAT(load_suppliers(transaction, {}), IsEmpty());
  EXPECT_THAT(supplier_history(transaction, {"no uuid"}), IsEmpty());
  EXPECT_FALSE(supplier_known_at(transaction, {uuid(2)}, at("2026-01-01")));
}

TEST_F(Suppliers, AreKnownAsOfAnInstant) {
  keep(version(1, 1, "2026-01-01T00:00:00Z", "First"));
  keep(version(1, 2, "2026-02-01T00:00:00Z", "Second"));
  auto transaction = database_.begin();
  const SupplierId id{uuid(1)};
  EXPECT_FALSE(supplier_known_at(transaction, id, at("2025-12-31T23:59:59.999999Z")));
  EXPECT_EQ(supplier_known_at(transaction, id, at("2026-01-01T00:00:00Z"))->name, "First");
  EXPECT_EQ(supplier_known_at(transaction, id, at("2026-01-31T23:59:59.999999Z"))->name, "First");
  EXPECT_EQ(supplier_known_at(transaction, id, at("2026-02-01T00:00:00Z"))->name, "Second");
  EXPECT_EQ(load_suppliers(transaction, {&id, 1})[0].name, "Second");
  const auto history = supplier_history(transaction, id);
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].name, "First");
  EXPECT_EQ(history[1].name, "Second");
}

TEST_F(Suppliers, RefuseAVersionThatIsThere) {
  keep(full_supplier());
  try {
    keep(full_supplier());
    FAIL() << "taken twice";
  } catch (const ConstraintViolation& violation) {
    EXPECT_EQ(violation.kind, ErrorKind::Conflict);
    EXPECT_EQ(violation.constraint, "supplier_version_pk");
  }
}

TEST_F(Suppliers, AreNotMatchedOnceRetired) {
  auto supplier = version(1, 1, "2026-01-01", "Acme GmbH");
  keep(supplier);
  const auto keys = supplier_keys(supplier);
  EXPECT_EQ(matches(keys).size(), keys.size());
  supplier.version = 2;
  supplier.retired = true;
  keep(supplier);
  EXPECT_THAT(matches(keys), IsEmpty());
}

TEST_F(Suppliers, AreMatchedByTheirLatestVersionOnly) {
  const auto wrong = version(1, 1, "2026-01-01", "Acne GmbH");
  const auto right = version(1, 2, "2026-01-02", "Acme GmbH");
  keep(wrong);
  keep(right);
  const auto name_key = [](const Supplier& supplier) { return supplier_keys(supplier).at(3); };
  EXPECT_THAT(matches({name_key(wrong)}), IsEmpty());
  EXPECT_THAT(matches({name_key(right)}), ElementsAre(uuid(1)));
}

TEST_F(Suppliers, ThatShareAKeyAreAllMatched) {
  keep(version(1, 1, "2026-01-01", "Acme GmbH"));
  keep(version(2, 1, "2026-01-01", "Acme AG"));
  EXPECT_THAT(matches({"lei:5493001KJTIIGC8Y1R12"}), ElementsAre(uuid(1), uuid(2)));
}

TEST(SupplierKeys, StrongestFirstAndEachOnce) {
  auto supplier = full_supplier();
  supplier.name = "Acme Cloud";
  supplier.aliases = {"ACME  cloud", "Other"};
  EXPECT_THAT(supplier_keys(supplier),
              ElementsAre("lei:5493001KJTIIGC8Y1R12", "vat:DE123456789", "registration:DE:HRB4711",
                          "name:acme cloud", "name:other"));
}

TEST(SupplierKeys, ARegistrationNumberNeedsItsCountry) {
  Supplier supplier;
  supplier.name = "Acme";
  supplier.registration_number = "4711";
  EXPECT_THAT(supplier_keys(supplier), ElementsAre("name:acme"));
}

TEST_F(Suppliers, AllComeInBatchesEachOnce) {
  constexpr int kMany = 4500;
  commit([](Transaction& transaction) {
    std::vector<Supplier> suppliers;
    for (int i = 1; i <= kMany; ++i) suppliers.push_back(version(i, 1, "2026-01-01", "Acme GmbH"));
    insert_suppliers(transaction, suppliers);
  });
  auto transaction = database_.begin(TransactionMode::ReadOnly);
  std::vector<std::string> seen;
  int batches = 0;
  for_all_supplier_versions(transaction, [&](std::vector<Supplier> batch) {
    ++batches;
    for (const auto& supplier : batch) seen.push_back(supplier.id.value);
  });
  EXPECT_GT(batches, 1);
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(kMany));
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

// Ids that are committed between two readers' first looks move all later ones to another page.
TEST_F(Suppliers, SharesAreOfOneMoment) {
  constexpr int kBefore = 600, kMany = 4500;
  const auto keep_ids = [this](int first, int last) {
    commit([&](Transaction& transaction) {
      std::vector<Supplier> suppliers;
      for (int i = first; i <= last; ++i) suppliers.push_back(version(i, 1, "2026-01-01", "Acme GmbH"));
      insert_suppliers(transaction, suppliers);
    });
  };
  keep_ids(kBefore + 1, kBefore + kMany);
  auto first = database_.begin(TransactionMode::ReadOnly);
  const auto snapshot = snapshot_of(first);
  keep_ids(1, kBefore);
  auto other = database_.begin(TransactionMode::ReadOnly);
  see_as(other, snapshot);
  std::set<std::string> seen;
  const auto take = [&](std::vector<Supplier> batch) {
    for (const auto& supplier : batch) EXPECT_TRUE(seen.insert(supplier.id.value).second);
  };
  for_all_supplier_versions(other, take, Share{0, 2});
  for_all_supplier_versions(first, take, Share{1, 2});
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(kMany));
}

TEST_F(Suppliers, AMomentThatIsOverIsNone) {
  std::string snapshot;
  {
    auto first = database_.begin(TransactionMode::ReadOnly);
    snapshot = snapshot_of(first);
  }
  auto other = database_.begin(TransactionMode::ReadOnly);
  EXPECT_THROW(see_as(other, snapshot), Error);
}

}  // namespace
}  // namespace certreg::store
