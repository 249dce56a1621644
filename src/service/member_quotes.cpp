#include "service/member_quotes.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"

namespace certreg::service {

std::vector<Quote> quotes_of_member(const std::string& field, const nlohmann::ordered_json& value,
                                    const Quote& like, const std::string& suffix) {
  const auto quote = [&](std::string name, const nlohmann::ordered_json& stated) {
    auto made = like;
    made.field = std::move(name);
    made.text = (stated.is_string() ? stated.get<std::string>() : codec::dump(stated)) + suffix;
    return made;
  };
  if (field != "scope_items" || !value.is_array()) return {quote(field, value)};
  std::vector<Quote> all;
  for (std::size_t at = 0; at < value.size(); ++at)
    all.push_back(quote(field + "[" + std::to_string(at) + "]", value[at]));
  return all;
}

}  // namespace certreg::service
