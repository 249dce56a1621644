#include "certreg/service/catalogue_feed.h"

#include "certreg/domain/error.h"
#include "certreg/service/clock.h"
#include "certreg/service/keys.h"
#include "certreg/store/access.h"
#include "certreg/store/certificates.h"
#include "certreg/store/source_searches.h"
#include "certreg/store/suppliers.h"

namespace certreg::service {
namespace {

constexpr std::chrono::milliseconds kPollInterval{
    500};  // bound on what another instance shows late when a NOTIFY is lost

std::vector<std::string> ids_of(const std::vector<store::Change>& changes, std::string_view noun) {
  std::vector<std::string> ids;
  for (const auto& change : changes)
    if (change.noun == noun) ids.push_back(change.id);
  return ids;
}

template <class IdType>
std::vector<IdType> as_ids(const std::vector<std::string>& values) {
  std::vector<IdType> ids;
  for (const auto& value : values) ids.push_back({value});
  return ids;
}

}  // namespace

CatalogueFeed::CatalogueFeed(store::Database& database, catalogue::Catalogue& catalogue, KeyRing& keys)
    : database_(database),
      catalogue_(catalogue),
      keys_(keys),
      listener_(database.options(), "listen_change") {}

CatalogueFeed::~CatalogueFeed() { stop(); }

template <class Change>
void CatalogueFeed::change_state(Change change) {
  const std::lock_guard lock(changing_state_);
  auto changed = std::make_unique<FeedState>(state());
  change(*changed);
  state_.put(std::move(changed));
}

void CatalogueFeed::load() {
  const std::lock_guard reading(reading_);
  auto transaction = database_.begin(store::TransactionMode::ReadOnly);
  const auto position = store::current_position(transaction);
  store::for_all_suppliers(transaction,
                           [this](std::vector<Supplier> batch) { catalogue_.load(std::move(batch)); });
  catalogue_.index_names(std::thread::hardware_concurrency());
  store::for_all_certificates(transaction, [this](std::vector<CertificateRecord> batch) {
    for (auto& record : batch) catalogue_.put(std::move(record));
  });
  put_searches(transaction, store::searched_sources(transaction));
  keys_.replace(store::list_api_keys(transaction));
  change_state([&](FeedState& state) { state = {true, true, position, SystemClock().now(), {}}; });
}

void CatalogueFeed::catch_up() {
  const std::lock_guard reading(reading_);
  auto transaction = database_.begin(store::TransactionMode::ReadOnly);
  const auto fresh = store::changes_since(transaction, state().position);
  catalogue_.put(store::load_suppliers(transaction, as_ids<SupplierId>(ids_of(fresh.changes, "supplier"))));
  for (auto& record :
       store::load_certificates(transaction, as_ids<CertificateId>(ids_of(fresh.changes, "certificate"))))
    catalogue_.put(std::move(record));
  put_searches(transaction, ids_of(fresh.changes, "source"));
  if (!ids_of(fresh.changes, "api_key").empty()) keys_.replace(store::list_api_keys(transaction));
  change_state([&](FeedState& state) { state = {true, true, fresh.position, SystemClock().now(), {}}; });
}

void CatalogueFeed::put_searches(store::Transaction& transaction, const std::vector<std::string>& sources) {
  if (sources.empty()) return;
  for (auto& search : store::source_searches(transaction, sources)) catalogue_.put(std::move(search));
}

// A record that cannot be read is not a database that is away.
void CatalogueFeed::note_failure(const std::exception& failure) noexcept {
  bool away = true;
  try {
    database_.begin(store::TransactionMode::ReadOnly);
    away = false;
  } catch (const std::exception&) {
    away = true;
  }
  const auto* error = dynamic_cast<const Error*>(&failure);
  change_state([&](FeedState& state) {
    state.database_up = !away;
    state.error = failure.what();
    if (error != nullptr && !error->internal.empty()) state.error += ": " + error->internal;
  });
}

void CatalogueFeed::refresh() noexcept {
  try {
    if (state().loaded) catch_up();
  } catch (const std::exception& failure) {
    note_failure(failure);
  }
}

void CatalogueFeed::follow() {
  follower_ = std::thread([this] { run(); });
}

void CatalogueFeed::run() {
  while (!stopping_) {
    listener_.wait(kPollInterval);
    if (stopping_) return;
    try {
      if (state().loaded)
        catch_up();
      else
        load();
    } catch (const std::exception& failure) {
      note_failure(failure);
    }
  }
}

void CatalogueFeed::stop() {
  stopping_ = true;
  listener_.wake();
  if (follower_.joinable()) follower_.join();
}

FeedState CatalogueFeed::state() const {
  const catalogue::Reading reading;
  const auto* state = state_.get();
  return state != nullptr ? *state : FeedState{};
}

}  // namespace certreg::service
