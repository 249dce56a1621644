#include "api/answer.h"
#include "api/handlers.h"
#include "api/query.h"
#include "api/record_json.h"
#include "certreg/service/listing.h"
#include "certreg/service/sources.h"

namespace certreg::api {
namespace {

using codec::Json;

constexpr int kFetches = 500;

std::string_view claimant_name(ClaimantKind kind) {
  return codec::claimant_names()[static_cast<std::size_t>(kind)];
}

Json source_json(const service::SourceDefinition& source) {
  return {{"name", source.name},
          {"title", source.title},
          {"holder", codec::text_or_null(source.holder.name)},
          {"claimant", {{"kind", claimant_name(source.claimant.kind)}, {"name", source.claimant.name}}},
          {"addresses", source.addresses},
          {"files", source.files},
          {"sample", source.sample}};
}

std::string outcome_name(store::FetchOutcome outcome) {
  switch (outcome) {
    case store::FetchOutcome::Fetched:
      return "fetched";
    case store::FetchOutcome::NotModified:
      return "not_modified";
    case store::FetchOutcome::NotFound:
      return "not_found";
    case store::FetchOutcome::Refused:
      return "refused";
    case store::FetchOutcome::Failed:
      return "failed";
  }
  return "failed";
}

Json fetch_json(const store::FetchRecord& fetch) {
  return {{"id", fetch.id},
          {"source", codec::text_or_null(fetch.source)},
          {"address", fetch.address},
          {"fetched_at", to_string(fetch.fetched_at)},
          {"outcome", outcome_name(fetch.outcome)},
          {"http_status", fetch.http_status == 0 ? Json(nullptr) : Json(fetch.http_status)},
          {"document", codec::text_or_null(fetch.document.value)},
          {"detail", codec::text_or_null(fetch.detail)}};
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

}  // namespace certreg::api
