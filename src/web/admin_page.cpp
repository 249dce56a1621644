#include <algorithm>

#include "certreg/domain/harmless.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/register_changes.h"
#include "web/admin_pages.h"
#include "web/supplier_concerns.h"

namespace certreg::web {
namespace {

constexpr int kChangesShown = 3;

bool is_failing(const Visit& visit, const service::SourceDefinition& source) {
  const auto search = visit.services.catalogue.search_of(source.name);
  return search && std::any_of(search->pages.begin(), search->pages.end(),
                               [](const PageSearch& page) { return page.not_read_since.has_value(); });
}

// Nobody has looked there: no answer is not "nothing failed".
bool is_unread(const Visit& visit, const service::SourceDefinition& source) {
  const auto search = visit.services.catalogue.search_of(source.name);
  return !search || std::none_of(search->pages.begin(), search->pages.end(), [](const PageSearch& page) {
    return page.searched_on || page.not_read_since;
  });
}

std::string count_of(const Visit& visit, bool (*is_meant)(const Visit&, const service::SourceDefinition&)) {
  const auto& sources = visit.services.sources();
  return std::to_string(std::count_if(sources.begin(), sources.end(),
                                      [&](const auto& source) { return is_meant(visit, source); }));
}

Data pages_of(const Visit& visit, const service::SourceDefinition& source) {
  Data list{Data::type::list};
  const auto search = visit.services.catalogue.search_of(source.name);
  if (!search) return list;
  for (const auto& page : search->pages) list.push_back(page_search_view(page, visit.language));
  return list;
}

Data changes_of(const Visit& visit, const service::SourceDefinition& source) {
  Data list{Data::type::list};
  for (const auto& recorded :
       service::list_changes(visit.services, {.source = source.name}, 0, kChangesShown)) {
    Data view;
    view.set("day", day_text(day_of(recorded.at), visit.language));
    view.set("sentence", harmless(recorded.change.sentence));
    list.push_back(view);
  }
  return list;
}

Data source_view(const Visit& visit, const service::SourceDefinition& source) {
  const auto pages = pages_of(visit, source), changes = changes_of(visit, source);
  Data view;
  view.set("title", harmless(source.title.empty() ? source.name : source.title));
  view.set("name", source.name);
  view.set("pages", pages);
  view.set("never", pages.list_value().empty());
  view.set("changes", changes);
  view.set("no_changes", changes.list_value().empty());
  return view;
}

}  // namespace

Drawn admin_page(const Visit& visit) {
  const auto state = visit.services.feed.state();
  const auto size = visit.services.catalogue.size();
  Data values;
  values.set("database_up", state.database_up);
  values.set("caught_up", instant_text(state.caught_up_at, visit.language));
  values.set("has_error", !state.error.empty());
  values.set("error", harmless(state.error));
  values.set("suppliers", std::to_string(size.suppliers));
  values.set("certificates", std::to_string(size.certificates));
  values.set("sources", std::to_string(visit.services.sources().size()));
  values.set("failing_sources", count_of(visit, is_failing));
  values.set("unread_sources", count_of(visit, is_unread));
  return drawn(visit, "admin.mustache", values, message(visit.language, "admin.title"));
}

Drawn sources_page(const Visit& visit) {
  Data list{Data::type::list};
  for (const auto& source : visit.services.sources()) list.push_back(source_view(visit, source));
  Data values;
  values.set("none", list.list_value().empty());
  values.set("sources", list);
  return drawn(visit, "admin_sources.mustache", values, message(visit.language, "admin.sources"));
}

}  // namespace certreg::web
