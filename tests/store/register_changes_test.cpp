#include "certreg/store/register_changes.h"

#include <gmock/gmock.h>

#include "certreg/store/imports.h"
#include "certreg/store/supplier_changes.h"
#include "certreg/store/suppliers.h"
#include "store/register_test.h"

namespace certreg::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

RecordedChange change(const std::string& sentence, std::string_view day = "2026-01-01") {
  return {.at = at(day), .change = {.kind = ChangeKind::PageGone, .sentence = sentence}};
}

std::vector<std::string> sentences(const std::vector<RecordedChange>& changes) {
  std::vector<std::string> all;
  for (const auto& row : changes) all.push_back(row.change.sentence);
  return all;
}

class RegisterChangesTest : public RegisterTest {
 protected:
  void keep(const std::vector<RecordedChange>& changes) {
    commit([&](Transaction& transaction) { insert_register_changes(transaction, changes); });
  }
  std::vector<std::string> listed(const ChangeFilter& filter) {
    auto transaction = database_.begin(TransactionMode::ReadOnly);
    return sentences(list_register_changes(transaction, filter, 0, 10));
  }
  std::vector<RecordedChange> followed(std::int64_t after, int limit = 10) {
    auto transaction = database_.begin(TransactionMode::ReadOnly);
    return follow_register_changes(transaction, {}, after, limit);
  }
};

TEST_F(RegisterChangesTest, ComeBackWhole) {
  const RecordedChange full{
      .at = at("2026-01-01T10:00:00.25Z"),
      .change = {ChangeKind::EditionChanged, true, "A \"quoted\" sentence.", "edition", "2013", "2022"},
      .source = "acme",
      .supplier = {uuid(1)},
      .certificate = {uuid(2)},
      .version = {uuid(3)},
      .document = document_id('a'),
      .address = "https://acme.example/"};
  keep({full});
  const auto all = followed(0);
  ASSERT_EQ(all.size(), 1U);
  const auto& back = all.front();
  EXPECT_GT(back.id, 0);
  EXPECT_EQ(back.at, full.at);
  EXPECT_EQ(back.change.kind, full.change.kind);
  EXPECT_TRUE(back.change.adverse);
  EXPECT_EQ(back.change.sentence, full.change.sentence);
  EXPECT_EQ(back.change.field, "edition");
  EXPECT_EQ(back.change.before, "2013");
  EXPECT_EQ(back.change.after, "2022");
  EXPECT_EQ(back.source, full.source);
  EXPECT_EQ(back.supplier, full.supplier);
  EXPECT_EQ(back.certificate, full.certificate);
  EXPECT_EQ(back.version, full.version);
  EXPECT_EQ(back.document, full.document);
  EXPECT_EQ(back.address, full.address);
}

TEST_F(RegisterChangesTest, OfManySuppliersEachSinceItsDay) {
  auto of = [](int supplier, const std::string& sentence, std::string_view day) {
    auto one = change(sentence, day);
    one.supplier = {uuid(supplier)};
    return one;
  };
  keep({of(1, "old", "2026-01-01"), of(2, "other", "2026-01-02"), of(1, "new", "2026-02-01"),
        of(1, "late", "2026-03-01")});
  const ChangesWanted wanted[] = {
      {{uuid(1)}, {}}, {{uuid(3)}, {}}, {{uuid(1)}, at("2026-02-01")}, {{uuid(2)}, {}}};
  auto transaction = database_.begin(TransactionMode::ReadOnly);
  const auto all = changes_of_suppliers(transaction, wanted, at("2026-03-01"), 10);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_THAT(sentences(all[0]), ElementsAre("new", "old"));
  EXPECT_THAT(sentences(all[1]), IsEmpty());
  EXPECT_THAT(sentences(all[2]), ElementsAre("new"));
  EXPECT_THAT(sentences(all[3]), ElementsAre("other"));
  EXPECT_THAT(sentences(changes_of_suppliers(transaction, wanted, {}, 1)[0]), ElementsAre("late"));
}

TEST_F(RegisterChangesTest, AreReadBothWays) {
  keep({change("a"), change("b")});
  keep({change("c")});
  const auto first = followed(0, 2);
  EXPECT_THAT(sentences(first), ElementsAre("a", "b"));
  EXPECT_THAT(sentences(followed(first.back().id)), ElementsAre("c"));
  auto transaction = database_.begin(TransactionMode::ReadOnly);
  const auto latest = list_register_changes(transaction, {}, 0, 2);
  EXPECT_THAT(sentences(latest), ElementsAre("c", "b"));
  EXPECT_THAT(sentences(list_register_changes(transaction, {}, latest.back().id, 2)), ElementsAre("a"));
}

