#include "certreg/store/imports.h"

#include <gmock/gmock.h>

#include <functional>

#include "store/register_test.h"

namespace certreg::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Imports : public RegisterTest {
 protected:
  void keep(const ImportRun& run) {
    commit([&](Transaction& transaction) { insert_import(transaction, run); });
  }

  int propose(const Proposal& proposal) {
    return commit([&](Transaction& transaction) { return insert_proposals(transaction, {&proposal, 1}); });
  }

  void decide(const Proposal& proposal) {
    commit([&](Transaction& transaction) { decide_proposal(transaction, proposal); });
  }

  // All ids of a list, two at a time.
  using NextPage = std::function<std::vector<std::string>(Transaction&, const std::string& after)>;
  std::vector<std::string> paged(const NextPage& next_page) {
    auto transaction = database_.begin();
    std::vector<std::string> all;
    for (std::string after;;) {
      const auto page = next_page(transaction, after);
      if (page.empty()) return all;
      all.insert(all.end(), page.begin(), page.end());
      after = page.back();
    }
  }

  static ImportRun run(int id, std::string_view started_at = "2026-01-01") {
    return {.id = {uuid(id)}, .what = "table", .actor = "tester", .started_at = at(started_at)};
  }

  static Proposal proposal(int id, std::string key = "key") {
    return {.id = {uuid(id)},
            .rule = "waits",
            .draft = "{}",
            .diff = "{}",
            .certificate_key = std::move(key),
            .recorded_at = at("2026-01-01")};
  }
};

template <class Item>
std::string id_of(const Item& item) {
  if constexpr (requires { item.id.value; })
    return item.id.value;
  else
    return item.id;
}

template <class Item>
std::vector<std::string> ids(const std::vector<Item>& items) {
  std::vector<std::string> all;
  for (const auto& item : items) all.push_back(id_of(item));
  return all;
}

TEST_F(Imports, ComeBackWhole) {
  auto full = run(1, "2026-01-01T00:00:00.25Z");
  full.source = "acme";
  keep(full);
  full.state = "done";
  full.counts = R"({"new":2,"confirmed":1})";
  full.error = "an error";
  full.finished_at = at("2026-01-01T00:01:00Z");
  commit([&](Transaction& transaction) { update_import(transaction, full); });
  auto transaction = database_.begin();
  const auto loaded = load_import(transaction, full.id);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->what, full.what);
  EXPECT_EQ(loaded->source, full.source);
  EXPECT_EQ(loaded->actor, full.actor);
  EXPECT_EQ(loaded->state, full.state);
  EXPECT_EQ(loaded->counts, full.counts);
  EXPECT_EQ(loaded->error, full.error);
  EXPECT_EQ(loaded->started_at, full.started_at);
  EXPECT_EQ(loaded->finished_at, full.finished_at);
}

TEST_F(Imports, UnknownOnesAreNone) {
  auto transaction = database_.begin();
  EXPECT_FALSE(load_import(transaction, {uuid(1)}));
  EXPECT_FALSE(load_import(transaction, {"no uuid"}));
  EXPECT_FALSE(load_proposal(transaction, {"no uuid"}));
  EXPECT_THROW(update_import(transaction, run(1)), Error);
}

TEST_F(Imports, ThatAKilledProcessLeftAreInterrupted) {
  keep(run(1));
  auto done = run(2);
  done.state = "done";
  keep(done);
  const auto interrupt = [](Transaction& transaction) {
    return interrupt_running_imports(transaction, at("2026-02-01"));
  };
  EXPECT_EQ(commit(interrupt), 1);
  EXPECT_EQ(commit(interrupt), 0);
  auto transaction = database_.begin();
  EXPECT_EQ(load_import(transaction, {uuid(1)})->state, "interrupted");
  EXPECT_EQ(load_import(transaction, {uuid(1)})->finished_at, at("2026-02-01"));
  EXPECT_EQ(load_import(transaction, {uuid(2)})->state, "done");
}

TEST_F(Imports, ArePagedNewestFirst) {
  for (const auto& each : {run(1), run(3), run(2), run(9, "2025-01-01"), run(4, "2027-01-01")}) keep(each);
  EXPECT_THAT(paged([](Transaction& transaction, const std::string& after) {
                return ids(list_imports(transaction, after, 2));
              }),
              ElementsAre(uuid(4), uuid(3), uuid(2), uuid(1), uuid(9)));
  auto transaction = database_.begin();
  EXPECT_THAT(list_imports(transaction, uuid(77), 2), IsEmpty());
  EXPECT_THAT(list_imports(transaction, "no uuid", 2), IsEmpty());
}

TEST_F(Imports, ItemsComeByTheirPlace) {
  keep(run(1));
  keep_documents();
  const std::vector<ImportItem> items{{2, "row 2", "bad_row", {}, R"({"why":"a \"quoted\" word"})"},
                                      {0, "a.pdf", "new", document_id('a'), "{}"},
                                      {1, "b.pdf", "failed", {}, "{}"}};
  commit([&](Transaction& transaction) { insert_import_items(transaction, {uuid(1)}, items); });
  auto transaction = database_.begin();
  const auto first = list_import_items(transaction, {uuid(1)}, -1, 2);
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].name, "a.pdf");
  EXPECT_EQ(first[0].document, document_id('a'));
  const auto rest = list_import_items(transaction, {uuid(1)}, 1, 2);
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(rest[0].ordinal, 2);
  EXPECT_EQ(rest[0].outcome, "bad_row");
  EXPECT_EQ(rest[0].detail, items[0].detail);
  EXPECT_THAT(list_import_items(transaction, {"no uuid"}, -1, 2), IsEmpty());
}

