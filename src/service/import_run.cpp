#include "service/import_run.h"

#include "certreg/fetch/fetcher.h"
#include "certreg/store/documents.h"
#include "service/document_intake.h"
#include "service/new_id.h"
#include "service/row_batch.h"

namespace certreg::service {
namespace {

store::FetchOutcome stored(fetch::FetchOutcome outcome) {
  switch (outcome) {
    case fetch::FetchOutcome::Fetched:
      return store::FetchOutcome::Fetched;
    case fetch::FetchOutcome::NotModified:
      return store::FetchOutcome::NotModified;
    case fetch::FetchOutcome::NotFound:
      return store::FetchOutcome::NotFound;
    case fetch::FetchOutcome::Refused:
      return store::FetchOutcome::Refused;
    case fetch::FetchOutcome::Failed:
      return store::FetchOutcome::Failed;
  }
  return store::FetchOutcome::Failed;
}

store::FetchRecord record_of(const Services& services, const std::string& address,
                             const SourceDefinition* source, const fetch::FetchResult& result) {
  return {.id = new_id(services.clock),
          .source = source ? source->name : std::string(),
          .address = address,
          .fetched_at = services.clock.now(),
          .outcome = stored(result.outcome),
          .http_status = result.http_status,
          .etag = result.etag,
          .last_modified = result.last_modified,
          .detail = result.detail};
}

void take_address(IntakeContext& context, const std::string& address, const SourceDefinition* source) {
  auto result = context.services.fetcher.fetch({.address = address});
  auto transaction = context.services.database.begin();
  store::record_fetch(transaction, record_of(context.services, address, source, result));
  if (result.outcome != fetch::FetchOutcome::Fetched) {
    const std::string outcome(fetch::to_string(result.outcome));
    context.report.count("fetch_" + outcome);
    context.report.item(address, "fetch_" + outcome, {}, result.detail);
  }
  context.report.save(transaction);
  transaction.commit();
  if (result.outcome == fetch::FetchOutcome::Fetched)
    take_document(context, {.name = address,
                            .address = address,
                            .media_type = result.content_type,
                            .bytes = std::move(result.body),
                            .source = source});
}

void take_all(IntakeContext& context, ImportRequest& request) {
  const auto& sources = context.services.sources();
  const auto* named = find_source(sources, request.source);
  if (!request.address.empty())
    return take_address(context, request.address,
                        named ? named : source_of_address(sources, request.address));
  if (!request.name.empty())
    return take_document(context, {.name = request.name,
                                   .address = "file:" + request.name,
                                   .media_type = request.media_type,
                                   .bytes = std::move(request.bytes),
                                   .source = named ? named : source_of_file(sources, request.name)});
  for (const auto& address : named->addresses) {
    if (context.is_stopping()) throw Interrupted{};
    take_address(context, address, named);
  }
}

void save_end(Services& services, ImportReport& report, const std::string& state, const std::string& error) {
  report.end(state, error, services.clock.now());
  auto transaction = services.database.begin();
  report.save(transaction);
  transaction.commit();
}

}  // namespace

void run_import(Services& services, const store::ImportRun& run, ImportRequest request, const Actor& actor,
                const std::function<bool()>& is_stopping) {
  ImportReport report(run);
  IntakeContext context{services, request, actor, report, is_stopping};
  try {
    try {
      take_all(context, request);
      save_end(services, report, "done", "");
    } catch (const Interrupted&) {
      save_end(services, report, "interrupted",
               "the service was stopped; the same import again completes it");
    } catch (const Error& error) {
      save_end(services, report, "failed", error.what());
    } catch (const std::exception&) {
      save_end(services, report, "failed", "an error inside the register");
    }
  } catch (const std::exception&) {
    // The database is away: the run stays "running" and is marked interrupted at the next start.
  }
}

}  // namespace certreg::service
