#include <charconv>
#include <limits>

#include "certreg/domain/harmless.h"
#include "certreg/service/listing.h"
#include "web/admin_pages.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

constexpr int kShown = 100;

// From the newest where the address names no number.
std::int64_t before_in(const http::Request& request) {
  const auto text = query_value(request, "before");
  auto before = std::numeric_limits<std::int64_t>::max();
  std::from_chars(text.data(), text.data() + text.size(), before);
  return before;
}

Data event_view(const store::AuditEvent& event, Language language) {
  Data view;
  view.set("at", instant_text(event.at, language));
  view.set("actor", harmless(event.actor));
  view.set("action", harmless(event.action));
  view.set("noun", harmless(event.noun));
  view.set("noun_id", harmless(event.noun_id));
  view.set("detail", event.detail == "{}" ? std::string() : harmless(event.detail));
  return view;
}

}  // namespace

Drawn audit_page(const Visit& visit) {
  const auto events = service::list_audit_events(visit.services, before_in(visit.request), kShown);
  Data list{Data::type::list};
  for (const auto& event : events) list.push_back(event_view(event, visit.language));
  Data values;
  values.set("none", events.empty());
  values.set("events", list);
  values.set("has_more", events.size() == kShown);
  values.set("last", events.empty() ? std::string() : std::to_string(events.back().id));
  return drawn(visit, "admin_audit.mustache", values, message(visit.language, "admin.audit"));
}

}  // namespace certreg::web
