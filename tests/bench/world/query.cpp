#include "bench/world/query.h"

#include "bench/world/json_line.h"
#include "bench/world/noise.h"

namespace certreg::bench {

// A kind that leaves the first company's name as it is tries others: one without accents cannot be
// transliterated.
Query query_of(const Data& data, std::uint64_t seed, std::uint64_t companies, std::uint64_t number) {
  constexpr int kTries = 200;
  Draw draw(seed, Subject::Query, number);
  const auto& kind = data.noise.kinds.item(draw);
  for (int i = 0; i < kTries; ++i) {
    auto company = company_of(data, seed, draw.below(companies));
    if (auto text = noisy_name(kind, data.noise, company, draw))
      return {std::move(*text), kind, std::move(company)};
  }
  auto company = company_of(data, seed, draw.below(companies));
  return {company.name, "exact", company};
}

void add_query(std::string& out, const Query& query) {
  JsonLine(out)
      .text("query", query.text)
      .text("kind", query.kind)
      .text("name", query.answer.name)
      .text("country", query.answer.country->code)
      .text("registration_number", query.answer.registration_number)
      .finish();
  out += '\n';
}

}  // namespace certreg::bench
