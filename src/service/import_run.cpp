#include "service/import_run.h"

#include "service/document_intake.h"
#include "service/row_batch.h"
#include "service/source_lease.h"
#include "service/source_refresh.h"

namespace certreg::service {
namespace {

// Of two instances whose schedules see the same source due, one runs it.
void take_source(IntakeContext& context, const SourceDefinition& source) {
  const bool scheduled = context.request.scheduled;
  auto lease = SourceLease::take(context.services, source,
                                 scheduled ? store::LeaseWhen::FreeAndDue : store::LeaseWhen::Free);
  if (!lease && scheduled) return context.report.item("source:" + source.name, "not_due", {}, "");
  if (!lease) throw Error(ErrorKind::Busy, "another run fetches this source now");
  const auto& run = context.report.run().id;
  try {
    const auto refreshed = refresh_source(context, source, [&] {
      if (context.is_stopping()) throw Interrupted{};
      lease->extend();
    });
    lease->finish(refreshed.read > 0, run);
  } catch (const Interrupted&) {
    lease->give_back();  // so that the next start need not wait for it
    throw;
  } catch (const std::exception&) {
    lease->finish(false, run);  // so that what fails again and again is tried less and less
    throw;
  }
}

void take_all(IntakeContext& context, ImportRequest& request) {
  const auto sources = context.services.sources();
  const auto* named = find_source(sources, request.source);
  if (!request.address.empty()) {
    refresh_address(context, request.address, named ? named : source_of_address(sources, request.address));
  } else if (!request.name.empty()) {
    take_document(context, {.name = request.name,
                            .address = "file:" + request.name,
                            .media_type = request.media_type,
                            .bytes = std::move(request.bytes),
                            .source = named ? named : source_of_file(sources, request.name)});
  } else {
    take_source(context, *named);
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
    } catch (const LeaseLost&) {
      save_end(services, report, "interrupted", "another run took the source over");
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
