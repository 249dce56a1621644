// The same wish, the same bytes.
#include <array>
#include <set>

#include "bench/world/part_file.h"
#include "bench/world/test/world_files.h"

namespace certreg::bench {
namespace {

constexpr std::array kFiles{"register.csv", "register.jsonl", "suppliers.jsonl", "queries.jsonl"};

TEST(World, IsTheSameForTheSameSeed) {
  const WorldFiles one("one", 500, 7), other("other", 500, 7);
  for (const auto* file : kFiles) EXPECT_EQ(one.bytes(file), other.bytes(file)) << file;
}

TEST(World, IsAnotherForAnotherSeed) {
  const WorldFiles one("one", 500, 7), other("other", 500, 8);
  for (const auto* file : kFiles) EXPECT_NE(one.bytes(file), other.bytes(file)) << file;
}

TEST(World, BeginsWithTheSmallerOneOfItsSeed) {
  const WorldFiles small("small", 300, 7), large("large", 900, 7);
  EXPECT_TRUE(large.bytes("register.csv").starts_with(small.bytes("register.csv")));
  EXPECT_TRUE(large.bytes("register.jsonl").starts_with(small.bytes("register.jsonl")));
}

TEST(World, HasAsManyCertificatesAsWished) {
  for (const std::uint64_t wished : {1U, 2U, 17U, 1000U})
    EXPECT_EQ(WorldFiles("sized", wished, 7).written().certificates, wished);
}

TEST(Scattered, ReachesEveryPlaceOnce) {
  for (const std::uint64_t size : {1U, 2U, 3U, 10U, 97U, 4096U, 30030U}) {
    std::set<std::uint64_t> places;
    for (std::uint64_t number = 0; number < size; ++number) places.insert(scattered(number, size, 5));
    EXPECT_EQ(places.size(), size);
    EXPECT_LT(*places.rbegin(), size);
  }
}

TEST(PartFile, GoesOnInANextPartWithTheHeaderWhenFull) {
  const auto folder = scratch_folder("parts");
  std::filesystem::create_directories(folder);
  PartFile file(folder, "rows", "csv", "header\n", 1);
  file.lines() += std::string(1U << 20, 'a') + "\n";
  file.flush_some();
  file.lines() += "last\n";
  file.finish();
  EXPECT_EQ(file.parts(), 2);
  EXPECT_TRUE(file_bytes(folder / "rows.csv").starts_with("header\naaa"));
  EXPECT_EQ(file_bytes(folder / "rows-2.csv"), "header\nlast\n");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace certreg::bench
