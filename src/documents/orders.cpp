#include "documents/orders.h"

#include <nlohmann/json.hpp>

namespace certreg::documents {

using nlohmann::json;

std::string orders_json(const Orders& orders) {
  json selections = json::array();
  for (const Selection& selection : orders.options.selections)
    selections.push_back(json::array({selection.name, selection.xpath}));
  return json{{"charset", orders.options.declared_charset},
              {"selections", std::move(selections)},
              {"sheet", orders.sheet},
              {"page", orders.page}}
      .dump(-1, ' ', false, json::error_handler_t::replace);
}

Orders parse_orders(std::string_view text) {
  const json value = json::parse(text);
  Orders orders;
  orders.options.declared_charset = value.at("charset").get<std::string>();
  orders.sheet = value.at("sheet").get<std::string>();
  orders.page = value.at("page").get<int>();
  for (const json& selection : value.at("selections"))
    orders.options.selections.push_back(
        {selection.at(0).get<std::string>(), selection.at(1).get<std::string>()});
  return orders;
}

}  // namespace certreg::documents
