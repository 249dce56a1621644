#include <array>
#include <set>

#include "api/answer.h"
#include "api/handlers.h"
#include "api/query.h"
#include "api/record_json.h"
#include "certreg/service/listing.h"
#include "certreg/service/source_schedules.h"
#include "certreg/service/sources.h"

namespace certreg::api {
namespace {

using codec::Json;

constexpr int kFetches = 500;

std::string_view claimant_name(ClaimantKind kind) {
  return codec::claimant_names()[static_cast<std::size_t>(kind)];
}

Json seconds_or_null(std::chrono::seconds seconds) {
  return seconds.count() == 0 ? Json(nullptr) : Json(seconds.count());
}

Json kind_or_null(const std::optional<documents::MediaKind>& kind) {
  return kind ? Json(to_string(*kind)) : Json(nullptr);
}

Json list_json(const reading::ListSpec& list) {
  static constexpr std::array<std::string_view, 4> forms{"table", "bullets", "lines", "json"};
  std::set<std::string> standards;
  for (const auto& standard : list.standards) standards.insert(standard.value);
  for (const auto& [column, standard] : list.standard_columns) standards.insert(standard.value);
  return {{"form", forms.at(static_cast<std::size_t>(list.form))},
          {"part", codec::text_or_null(list.part)},
          {"heading", codec::text_or_null(list.heading)},
          {"standards", standards},
          {"states_scope", list.states_scope}};
}

Json page_json(const service::PageDefinition& page) {
  auto parts = Json::array();
  for (const auto& [name, xpath] : page.select) parts.push_back({{"name", name}, {"xpath", xpath}});
  return {{"address", codec::text_or_null(page.address)},
          {"files", page.files},
          {"kind", kind_or_null(page.kind)},
          {"select", std::move(parts)},
          {"follow", listed(page.follow,
                            [](const service::LinkRule& rule) -> Json {
                              return {{"links", rule.address},
                                      {"text", codec::text_or_null(rule.text)},
                                      {"kind", kind_or_null(rule.kind)}};
                            })},
          {"lists", listed(page.lists, list_json)}};
}

Json source_json(const service::SourceDefinition& source) {
  return {{"name", source.name},
          {"title", source.title},
          {"holder", codec::text_or_null(source.holder.name)},
          {"products", source.products},
          {"claimant", {{"kind", claimant_name(source.claimant.kind)}, {"name", source.claimant.name}}},
          {"addresses", service::addresses_of(source)},
          {"pages", listed(source.pages, page_json)},
          {"hosts", source.hosts},
          {"files", source.files},
          {"every_seconds", seconds_or_null(source.schedule.every)},
          {"built_in", source.built_in},
          {"sample", source.sample}};
}

Json fetch_json(const store::FetchRecord& fetch) {
  return {{"id", fetch.id},
          {"source", codec::text_or_null(fetch.source)},
          {"address", fetch.address},
          {"fetched_at", to_string(fetch.fetched_at)},
          {"outcome", store::name_of(fetch.outcome)},
          {"result", codec::text_or_null(fetch.result)},
          {"http_status", fetch.http_status == 0 ? Json(nullptr) : Json(fetch.http_status)},
          {"final_address", codec::text_or_null(fetch.final_address)},
          {"tries", fetch.tries},
          {"document", codec::text_or_null(fetch.document.value)},
          {"import", codec::text_or_null(fetch.import.value)},
          {"detail", codec::text_or_null(fetch.detail)}};
}

Json schedule_json(const store::SourceSchedule& schedule, Instant now) {
  const bool leased = schedule.leased_until && *schedule.leased_until > now;
  return {{"due_at", instant_or_null(schedule.due_at)},
          {"started_at", instant_or_null(schedule.started_at)},
          {"finished_at", instant_or_null(schedule.finished_at)},
          {"running", leased},
          {"failures", schedule.failures},
          {"import", codec::text_or_null(schedule.import.value)}};
}

const service::SourceDefinition& source_of(const Context& context) {
  return found(service::find_source(context.services.sources(), context.parameters.front()), "source");
}

}  // namespace

http::Response list_sources(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(context.services.sources(), source_json));
}

http::Response get_source(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, source_json(source_of(context)));
}

http::Response list_source_fetches(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(
      listed(service::source_fetches(context.services, source_of(context).name, kFetches), fetch_json));
}

http::Response get_source_state(const Context& context) {
  QueryReader(context.request).finish();
  const auto state = service::source_state(context.services, source_of(context));
  const auto now = context.services.clock.now();
  return json_answer(Json{{"schedule", state.schedule ? schedule_json(*state.schedule, now) : Json(nullptr)},
                          {"pages", listed(state.pages, fetch_json)}});
}

}  // namespace certreg::api
