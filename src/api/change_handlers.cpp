#include <algorithm>
#include <limits>

#include "api/answer.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/record_json.h"
#include "certreg/service/register_changes.h"

namespace certreg::api {
namespace {

codec::Json supplier_name(const Context& context, const SupplierId& id) {
  const auto supplier = context.services.catalogue.supplier(id);
  return supplier ? codec::Json(supplier->name) : codec::Json(nullptr);
}

codec::Json change_json(const Context& context, const store::RecordedChange& row) {
  const auto& change = row.change;
  return {{"id", row.id},
          {"at", to_string(row.at)},
          {"kind", to_string(change.kind)},
          {"adverse", change.adverse},
          {"sentence", change.sentence},
          {"field", codec::text_or_null(change.field)},
          {"before", codec::text_or_null(change.before)},
          {"after", codec::text_or_null(change.after)},
          {"source", codec::text_or_null(row.source)},
          {"supplier", codec::text_or_null(row.supplier.value)},
          {"supplier_name", supplier_name(context, row.supplier)},
          {"certificate", codec::text_or_null(row.certificate.value)},
          {"version", codec::text_or_null(row.version.value)},
          {"document", codec::text_or_null(row.document.value)},
          {"address", codec::text_or_null(row.address)}};
}

std::string id_in(QueryReader& query, std::string_view name) {
  auto id = query.text(name, 100);
  if (!id.empty() && !is_uuid(id)) query.problem(name, "must be an id");
  return id;
}

std::vector<ChangeKind> kinds_in(QueryReader& query) {
  std::vector<ChangeKind> kinds;
  for (const auto& name : query.texts("kind", change_kind_names().size(), 100)) {
    if (const auto kind = change_kind_of(name))
      kinds.push_back(*kind);
    else
      query.problem("kind", "has no value " + name);
  }
  return kinds;
}

store::ChangeFilter filter_in(QueryReader& query) {
  return {.source = query.text("source"),
          .supplier = {id_in(query, "supplier")},
          .certificate = {id_in(query, "certificate")},
          .since = query.instant("since"),
          .until = query.instant("until"),
          .kinds = kinds_in(query),
          .adverse = query.boolean("adverse")};
}

constexpr long kNotFollowing = -1;

std::vector<store::RecordedChange> read(const Context& context, const store::ChangeFilter& filter, long after,
                                        std::int64_t cursor, int limit) {
  if (after == kNotFollowing) return service::list_changes(context.services, filter, cursor, limit);
  return service::follow_changes(context.services, filter, std::max<std::int64_t>(after, cursor), limit);
}

}  // namespace

http::Response list_changes(const Context& context) {
  QueryReader query(context.request);
  const auto limit = query.limit();
  const auto cursor = number_cursor_of(query).value_or(0);
  const auto after = query.integer("after", 0, std::numeric_limits<long>::max(), kNotFollowing);
  const auto filter = filter_in(query);
  query.finish();
  auto changes = read(context, filter, after, cursor, static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (changes.size() > limit) {
    changes.pop_back();
    last = {std::to_string(changes.back().id)};
  }
  return page(context, listed(changes, [&](const auto& row) { return change_json(context, row); }), last);
}

}  // namespace certreg::api
