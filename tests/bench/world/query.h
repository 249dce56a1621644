// A question for a company by a name that is not quite its own, with the true answer.
#pragma once

#include <string>

#include "bench/world/company.h"

namespace certreg::bench {

struct Query {
  std::string text, kind;
  Company answer;
};

// Asks for one of the companies 0 to `companies` - 1.
Query query_of(const Data& data, std::uint64_t seed, std::uint64_t companies, std::uint64_t number);

// {"query", "kind", "name", "country", "registration_number"}; the latter is the answer's alone.
void add_query(std::string& out, const Query& query);

}  // namespace certreg::bench
