#include "runtime.h"

#include <algorithm>

#include "certreg/service/embedded_files.h"
#include "certreg/store/imports.h"
#include "certreg/store/migrate.h"

namespace certreg {
namespace {

constexpr std::string_view kSampleReference = "importers/sample/reference.yaml";

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

service::ReferenceData load_reference(const Config& config) {
  auto files = service::built_in_reference_files();
  for (const auto& file : service::embedded_files()) {
    if (config.sample && file.name == kSampleReference) files.push_back({file.name, file.bytes});
  }
  return service::load_reference(files);
}

std::vector<service::SourceDefinition> load_sources(const Config& config) {
  auto sources = service::parse_sources(service::embedded_files());
  for (auto& source : sources) source.built_in = true;
  if (!config.sample) std::erase_if(sources, [](const auto& source) { return source.sample; });
  return sources;
}

service::WorldData load_world(const Config& config) {
  auto reference = load_reference(config);
  return {std::move(reference.reference), std::move(reference.registers),
          reading::parse_labels(service::embedded_files()), load_sources(config),
          reading::parse_page_words(service::embedded_files())};
}

fetch::HttpFetcherOptions fetcher_options(const Config& config) {
  fetch::HttpFetcherOptions options;
  options.allowed_networks = config.allowed_networks;
  options.further_ports = config.allowed_ports;
  options.user_agent = config.user_agent;
  return options;
}

void interrupt_imports(store::Database& database, const service::Clock& clock, const Log& log) {
  auto transaction = database.begin();
  const auto count = store::interrupt_running_imports(transaction, clock.now());
  transaction.commit();
  if (count > 0) log.info("imports_interrupted", {{"count", std::to_string(count)}});
}

}  // namespace

Runtime::Runtime(const Config& config, const std::filesystem::path& reader, const Log& log)
    : postgres_(start_postgres(config, log)),
      database_(database_options(config, postgres_.get())),
      world_(load_world(config)),
      worker_(reader),
      http_(fetcher_options(config)),
      fetcher_(http_, pace_),
      feed_(database_, catalogue_, keys_),
      services_(new service::Services{database_, catalogue_, feed_, keys_, imports_, world_, worker_,
                                      fetcher_, clock_}) {
  store::migrate(database_);
  interrupt_imports(database_, clock_, log);
  feed_.load();
  feed_.follow();
  imports_.start(*services_);
  scheduler_ = std::make_unique<jobs::Scheduler>(
      *services_, jobs::SchedulerOptions{.report = [&log](std::string_view event, const std::string& detail) {
        log.info(event, {{"detail", detail}});
      }});
  if (config.follows_schedules) scheduler_->start();
}

Runtime::~Runtime() {
  scheduler_->stop();
  imports_.begin_stop();
  fetcher_.stop();
  http_.stop();
  imports_.stop();
  feed_.stop();
}

std::string Runtime::new_local_key() {
  auto key = crypto::new_api_key();
  keys_.add_local(key, {"command line", service::Role::Admin});
  return key;
}

}  // namespace certreg
