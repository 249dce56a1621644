#include "catalogue/slot_map.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <string>
#include <thread>

namespace certreg::catalogue {
namespace {

struct Counted {
  explicit Counted(std::atomic<int>& count) : freed(count) {}
  ~Counted() { ++freed; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  std::atomic<int>& freed;
};

TEST(Reading, WhatSomebodyReadsIsFreedOnlyAfterwards) {
  std::atomic<int> freed{0};
  Published<Counted> published(std::make_unique<const Counted>(freed));
  std::promise<void> reads, may_end;
  std::thread reader([&] {
    const Reading reading;
    const auto* held = published.get();
    reads.set_value();
    may_end.get_future().wait();
    EXPECT_EQ(held->freed, 0);
  });
  reads.get_future().wait();
  published.put(std::make_unique<const Counted>(freed));
  EXPECT_EQ(freed, 0);
  may_end.set_value();
  reader.join();
  free_now();
  EXPECT_EQ(freed, 1);
}

TEST(SlotMap, HoldsTheLastValueOfEachKey) {
  SlotMap<int> map;
  EXPECT_EQ(map.find("1"), nullptr);
  constexpr int kKeys = 5000;  // more than the first table holds
  for (int round = 0; round < 2; ++round)
    for (int key = 0; key < kKeys; ++key)
      map.put(std::to_string(key), std::make_unique<const int>(key + round));
  for (int key = 0; key < kKeys; ++key) {
    const auto* found = map.find(std::to_string(key));
    ASSERT_NE(found, nullptr) << key;
    EXPECT_EQ(*found, key + 1);
  }
  EXPECT_EQ(map.find(std::to_string(kKeys)), nullptr);
  map.put("7", nullptr);
  EXPECT_EQ(map.find("7"), nullptr);
  EXPECT_NE(map.slot("7"), nullptr) << "a key stays";
}

TEST(SlotMap, ReadersSeeAWholeValueWhileItGrowsAndChanges) {
  SlotMap<std::string> map;
  map.put("0", std::make_unique<const std::string>("0"));
  std::atomic<bool> done{false};
  std::atomic<int> wrong{0}, seen{0};
  std::thread reader([&] {
    for (int key = 0; !done || seen == 0; key = (key + 7) % 4000) {
      const Reading reading;
      const auto text = std::to_string(key);
      if (const auto* found = map.find(text)) {
        ++seen;
        if (*found != text) ++wrong;
      }
    }
  });
  for (int round = 0; round < 3; ++round)
    for (int key = 0; key < 4000; ++key) {
      const auto text = std::to_string(key);
      map.put(text, std::make_unique<const std::string>(text));
    }
  done = true;
  reader.join();
  EXPECT_EQ(wrong, 0);
  free_now();
}

}  // namespace
}  // namespace certreg::catalogue
