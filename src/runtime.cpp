#include "runtime.h"

#include "certreg/domain/search_name.h"
#include "certreg/store/imports.h"
#include "certreg/store/migrate.h"
#include "overlay_files.h"

namespace certreg {
namespace {

std::unique_ptr<store::PrivatePostgres> start_postgres(const Config& config, const Log& log) {
  if (!config.database.empty()) return nullptr;
  store::PrivatePostgresOptions options;
  options.data_dir = config.data_dir;
  options.report = [&log](std::string_view line) { log.info("postgres", {{"detail", line}}); };
  return std::make_unique<store::PrivatePostgres>(options);
}

store::DatabaseOptions database_options(const Config& config, const store::PrivatePostgres* postgres) {
  store::DatabaseOptions options;
  options.conninfo = postgres ? postgres->conninfo() : config.database;
  return options;
}

service::WorldOptions world_options(const Config& config) { return {.sample = config.sample}; }

service::WorldData load_world(const Config& config) {
  return service::load_world(service::built_in_world_files(), read_overlay(config.data_dir),
                             world_options(config));
}

fetch::HttpFetcherOptions fetcher_options(const Config& config) {
  fetch::HttpFetcherOptions options;
  options.allowed_networks = config.allowed_networks;
  options.further_ports = config.allowed_ports;
  options.user_agent = config.user_agent;
  return options;
}

// People wait for it.
fetch::HttpFetcherOptions issuer_options(const Config& config) {
  auto options = fetcher_options(config);
  options.max_body_bytes = options.max_encoded_bytes = 1U << 20;
  options.total_time = options.post_time = std::chrono::seconds(10);
  options.connect_time = std::chrono::seconds(5);
  return options;
}

void interrupt_imports(store::Database& database, const service::Clock& clock, const Log& log) {
  auto transaction = database.begin();
  const auto count = store::interrupt_running_imports(transaction, clock.now());
  transaction.commit();
  if (count > 0) log.info("imports_interrupted", {{"count", std::to_string(count)}});
}

void record_reference(service::Services& services) {
  auto transaction = services.database.begin();
  service::record_reference(transaction, services.world.data().record, services.clock.now());
  transaction.commit();
}

}  // namespace

Runtime::Runtime(const Config& config, const std::filesystem::path& reader, const Log& log)
    : prepared_(std::async(std::launch::async, [] { search_name("\u6570\u636e data"); })),
      world_(load_world(config)),
      reload_(
          world_, [folder = config.data_dir] { return read_overlay(folder); }, world_options(config)),
      postgres_(start_postgres(config, log)),
      database_(database_options(config, postgres_.get())),
      worker_(reader),
      http_(fetcher_options(config)),
      fetcher_(http_, pace_),
      feed_(database_, catalogue_, keys_),
      services_(new service::Services{database_, catalogue_, feed_, keys_, imports_, world_, worker_,
                                      fetcher_, clock_, reload_, history_, assessments_,
                                      config.signature_roots}),
      issuer_http_(issuer_options(config)) {
  store::migrate(database_);
  record_reference(*services_);
  interrupt_imports(database_, clock_, log);
  // A service answers look-ups before searches; a command that opens the register for one question wants all.
  config.follows_schedules ? feed_.load_records() : feed_.load();
  feed_.follow();
  imports_.start(*services_);
  scheduler_ = std::make_unique<jobs::Scheduler>(
      *services_, jobs::SchedulerOptions{.report = [&log](std::string_view event, const std::string& detail) {
        log.info(event, {{"detail", detail}});
      }});
  if (config.oidc) oidc_ = std::make_unique<service::OidcSignIn>(*config.oidc, issuer_http_, issuer_http_);
  if (config.smtp) mailer_ = std::make_unique<mail::SmtpMailer>(*config.smtp);
  services_->mailer = mailer_.get();
  services_->mail_from = config.mail_from;
  services_->public_address = config.public_address;
  watchman_ = std::make_unique<jobs::Watchman>(
      *services_, jobs::WatchmanOptions{.report = [&log](std::string_view event, const std::string& detail) {
        log.info(event, {{"detail", detail}});
      }});
  services_->poster = &http_;
  courier_ = std::make_unique<jobs::Courier>(
      *services_, jobs::CourierOptions{.report = [&log](std::string_view event, const std::string& detail) {
        log.info(event, {{"detail", detail}});
      }});
  if (!config.follows_schedules) return;
  scheduler_->start();
  watchman_->start();
  courier_->start();
}

void Runtime::begin_stop() {
  if (mailer_) mailer_->stop();
  courier_->begin_stop();  // before its message under way is cut off, so that it begins no other
  scheduler_->stop();
  watchman_->stop();
  imports_.begin_stop();
  fetcher_.stop();
  http_.stop();
  issuer_http_.stop();
  courier_->stop();
}

Runtime::~Runtime() {
  begin_stop();
  imports_.stop();
  feed_.stop();
}

std::string Runtime::new_local_key() {
  auto key = crypto::new_api_key();
  keys_.add_local(key, {"command line", service::Role::Admin});
  return key;
}

}  // namespace certreg
