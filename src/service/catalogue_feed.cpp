#include "certreg/service/catalogue_feed.h"

#include <charconv>
#include <future>
#include <numeric>
#include <span>

#include "certreg/domain/error.h"
#include "certreg/service/clock.h"
#include "certreg/service/keys.h"
#include "certreg/store/access.h"
#include "certreg/store/certificates.h"
#include "certreg/store/guests.h"
#include "certreg/store/known_versions.h"
#include "certreg/store/policies.h"
#include "certreg/store/relationship_records.h"
#include "certreg/store/source_searches.h"
#include "certreg/store/suppliers.h"
#include "certreg/store/users.h"

namespace certreg::service {
namespace {

constexpr std::chrono::milliseconds kPollInterval{
    500};  // bound on what another instance shows late when a NOTIFY is lost

constexpr std::size_t kMostKnown = 1000;  // transactions that are not read again while an older one is open

constexpr std::size_t kReadAtOnce = 4000;  // records

constexpr std::size_t kMostWaiting = 50'000;  // records that wait for the follower

// Of transactions' numbers.
bool is_before(const std::string& left, const std::string& right) {
  return left.size() != right.size() ? left.size() < right.size() : left < right;
}

std::vector<std::string> ids_of(const std::vector<store::Change>& changes, std::string_view noun) {
  std::vector<std::string> ids;
  for (const auto& change : changes)
    if (change.noun == noun) ids.push_back(change.id);
  return ids;
}

std::uint64_t number_of(const std::string& position) {
  std::uint64_t number = 0;
  std::from_chars(position.data(), position.data() + position.size(), number);
  return number;
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
  {
    const std::lock_guard lock(changing_state_);
    auto changed = std::make_unique<FeedState>(state());
    change(*changed);
    state_.put(std::move(changed));
  }
  state_changed_.notify_all();
}

bool CatalogueFeed::wait_for(std::uint64_t position, std::chrono::milliseconds limit) {
  const auto is_there = [&] { return number_of(state().position) >= position; };
  if (is_there()) return true;
  refresh();
  const auto now_known = state();
  if (now_known.database_up && number_of(now_known.latest) < position) return false;  // nobody is
  std::unique_lock lock(changing_state_);
  return state_changed_.wait_for(lock, limit, is_there);
}

void CatalogueFeed::note_caught_up(std::string known, std::string latest) {
  change_state([&](FeedState& state) {
    state = {true, catalogue_.is_searchable(), true, std::move(known), std::move(latest), SystemClock().now(),
             {}};
  });
}

void CatalogueFeed::wait_until_searchable(std::chrono::milliseconds limit) {
  const auto is_there = [this] { return state().searchable; };
  if (is_there()) return;
  std::unique_lock lock(changing_state_);
  if (!state_changed_.wait_for(lock, limit, is_there))
    throw Error(ErrorKind::Unavailable, "suppliers cannot be searched yet");
}

// Several readers, each with a transaction of its own and all at the moment of `first`: what changes while
// they read is after the position, and is read again.
template <class Read>
void CatalogueFeed::read_in_shares(store::Transaction& first, Read read) {
  const auto snapshot = store::snapshot_of(first);
  const auto readers = number_of_readers();
  std::vector<std::future<void>> others;
  const auto read_share = [this, readers, &snapshot, &read](std::size_t number) {
    auto transaction = database_.begin(store::TransactionMode::ReadOnly);
    store::see_as(transaction, snapshot);
    read(transaction, store::Share{number, readers});
  };
  for (std::size_t number = 1; number < readers; ++number)
    others.push_back(std::async(std::launch::async, read_share, number));
  read_share(0);
  for (auto& other : others) other.get();
}

// One a core, within the connections that there are: one is the first's, and one is left to others.
std::size_t CatalogueFeed::number_of_readers() const {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  const auto connections = database_.options().pool_size;
  return std::clamp<std::size_t>(cores, 1, connections > 3 ? connections - 2 : 1);
}

void CatalogueFeed::load() {
  load_records();
  index_names();
}

void CatalogueFeed::load_records() {
  const std::lock_guard reading(reading_);
  auto first = database_.begin(store::TransactionMode::ReadOnly);
  const auto position = store::current_position(first);
  keys_.replace(store::list_api_keys(first));
  users_.replace(store::list_users(first));
  users_.replace_blocked_guests(store::blocked_guests(first));
  catalogue_.forget_loaded();
  const store::VersionMarks marks(first);
  read_in_shares(first, [&](store::Transaction& transaction, store::Share share) {
    store::for_all_supplier_versions(
        transaction, [this](const std::vector<Supplier>& batch) { catalogue_.load(batch); }, share);
    store::for_all_known_versions(
        transaction, marks, [this](const std::vector<StoredVersion>& batch) { catalogue_.load(batch); },
        share);
  });
  catalogue_.show_loaded(static_cast<unsigned>(number_of_readers()));
  put_with_more(first);
  load_portfolio(first);
  put_searches(first, store::searched_sources(first));
  note_caught_up(position.known, position.latest);
}

void CatalogueFeed::put_with_more(store::Transaction& first) {
  const auto all = store::certificates_with_more(first);
  for (std::span<const CertificateId> rest(all); !rest.empty();) {
    const auto some = rest.first(std::min(rest.size(), kReadAtOnce));
    for (const auto& record : store::load_certificates(first, some)) catalogue_.put(record);
    rest = rest.subspan(some.size());
  }
}

// Nothing is put meanwhile: whoever wrote waits until it is done, and then for what he wrote.
void CatalogueFeed::index_names() {
  const std::lock_guard reading(reading_);
  if (!catalogue_.is_searchable()) catalogue_.index_names(static_cast<unsigned>(number_of_readers()));
  change_state([](FeedState& state) { state.searchable = true; });
}

void CatalogueFeed::load_portfolio(store::Transaction& first) {
  auto& portfolio = catalogue_.portfolio();
  read_in_shares(first, [&portfolio](store::Transaction& transaction, store::Share share) {
    store::for_all_relationship_records(
        transaction, [&portfolio](std::vector<RelationshipRecord> batch) { portfolio.put(std::move(batch)); },
        share);
  });
  store::for_all_assurances(first, [&portfolio](store::AssurancesBySupplier&& batch) {
    for (auto& [supplier, assurances] : batch) portfolio.put(supplier, std::move(assurances));
  });
  if (auto policy = store::load_policy(first, {})) portfolio.put(*std::move(policy));
}

void CatalogueFeed::put_portfolio(store::Transaction& transaction,
                                  const std::vector<store::Change>& changes) {
  auto& portfolio = catalogue_.portfolio();
  portfolio.put(
      store::load_relationship_records(transaction, as_ids<RelationshipId>(ids_of(changes, "relationship"))));
  auto assurances =
      store::assurances_by_supplier(transaction, as_ids<SupplierId>(ids_of(changes, "supplier_assurances")));
  for (auto& [supplier, all] : assurances) portfolio.put(supplier, std::move(all));
  if (ids_of(changes, "policy").empty()) return;
  if (auto policy = store::load_policy(transaction, {})) portfolio.put(*std::move(policy));
}

void CatalogueFeed::catch_up() {
  const std::lock_guard reading(reading_);
  const auto coming = put_written();
  auto known = known_;
  known.insert(known.end(), coming.begin(), coming.end());
  auto transaction = database_.begin(store::TransactionMode::ReadOnly);
  const auto fresh = store::changes_since(transaction, state().position, known);
  // First: a record that cannot be read must not keep somebody in whose key or account has ended.
  if (!ids_of(fresh.changes, "api_key").empty()) keys_.replace(store::list_api_keys(transaction));
  if (!ids_of(fresh.changes, "user_account").empty()) users_.replace(store::list_users(transaction));
  if (!ids_of(fresh.changes, "blocked_guest").empty())
    users_.replace_blocked_guests(store::blocked_guests(transaction));
  catalogue_.put(store::load_suppliers(transaction, as_ids<SupplierId>(ids_of(fresh.changes, "supplier"))));
  for (auto& id : as_ids<CertificateId>(ids_of(fresh.changes, "certificate")))
    changed_.push_back(std::move(id));
  for (const auto& record : store::load_certificates(transaction, changed_)) catalogue_.put(record);
  changed_.clear();
  put_searches(transaction, ids_of(fresh.changes, "source"));
  put_portfolio(transaction, fresh.changes);
  // Not past what is still to be handed over: it is not known yet, and is read should it never be.
  const auto position = std::accumulate(
      coming.begin(), coming.end(), fresh.position.known,
      [](const auto& first, const auto& number) { return is_before(number, first) ? number : first; });
  if (known_.size() < kMostKnown)
    known_.insert(known_.end(), fresh.transactions.begin(), fresh.transactions.end());
  std::erase_if(known_, [&](const auto& number) { return is_before(number, position); });
  note_caught_up(position, fresh.position.latest);
}

std::vector<std::string> CatalogueFeed::put_written() {
  std::vector<Written> all;
  std::vector<std::string> coming;
  {
    const std::lock_guard lock(written_mutex_);
    all.swap(written_);
    waiting_ = 0;
    for (const auto& written : all) std::erase(announced_, written.transaction);
    coming = announced_;
  }
  for (auto& written : all) {
    put_new(written);
    changed_.insert(changed_.end(), written.changed.begin(), written.changed.end());
    known_.push_back(std::move(written.transaction));
  }
  return coming;
}

// A new record may be there already: read from the database, and changed since.
void CatalogueFeed::put_new(Written& written) {
  std::erase_if(written.suppliers,
                [&](const auto& supplier) { return catalogue_.supplier(supplier.id) != nullptr; });
  catalogue_.put(std::move(written.suppliers));
  for (const auto& record : written.certificates)
    if (!catalogue_.certificate(record.id)) catalogue_.put(record);
}

void CatalogueFeed::commit(store::Transaction& transaction, Written written) {
  Handover handover(*this, written.transaction);
  transaction.commit();
  handover.give(std::move(written));
}

CatalogueFeed::Handover::Handover(CatalogueFeed& feed, std::string transaction)
    : feed_(feed), transaction_(std::move(transaction)) {
  const std::lock_guard lock(feed_.written_mutex_);
  feed_.announced_.push_back(transaction_);
}

CatalogueFeed::Handover::~Handover() {
  if (transaction_.empty()) return;
  const std::lock_guard lock(feed_.written_mutex_);
  std::erase(feed_.announced_, transaction_);
}

void CatalogueFeed::Handover::give(Written written) {
  std::size_t waiting = 0;
  {
    const std::lock_guard lock(feed_.written_mutex_);
    waiting = feed_.waiting_ += written.suppliers.size() + written.certificates.size();
    feed_.written_.push_back(std::move(written));
    transaction_.clear();
  }
  if (waiting > kMostWaiting) return feed_.refresh();  // so that whoever writes faster than is read waits
  feed_.listener_.wake();
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
    try {
      follow_once();
    } catch (const std::exception& failure) {
      note_failure(failure);
    }
    listener_.wait(kPollInterval);
  }
}

void CatalogueFeed::follow_once() {
  const auto now = state();
  if (!now.loaded) return load();
  if (!now.searchable) index_names();
  catch_up();
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
