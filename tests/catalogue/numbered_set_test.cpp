#include "catalogue/numbered_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <set>
#include <string>
#include <thread>

#include "catalogue/identifier_index.h"
#include "catalogue/ordered.h"

namespace certreg::catalogue {
namespace {

TEST(NumberedSet, ReadersSeeWholeEntriesWhileItGrowsAndChanges) {
  NumberedSet<Posting> set;
  std::atomic<std::uint32_t> written{0};
  std::atomic<bool> is_over{false};
  std::jthread reader([&] {
    while (!is_over) {
      const auto count = written.load();
      const Reading reading;
      for (std::uint32_t at = 0; at < count; at += 97) {
        const auto* found = set.find("key " + std::to_string(at));
        ASSERT_NE(found, nullptr);
        ASSERT_EQ(found->numbers().front(), at);
      }
    }
  });
  for (std::uint32_t at = 0; at < 20'000; ++at) {
    EXPECT_EQ(set.put(Posting::of("key " + std::to_string(at), {&at, 1})), at);
    const auto again = at / 2;
    set.put(set.find("key " + std::to_string(again))->with(at));
    written = at + 1;
  }
  is_over = true;
  reader.join();
  EXPECT_EQ(set.find("key 20000"), nullptr);
  EXPECT_EQ(set.number_of("key 77"), 77U);
}

TEST(Ordered, IsAsASet) {
  std::mt19937 random(1);
  std::set<int> expected;
  Ordered<int, std::less<>> ordered{{}};
  ordered.assign({});
  for (int turn = 0; turn < 20'000; ++turn) {
    const int value = static_cast<int>(random() % 5000);
    if (random() % 3 == 0) {
      ordered.erase(value);
      expected.erase(value);
    } else {
      ordered.insert(value);
      expected.insert(value);
    }
  }
  for (const int from : {-1, 0, 1, 17, 1000, 2500, 4999, 5000}) {
    std::vector<int> walked;
    ordered.walk_from(from, [&](int value) {
      walked.push_back(value);
      return true;
    });
    EXPECT_EQ(walked, std::vector<int>(expected.lower_bound(from), expected.end())) << from;
    EXPECT_EQ(ordered.find(from) != nullptr, expected.contains(from)) << from;
  }
  for (const int value : expected) ordered.erase(value);
  ordered.walk_from(0, [](int) { return ADD_FAILURE(), false; });
}

TEST(IdentifierIndex, LeadsToAllThatHaveOneAndForgets) {
  IdentifierIndex index;
  index.assign({{"B1", 2}, {"A1", 1}, {"B1", 3}, {"B1", 2}});
  index.add("A2", 4);
  index.add("B1", 5);
  index.add("B1", 5);
  index.remove("A1", 1);
  index.remove("A1", 1);
  index.remove("B1", 3);
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> walked;
  index.walk_from("A2", [&](const Posting& posting) {
    walked.push_back({std::string(posting.text()), {posting.numbers().begin(), posting.numbers().end()}});
    return true;
  });
  const decltype(walked) expected{{"A2", {4}}, {"B1", {2, 5}}};
  EXPECT_EQ(walked, expected);
}

}  // namespace
}  // namespace certreg::catalogue
