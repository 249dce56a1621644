// A made-up register for measuring: suppliers with a certificate each, and what is bought of them. The same
// seed and size give the same register.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "certreg/store/database.h"

namespace certreg::bench {

struct RegisterSize {
  std::size_t relationships = 0, certificates = 0;
};

// The names of the suppliers. On 2026-06-01 most of what is bought has something wrong with it, of many
// kinds.
std::vector<std::string> fill(store::Database& database, const RegisterSize& size, unsigned seed);

// As many names of suppliers, every `misspelt`th with two letters exchanged; 0: none.
std::vector<std::string> names_to_screen(const std::vector<std::string>& suppliers, std::size_t count,
                                         std::size_t misspelt);

}  // namespace certreg::bench
