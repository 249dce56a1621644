// Writes a made-up register and questions about it, row by row, with memory for some rows.
#pragma once

#include <cstdint>
#include <filesystem>

#include "bench/world/data.h"

namespace certreg::bench {

struct Wish {
  std::filesystem::path folder;
  std::uint64_t certificates = 0;
  std::uint64_t seed = 1;
  std::uint64_t queries = 2000;
};

struct Written {
  std::uint64_t companies = 0, certificates = 0, rows = 0;
  std::uint64_t csv_bytes = 0, json_bytes = 0;
};

// Writes register.csv, register.jsonl, suppliers.jsonl and queries.jsonl into the folder, the same bytes for
// the same wish and data. Throws std::system_error when a file cannot be written.
Written write_world(const Data& data, const Wish& wish);

}  // namespace certreg::bench
