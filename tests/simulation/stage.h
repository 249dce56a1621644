// A stage where a host changes and the register watches it on its schedule: real sockets, no real time.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "certreg/fetch/http_fetcher.h"
#include "certreg/fetch/polite_fetcher.h"
#include "certreg/jobs/scheduler.h"
#include "certreg/service/register_changes.h"
#include "service/register_world.h"
#include "simulation/documents.h"
#include "simulation/trust_centre.h"
#include "support/fake_pace.h"

namespace certreg::simulation {

// One service on a database: it can be stopped and another started.
class Instance {
 public:
  Instance(const std::string& database, TrustCentre& site, fetch::Pace& pace);
  service::RegisterWorld& world() { return world_; }
  jobs::Scheduler& scheduler() { return scheduler_; }

 private:
  fetch::HttpFetcher http_;
  fetch::PoliteFetcher polite_;
  service::RegisterWorld world_;
  jobs::Scheduler scheduler_;
};

class Stage {
 public:
  Stage();

  TrustCentre& site() { return site_; }
  service::RegisterWorld& world() { return instances_.front()->world(); }
  service::SourceDefinition source() const;

  void restart();         // of the service, on the same database
  void start_a_second();  // service on it
  void stop_the_second();

  void set_day(Date day);
  // All that is due on this day; the number of runs that fetched something.
  std::size_t run_what_is_due();

  std::vector<store::RecordedChange> changes_since_last_asked();
  std::string result_at(const std::string& path);  // of the last attempt, "never tried" before it
  // "satisfied", or the outcome with the codes that stand in its way: "undecided: evidence claimed".
  std::string verified(const std::string& service);
  std::size_t certificates_known();             // and claims, but for those that a person retired
  catalogue::RecordPtr certificate();           // the supplier's own, null before it was read
  std::optional<Date> certificate_confirmed();  // when its document was last seen again

 private:
  void add_instance();

  TrustCentre site_;
  fetch::FakePace pace_;
  std::string database_;
  std::optional<Date> today_;
  std::vector<std::unique_ptr<Instance>> instances_;
  std::int64_t last_change_ = 0;
};

}  // namespace certreg::simulation
