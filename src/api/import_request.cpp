#include "api/import_request.h"

#include <nlohmann/json.hpp>

#include "api/body.h"
#include "api/query.h"

namespace certreg::api {
namespace {

char separator_in(QueryReader& query, const char* name) {
  static const std::vector<std::string_view> names{"comma", "semicolon", "tab", "bar"};
  constexpr std::string_view separators = ",;\t|";
  const auto chosen = query.choice(name, names);
  return chosen ? separators[*chosen] : '\0';
}

std::optional<reading::ColumnMapping> columns_in(QueryReader& query) {
  reading::ColumnMapping mapping;
  bool stated = false;
  for (auto& [field, column] : query.with_prefix("column", 50))
    stated = mapping.columns.emplace(field, column).second || stated;
  for (auto& [field, value] : query.with_prefix("fixed", 50))
    stated = mapping.fixed.emplace(field, value).second || stated;
  if (auto format = query.text("date_format", 20); !format.empty()) {
    mapping.date_format = std::move(format);
    stated = true;
  }
  if (const auto delimiter = separator_in(query, "delimiter")) {
    mapping.delimiter = delimiter;
    stated = true;
  }
  if (const auto separator = separator_in(query, "list_separator")) {
    mapping.list_separator = separator;
    stated = true;
  }
  if (!stated) return std::nullopt;
  return mapping;
}

std::chrono::milliseconds wait_in(QueryReader& query) {
  return std::chrono::seconds(query.integer("wait", 0, 60, 0));
}

// What an upload is called and how a table in it is read; the caller finishes the query.
service::ImportRequest described_in(const Context& context, QueryReader& query) {
  service::ImportRequest request;
  request.name = query.required_text("name", 500);
  request.source = query.text("source", 100);
  request.columns = columns_in(query);
  if (context.request.content().empty()) query.problem("body", "is empty: it must be the document");
  request.media_type = media_type_of(context.request);
  request.bytes = context.request.held.empty() ? HeldBytes(context.request.body) : context.request.held;
  return request;
}

ImportOrder upload_in(const Context& context) {
  QueryReader query(context.request);
  ImportOrder order{.request = described_in(context, query)};
  order.request.accept = query.boolean("accept").value_or(false);
  order.wait = wait_in(query);
  query.finish();
  return order;
}

ImportOrder ordered_in(const Context& context) {
  QueryReader query(context.request);
  ImportOrder order;
  order.wait = wait_in(query);
  query.finish();
  const auto body = json_body(context);
  codec::Problems problems;
  codec::ObjectReader reader(body, "", problems);
  order.request.address = reader.text("address", 2000);
  order.request.source = reader.text("source", 100);
  order.request.accept = reader.boolean("accept").value_or(false);
  reader.finish();
  if (problems.empty() && order.request.address.empty() && order.request.source.empty())
    reader.problem("address", "or source is required; an upload needs the query parameter name");
  refuse(std::move(problems));
  return order;
}

}  // namespace

service::ImportRequest table_in(const Context& context) {
  QueryReader query(context.request);
  auto request = described_in(context, query);
  query.finish();
  return request;
}

ImportOrder import_order_in(const Context& context) {
  for (const auto& [name, value] : context.request.query)
    if (name == "name") return upload_in(context);
  return ordered_in(context);
}

}  // namespace certreg::api
