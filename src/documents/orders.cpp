#include "documents/orders.h"

#include <nlohmann/json.hpp>

namespace certreg::documents {

using nlohmann::json;

namespace {

json signatures_order(const std::optional<SignatureOrders>& orders) {
  if (!orders) return {};
  return json::array({orders->roots_bytes, orders->asked.time_since_epoch().count()});
}

std::optional<SignatureOrders> parse_signatures_order(const json& value) {
  if (value.is_null()) return std::nullopt;
  return SignatureOrders{value.at(0).get<std::size_t>(),
                         Instant(Instant::duration(value.at(1).get<std::int64_t>()))};
}

json drawing_order(const std::optional<DrawingOrders>& orders) {
  if (!orders) return {};
  return json::array({orders->page, orders->view == PageView::AsRecognised});
}

std::optional<DrawingOrders> parse_drawing_order(const json& value) {
  if (value.is_null()) return std::nullopt;
  return DrawingOrders{value.at(0).get<int>(),
                       value.at(1).get<bool>() ? PageView::AsRecognised : PageView::AsPrinted};
}

}  // namespace

std::string orders_json(const Orders& orders) {
  json selections = json::array();
  for (const Selection& selection : orders.options.selections)
    selections.push_back(json::array({selection.name, selection.xpath}));
  return json{{"charset", orders.options.declared_charset},
              {"selections", std::move(selections)},
              {"sheet", orders.sheet},
              {"page", orders.page},
              {"signatures", signatures_order(orders.signatures)},
              {"drawing", drawing_order(orders.drawing)}}
      .dump(-1, ' ', false, json::error_handler_t::replace);
}

Orders parse_orders(std::string_view text) {
  const json value = json::parse(text);
  Orders orders;
  orders.options.declared_charset = value.at("charset").get<std::string>();
  orders.sheet = value.at("sheet").get<std::string>();
  orders.page = value.at("page").get<int>();
  orders.signatures = parse_signatures_order(value.value("signatures", json()));
  orders.drawing = parse_drawing_order(value.value("drawing", json()));
  for (const json& selection : value.at("selections"))
    orders.options.selections.push_back(
        {selection.at(0).get<std::string>(), selection.at(1).get<std::string>()});
  return orders;
}

}  // namespace certreg::documents
