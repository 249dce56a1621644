// The register at work: every part in one place, in the order in which they need each other.
#pragma once

#include <future>
#include <memory>

#include "certreg/crypto/api_key.h"
#include "certreg/documents/worker.h"
#include "certreg/fetch/http_fetcher.h"
#include "certreg/fetch/pace.h"
#include "certreg/fetch/polite_fetcher.h"
#include "certreg/jobs/courier.h"
#include "certreg/jobs/scheduler.h"
#include "certreg/jobs/watchman.h"
#include "certreg/mail/smtp_mailer.h"
#include "certreg/service/assessment_memo.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/intake.h"
#include "certreg/service/keys.h"
#include "certreg/service/oidc.h"
#include "certreg/service/reference_history.h"
#include "certreg/service/services.h"
#include "certreg/service/world.h"
#include "certreg/store/private_postgres.h"
#include "config.h"
#include "log.h"

namespace certreg {

class Runtime {
 public:
  // Reads the world, starts or finds the database, brings it to this program's schema, loads the catalogue,
  // follows changes, takes imports. `reader`: the worker's program. Throws what the parts throw.
  Runtime(const Config& config, const std::filesystem::path& reader, const Log& log);

  // Ends imports after their batch, then the rest.
  ~Runtime();
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  service::Services& services() { return *services_; }
  store::PrivatePostgres* postgres() { return postgres_.get(); }  // null: the database is given

  // Ends imports after their batch and cuts off fetches: whatever waits for them goes on at once. Fetches
  // that are asked for later fail.
  void begin_stop();

  service::OidcSignIn* oidc() { return oidc_.get(); }  // null: nobody signs in elsewhere

  // A key of this run for the command line, of an admin.
  std::string new_local_key();

 private:
  std::future<void> prepared_;   // what reads names in other scripts, which is needed when names are indexed
  service::CurrentWorld world_;  // first: what is wrong in its files is told before a database is started
  service::WorldReload reload_;
  service::ReferenceHistory history_;
  service::AssessmentMemo assessments_;
  std::unique_ptr<store::PrivatePostgres> postgres_;
  store::Database database_;
  documents::Worker worker_;
  fetch::HttpFetcher http_;
  fetch::SystemPace pace_;
  fetch::PoliteFetcher fetcher_;
  service::SystemClock clock_;
  catalogue::Catalogue catalogue_;
  service::KeyRing keys_;
  service::CatalogueFeed feed_;
  service::ImportQueue imports_;
  std::unique_ptr<service::Services> services_;
  fetch::HttpFetcher issuer_http_;
  std::unique_ptr<service::OidcSignIn> oidc_;
  std::unique_ptr<mail::SmtpMailer> mailer_;
  std::unique_ptr<jobs::Scheduler> scheduler_;
  std::unique_ptr<jobs::Watchman> watchman_;
  std::unique_ptr<jobs::Courier> courier_;
};

}  // namespace certreg