TEST_F(RegisterChangesTest, AreFiltered) {
  auto a = change("a", "2026-01-01"), b = change("b", "2026-02-01"), c = change("c", "2026-03-01");
  a.source = "acme";
  b.supplier = {uuid(1)};
  b.change.adverse = true;
  c.certificate = {uuid(2)};
  c.change.kind = ChangeKind::Renewed;
  keep({a, b, c});
  EXPECT_THAT(listed({.source = "acme"}), ElementsAre("a"));
  EXPECT_THAT(listed({.supplier = {uuid(1)}}), ElementsAre("b"));
  EXPECT_THAT(listed({.certificate = {uuid(2)}}), ElementsAre("c"));
  EXPECT_THAT(listed({.since = at("2026-02-01")}), ElementsAre("c", "b"));
  EXPECT_THAT(listed({.until = at("2026-02-01")}), ElementsAre("a"));
  EXPECT_THAT(listed({.kinds = {ChangeKind::Renewed, ChangeKind::Retired}}), ElementsAre("c"));
  EXPECT_THAT(listed({.adverse = true}), ElementsAre("b"));
  EXPECT_THAT(listed({.adverse = false}), ElementsAre("c", "a"));
  EXPECT_THAT(listed({.source = "acme", .adverse = true}), IsEmpty());
  EXPECT_THAT(listed({.supplier = {"no uuid"}}), IsEmpty());
}

// Otherwise a follower that has seen the second would never see the first.
TEST_F(RegisterChangesTest, ALaterNumberIsNotSeenBeforeAnEarlierOne) {
  auto first = database_.begin();
  const auto a = change("a"), b = change("b");
  insert_register_changes(first, {&a, 1});
  DatabaseOptions impatient = database_.options();
  impatient.lock_timeout = std::chrono::milliseconds(50);
  Database other(impatient);
  {
    auto second = other.begin();
    EXPECT_THROW(insert_register_changes(second, {&b, 1}), Error) << "waits for the first to end";
  }
  EXPECT_THAT(followed(0), IsEmpty());
  first.commit();
  keep({b});
  EXPECT_THAT(sentences(followed(0)), ElementsAre("a", "b"));
}

// An import holds it already, and would wait for itself.
TEST_F(RegisterChangesTest, AreWrittenUnderTheIntakesLock) {
  auto transaction = database_.begin();
  lock_intake(transaction);
  const auto a = change("a");
  insert_register_changes(transaction, {&a, 1});
  transaction.commit();
  EXPECT_THAT(sentences(followed(0)), ElementsAre("a"));
  auto intake = database_.begin();
  lock_intake(intake);
  DatabaseOptions impatient = database_.options();
  impatient.lock_timeout = std::chrono::milliseconds(50);
  Database other(impatient);
  auto second = other.begin();
  EXPECT_THROW(insert_register_changes(second, {&a, 1}), Error)
      << "one lock, so that no two can wait crosswise";
}

TEST_F(RegisterChangesTest, AProposalWaitsByItsDifferenceOrItsDocument) {
  keep_documents();
  Proposal waiting{.id = {uuid(1)},
                   .document = document_id('a'),
                   .address = "https://acme.example/",
                   .rule = "waits",
                   .draft = "{}",
                   .diff = R"([{"field":"expires"}])",
                   .certificate_key = "key",
                   .recorded_at = at("2026-01-01")};
  const auto waits = [&](const Proposal& asked) {
    auto transaction = database_.begin();
    return is_waiting(transaction, asked);
  };
  EXPECT_FALSE(waits(waiting));
  commit([&](Transaction& transaction) { insert_proposals(transaction, {&waiting, 1}); });
  EXPECT_TRUE(waits(waiting));
  auto other = waiting;
  other.document = document_id('b');
  EXPECT_TRUE(waits(other)) << "the same difference in a page whose bytes changed";
  other.diff = "[]";
  EXPECT_FALSE(waits(other));
  other.document = waiting.document;
  EXPECT_TRUE(waits(other)) << "the same document, though something else is known by now";
  other.certificate_key = "another";
  EXPECT_FALSE(waits(other));
  waiting.state = "rejected";
  waiting.decided_at = at("2026-01-02");
  commit([&](Transaction& transaction) { decide_proposal(transaction, waiting); });
  EXPECT_FALSE(waits(waiting));
}

}  // namespace
}  // namespace certreg::store
