#include <algorithm>
#include <limits>

#include "api/answer.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/record_json.h"
#include "certreg/service/event_json.h"
#include "certreg/service/register_changes.h"

namespace certreg::api {
namespace {

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
  return page(
      context,
      listed(changes, [&](const auto& row) { return service::to_json(row, context.services.catalogue); }),
      last);
}

}  // namespace certreg::api
