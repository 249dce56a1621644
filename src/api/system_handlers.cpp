#include <fmt/format.h>

#include "api/answer.h"
#include "api/handlers.h"
#include "api/metrics.h"
#include "api/query.h"
#include "api/record_json.h"
#include "api/routes.h"
#include "certreg/service/catalogue_feed.h"

namespace certreg::api {
namespace {

using codec::Json;

double age_seconds(const Context& context, const service::FeedState& state) {
  const std::chrono::duration<double> age = context.services.clock.now() - state.caught_up_at;
  return state.loaded ? std::max(0.0, age.count()) : 0;
}

void write_gate(MetricsText& out, const http::Counters& gate) {
  const auto one = [&](std::string_view name, std::string_view type, std::string_view help, auto value) {
    out.family(name, type, help);
    out.sample("", static_cast<double>(value));
  };
  one("certreg_connections_accepted_total", "counter", "Connections since the start.", gate.accepted);
  one("certreg_connections", "gauge", "Connections open now.", gate.connections);
  one("certreg_gate_requests_total", "counter", "Requests answered, refusals included.", gate.requests);
  one("certreg_gate_refused_total", "counter", "Requests refused by the gate itself.", gate.refused);
  one("certreg_connections_cut_total", "counter", "Connections ended with an answer unfinished.", gate.cut);
  one("certreg_requests_queued", "gauge", "Requests waiting for a thread now.", gate.queued);
}

void write_catalogue(MetricsText& out, const Context& context) {
  const auto state = context.services.feed.state();
  const auto size = context.services.catalogue.size();
  out.family("certreg_catalogue_records", "gauge", "Records in memory.");
  out.sample("noun=\"supplier\"", static_cast<double>(size.suppliers));
  out.sample("noun=\"certificate\"", static_cast<double>(size.certificates));
  out.family("certreg_catalogue_searchable", "gauge",
             "1 when suppliers can be searched, soon after the start.");
  out.sample("", state.searchable ? 1 : 0);
  out.family("certreg_catalogue_age_seconds", "gauge", "Since the catalogue last knew everything.");
  out.sample("", age_seconds(context, state));
  out.family("certreg_database_up", "gauge", "1 while the database answers.");
  out.sample("", state.database_up ? 1 : 0);
}

void write_operations(MetricsText& out, const Metrics& metrics) {
  out.family("certreg_requests_total", "counter", "Requests answered, by operation and class of status.");
  for (std::size_t i = 0; i < routes().size(); ++i)
    for (std::size_t status_class = 2; status_class <= 5; ++status_class)
      if (const auto count = metrics.answered(i, status_class))
        out.sample(fmt::format("operation=\"{}\",status=\"{}xx\"", routes()[i].operation, status_class),
                   static_cast<double>(count));
  out.family("certreg_request_seconds_total", "counter", "Time spent answering, by operation.");
  for (std::size_t i = 0; i < routes().size(); ++i)
    if (const auto took = metrics.took(i); took.count() > 0)
      out.sample(fmt::format("operation=\"{}\"", routes()[i].operation),
                 std::chrono::duration<double>(took).count());
}

}  // namespace

http::Response get_health(const Context& context) {
  QueryReader(context.request).finish();
  return json_answer(codec::Json{{"status", "ok"}});
}

http::Response get_readiness(const Context& context) {
  QueryReader(context.request).finish();
  const auto state = context.services.feed.state();
  const auto size = context.services.catalogue.size();
  const bool draining = context.options.draining && context.options.draining();
  const bool ready = state.loaded && !draining;
  return json_answer({{"status", ready ? "ready" : "not_ready"},
                      {"draining", draining},
                      {"database_up", state.database_up},
                      {"catalogue",
                       {{"loaded", state.loaded},
                        {"searchable", state.searchable},
                        {"position", codec::text_or_null(state.position)},
                        {"age_seconds", age_seconds(context, state)},
                        {"suppliers", size.suppliers},
                        {"certificates", size.certificates}}}},
                     ready ? 200 : 503);
}

http::Response get_metrics(const Context& context) {
  QueryReader(context.request).finish();
  MetricsText out;
  write_operations(out, context.metrics);
  write_catalogue(out, context);
  if (context.options.counters) write_gate(out, context.options.counters());
  return {200, "text/plain; version=0.0.4; charset=utf-8", {}, std::move(out).text(), {}, {}};
}

}  // namespace certreg::api
