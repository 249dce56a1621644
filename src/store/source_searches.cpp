#include "certreg/store/source_searches.h"

#include "store/values.h"

namespace certreg::store {
namespace {

std::optional<Date> optional_day(const Row& row, const char* column) {
  const auto at = optional_instant(row, column);
  return at ? std::optional(day_of(*at)) : std::nullopt;
}

PageSearch page_of(const Row& row) {
  return {.address = row.text("address"),
          .searched_on = optional_day(row, "read_at"),
          .not_read_since = optional_day(row, "not_read_since"),
          .why = text_or_empty(row, "why")};
}

}  // namespace

std::vector<SourceSearch> source_searches(Transaction& transaction, std::span<const std::string> sources,
                                          const std::optional<Instant>& until) {
  std::vector<SourceSearch> searches;
  const auto last = until ? to_string(*until) : std::string("infinity");
  for (const auto& row : transaction.run("select_searches", {Param::array(sources), last})) {
    auto source = row.text("source");
    if (searches.empty() || searches.back().source != source)
      searches.push_back({.source = std::move(source), .holder = {}, .pages = {}});
    searches.back().pages.push_back(page_of(row));
  }
  return searches;
}

std::vector<std::string> searched_sources(Transaction& transaction) {
  std::vector<std::string> names;
  for (const auto& row : transaction.run("select_searched_sources")) names.push_back(row.text(0));
  return names;
}

}  // namespace certreg::store
