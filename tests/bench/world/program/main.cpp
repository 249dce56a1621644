// make_world FOLDER --certificates N [--seed S] [--queries Q]: a made-up register of any size.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

#include "bench/world/world.h"

namespace certreg::bench {
namespace {

std::optional<std::uint64_t> number_of(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::uint64_t* setting(Wish& wish, std::string_view option) {
  if (option == "--certificates") return &wish.certificates;
  if (option == "--seed") return &wish.seed;
  return option == "--queries" ? &wish.queries : nullptr;
}

std::optional<Wish> wish_of(const std::vector<std::string_view>& arguments) {
  Wish wish;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!arguments[i].starts_with("--") && wish.folder.empty()) {
      wish.folder = arguments[i];
      continue;
    }
    auto* const value = setting(wish, arguments[i]);
    const auto number = i + 1 < arguments.size() ? number_of(arguments[++i]) : std::nullopt;
    if (value == nullptr || !number) return std::nullopt;
    *value = *number;
  }
  if (wish.folder.empty() || wish.certificates == 0) return std::nullopt;
  return wish;
}

int run(const std::vector<std::string_view>& arguments) {
  const auto wish = wish_of(arguments);
  if (!wish) {
    fmt::print(stderr, "usage: make_world FOLDER --certificates N [--seed S] [--queries Q]\n");
    return 2;
  }
  const Data data(CERTREG_WORLD_DATA);
  const auto written = write_world(data, *wish);
  fmt::print("{} certificates in {} rows, of {} companies; {} bytes as CSV, {} as JSON lines\n",
             written.certificates, written.rows, written.companies, written.csv_bytes, written.json_bytes);
  return 0;
}

}  // namespace
}  // namespace certreg::bench

int main(int argc, char** argv) {
  try {
    return certreg::bench::run({argv + 1, argv + argc});
  } catch (const std::exception& error) {
    fmt::print(stderr, "make_world: {}\n", error.what());
    return 1;
  }
}