TEST_F(Imports, ProposalsComeBackWhole) {
  keep(run(1));
  keep_documents();
  auto full = proposal(1);
  full.import = {uuid(1)};
  full.document = document_id('a');
  full.address = "https://acme.example/";
  full.source = "acme";
  full.draft = R"({"z":1,"a":"Ünïcode \"quoted\""})";
  full.diff = R"([{"field":"expires"}])";
  full.certificate = {uuid(5)};
  EXPECT_EQ(propose(full), 1);
  full.state = "accepted";
  full.rule = "by a person";
  full.supplier = {uuid(6)};
  full.version = {uuid(7)};
  full.decided_by = "reviewer";
  full.decided_at = at("2026-01-02");
  full.reason = "looks right";
  decide(full);
  auto transaction = database_.begin();
  const auto loaded = load_proposal(transaction, full.id);
  ASSERT_TRUE(loaded);
  EXPECT_EQ(loaded->import, full.import);
  EXPECT_EQ(loaded->document, full.document);
  EXPECT_EQ(loaded->address, full.address);
  EXPECT_EQ(loaded->source, full.source);
  EXPECT_EQ(loaded->state, full.state);
  EXPECT_EQ(loaded->rule, full.rule);
  EXPECT_EQ(loaded->draft, full.draft);
  EXPECT_EQ(loaded->diff, full.diff);
  EXPECT_EQ(loaded->certificate_key, full.certificate_key);
  EXPECT_EQ(loaded->certificate, full.certificate);
  EXPECT_EQ(loaded->supplier, full.supplier);
  EXPECT_EQ(loaded->version, full.version);
  EXPECT_EQ(loaded->decided_by, full.decided_by);
  EXPECT_EQ(loaded->decided_at, full.decided_at);
  EXPECT_EQ(loaded->reason, full.reason);
  EXPECT_EQ(loaded->recorded_at, full.recorded_at);
}

TEST_F(Imports, APendingProposalIsNotDoubled) {
  keep_documents();
  auto first = proposal(1);
  first.document = document_id('a');
  auto same = first;
  same.id = {uuid(2)};
  EXPECT_EQ(propose(first), 1);
  EXPECT_EQ(propose(same), 0);
  EXPECT_EQ(propose(proposal(3)), 1) << "without a document";
  EXPECT_EQ(propose(proposal(4)), 0) << "without a document";
  first.state = "rejected";
  first.decided_at = at("2026-01-02");
  decide(first);
  EXPECT_EQ(propose(same), 1);
}

TEST_F(Imports, AProposalIsDecidedOnce) {
  auto decided = proposal(1);
  propose(decided);
  decided.state = "rejected";
  decide(decided);
  try {
    decide(decided);
    FAIL() << "decided twice";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Conflict);
  }
}

TEST_F(Imports, TheLatestDecisionOnAReadingIsRemembered) {
  const auto decision = [&] {
    auto transaction = database_.begin();
    return decision_on(transaction, {}, "key");
  };
  propose(proposal(1));
  EXPECT_FALSE(decision());
  for (const auto& [id, state] : {std::pair(1, "rejected"), std::pair(2, "accepted")}) {
    auto decided = proposal(id);
    propose(decided);
    decided.state = state;
    decided.decided_at = at("2026-01-01") + std::chrono::seconds(id);
    decide(decided);
    EXPECT_EQ(decision(), state);
  }
}

TEST_F(Imports, ProposalsArePagedNewestFirstAndByState) {
  for (const int id : {1, 2, 3, 4, 5}) propose(proposal(id, "key " + std::to_string(id)));
  auto rejected = proposal(3);
  rejected.state = "rejected";
  decide(rejected);
  const auto pages = [&](const std::string& state) {
    return paged([state](Transaction& transaction, const std::string& after) {
      return ids(list_proposals(transaction, state, after, 2));
    });
  };
  EXPECT_THAT(pages(""), ElementsAre(uuid(5), uuid(4), uuid(3), uuid(2), uuid(1)));
  EXPECT_THAT(pages("pending"), ElementsAre(uuid(5), uuid(4), uuid(2), uuid(1)));
  EXPECT_THAT(pages("rejected"), ElementsAre(uuid(3)));
  EXPECT_THAT(pages("accepted"), IsEmpty());
}

TEST_F(Imports, ObservationsComeBackWholeNewestFirst) {
  const Observation full{uuid(2),   "vanished", "https://acme.example/", "a sentence",
                         {uuid(5)}, {uuid(6)},  document_id('a'),        at("2026-01-01")};
  const Observation bare{
      .id = uuid(1), .kind = "vanished", .detail = "other", .recorded_at = at("2026-01-01")};
  commit([&](Transaction& transaction) {
    insert_observation(transaction, bare);
    insert_observation(transaction, full);
  });
  EXPECT_THAT(paged([](Transaction& transaction, const std::string& after) {
                return ids(list_observations(transaction, after, 1));
              }),
              ElementsAre(uuid(2), uuid(1)));
  auto transaction = database_.begin();
  const auto loaded = list_observations(transaction, "", 1).at(0);
  EXPECT_EQ(loaded.kind, full.kind);
  EXPECT_EQ(loaded.address, full.address);
  EXPECT_EQ(loaded.detail, full.detail);
  EXPECT_EQ(loaded.supplier, full.supplier);
  EXPECT_EQ(loaded.certificate, full.certificate);
  EXPECT_EQ(loaded.document, full.document);
  EXPECT_EQ(loaded.recorded_at, full.recorded_at);
}

}  // namespace
}  // namespace certreg::store
