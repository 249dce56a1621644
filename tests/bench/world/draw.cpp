#include "bench/world/draw.h"

#include <numeric>

namespace certreg::bench {
namespace {

// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15U;

}  // namespace

Draw::Draw(std::uint64_t seed, Subject subject, std::uint64_t number)
    : state_(mixed(mixed(mixed(seed + kStep) + static_cast<std::uint64_t>(subject) * kStep) + number)) {}

std::uint64_t Draw::next() {
  state_ += kStep;
  return mixed(state_);
}

std::uint64_t Draw::below(std::uint64_t bound) { return next() % bound; }

int Draw::between(int first, int last) {
  return first + static_cast<int>(below(static_cast<std::uint64_t>(last - first) + 1));
}

bool Draw::per_cent(double share) { return static_cast<double>(below(1'000'000)) < share * 10'000; }

// A multiplier without a common divisor reaches every place once.
std::uint64_t scattered(std::uint64_t number, std::uint64_t size, std::uint64_t seed) {
  const auto chance = mixed(seed + kStep);
  auto factor = (size * 618 / 1000 + chance % 1000) % size;
  while (std::gcd(factor, size) != 1) factor = (factor + 1) % size;
  return (number % size * factor + chance % size) % size;
}

}  // namespace certreg::bench
