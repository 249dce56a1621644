#include "certreg/store/changes.h"

#include <gmock/gmock.h>

#include "certreg/store/access.h"
#include "certreg/store/findings.h"
#include "certreg/store/policies.h"
#include "certreg/store/relationships.h"
#include "certreg/store/reviews.h"
#include "certreg/store/suppliers.h"
#include "store/register_test.h"

namespace certreg::store {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Changes : public RegisterTest {
 protected:
  std::string position() {
    auto transaction = database_.begin(TransactionMode::ReadOnly);
    return current_position(transaction).known;
  }

  // "noun id" of what changed since; moves the position on.
  std::vector<std::string> since(std::string& position) {
    auto transaction = database_.begin(TransactionMode::ReadOnly);
    auto set = changes_since(transaction, position);
    position = set.position.known;
    std::vector<std::string> all;
    for (const auto& change : set.changes) all.push_back(change.noun + " " + change.id);
    return all;
  }

  // Until nothing is told again. A transaction that is open anywhere in the cluster, in another test's
  // database too, holds the position back meanwhile, and what was told before is told again.
  bool settles(std::string& position) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!since(position).empty())
      if (std::chrono::steady_clock::now() > deadline) return false;
    return true;
  }

  static void add(Transaction& transaction, int supplier) {
    const auto fresh = full_supplier(supplier);
    insert_suppliers(transaction, {&fresh, 1});
  }
};

TEST_F(Changes, AreSeenOnceCommittedAndNotAgain) {
  auto at_start = position();
  EXPECT_THAT(since(at_start), IsEmpty());
  keep_supplier(1);
  auto next = at_start;
  EXPECT_THAT(since(next), ElementsAre("supplier " + uuid(1)));
  EXPECT_TRUE(settles(next));
  EXPECT_THAT(since(at_start), ElementsAre("supplier " + uuid(1)));
}

TEST_F(Changes, OfWhatIsBoughtAreTold) {
  keep_supplier(1);
  Relationship relationship;
  relationship.id = {uuid(700)};
  relationship.reference = "R-1";
  relationship.recorded_by = "ada";
  Decision decision;
  decision.id = {uuid(701)};
  decision.relationship = relationship.id;
  decision.decided_by = "ada";
  const ReviewFacts review{.id = {uuid(702)}, .title = "Review", .prepared_by = "ada"};
  const ReviewedOutcome outcome{relationship.id, Outcome::Satisfied};
  Assurance assurance;
  assurance.id = {uuid(703)};
  assurance.supplier = {uuid(1)};
  assurance.recorded_by = "ada";
  Policy policy;
  policy.version = 1;
  policy.recorded_by = "ada";
  const std::pair<std::string, std::function<void(Transaction&)>> steps[] = {
      {"relationship " + uuid(700),
       [&](auto& transaction) { insert_relationship(transaction, relationship); }},
      {"relationship " + uuid(700), [&](auto& transaction) { insert_decision(transaction, decision); }},
      {"relationship " + uuid(700),
       [&](auto& transaction) {
         insert_review(transaction, review, {&outcome, 1}, {});
       }},
      {"supplier_assurances " + uuid(1),
       [&](auto& transaction) { insert_assurance(transaction, assurance); }},
      {"policy 1", [&](auto& transaction) { insert_policy(transaction, policy); }}};
  auto next = position();
  for (const auto& [told, write] : steps) {
    ASSERT_TRUE(settles(next));
    auto transaction = database_.begin();
    write(transaction);
    transaction.commit();
    EXPECT_THAT(since(next), ElementsAre(told));
  }
}

TEST_F(Changes, OfATransactionThatBeganEarlierAndCommitsLaterAreNotMissed) {
  auto next = position();
  auto slow = database_.begin();
  add(slow, 1);
  keep_supplier(2);
  EXPECT_THAT(since(next), ElementsAre("supplier " + uuid(2)));
  slow.commit();
  EXPECT_THAT(since(next), Contains("supplier " + uuid(1)));
  EXPECT_TRUE(settles(next));
}

TEST_F(Changes, RolledBackAreNeverSeen) {
  auto next = position();
  {
    auto transaction = database_.begin();
    add(transaction, 1);
  }
  EXPECT_THAT(since(next), IsEmpty());
}

TEST_F(Changes, AreToldOfEachWriteThatAReaderMustSee) {
  keep_supplier();
  keep_version(plain_version(1));
  const std::string certificate = "certificate " + uuid(1001);
  auto next = position();
  EXPECT_TRUE(settles(next));
  keep_version(plain_version(2), VersionId{uuid(1)});
  EXPECT_THAT(since(next), Contains(certificate));
  EXPECT_TRUE(settles(next));
  const VersionId version{uuid(2)};
  commit([&](Transaction& transaction) {
    confirm_versions(transaction, {&version, 1}, at("2026-01-01"), {});
  });
  EXPECT_THAT(since(next), Contains(certificate));
  EXPECT_TRUE(settles(next));
  commit([](Transaction& transaction) { insert_check(transaction, full_check(1)); });
  EXPECT_THAT(since(next), Contains(certificate));
  EXPECT_TRUE(settles(next));
  commit([](Transaction& transaction) {
    insert_api_key(transaction,
                   {.id = uuid(7), .name = "n", .role = "admin", .hash = "h", .recorded_by = "t"});
  });
  EXPECT_THAT(since(next), Contains("api_key " + uuid(7)));
  EXPECT_TRUE(settles(next));
  commit([](Transaction& transaction) { revoke_api_key(transaction, uuid(7), at("2026-01-01")); });
  EXPECT_THAT(since(next), Contains("api_key " + uuid(7)));
}

TEST_F(Changes, OfAConfirmationThatIsThereAlreadyAreNone) {
  keep_supplier();
  keep_version(plain_version(1));
  const VersionId version{uuid(1)};
  const auto confirm = [&] {
    commit([&](Transaction& transaction) {
      confirm_versions(transaction, {&version, 1}, at("2026-01-01"), {});
    });
  };
  confirm();
  auto next = position();
  EXPECT_TRUE(settles(next));
  confirm();
  EXPECT_THAT(since(next), IsEmpty());
}

TEST_F(Changes, NameEachRecordOnce) {
  auto next = position();
  commit([](Transaction& transaction) {
    for (int version = 1; version <= 3; ++version) {
      auto supplier = full_supplier(1);
      supplier.version = version;
      insert_suppliers(transaction, {&supplier, 1});
    }
    add(transaction, 2);
  });
  EXPECT_THAT(since(next), UnorderedElementsAre("supplier " + uuid(1), "supplier " + uuid(2)));
}

}  // namespace
}  // namespace certreg::store
