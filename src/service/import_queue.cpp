#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/service/intake.h"
#include "service/audit.h"
#include "service/import_run.h"
#include "service/new_id.h"
#include "service/row_reading.h"

namespace certreg::service {
namespace {

constexpr std::size_t kTableLimitBytes = 256U << 20;      // read as a whole
constexpr std::size_t kLongTableLimitBytes = 4ULL << 30;  // read row by row

std::size_t limit_bytes(documents::MediaKind kind) {
  if (kind == documents::MediaKind::Csv || kind == documents::MediaKind::JsonLines)
    return kLongTableLimitBytes;
  return is_table(kind) ? kTableLimitBytes : documents::default_limit_bytes(kind);
}

void check_upload(const ImportRequest& request) {
  if (!is_clean_text(request.name, 500))
    throw invalid("name", "must be clean text of at most 500 characters");
  const auto kind = documents::sniff_media(request.bytes, request.media_type, request.name);
  const auto limit = limit_bytes(kind);
  if (request.bytes.size() > limit)
    throw Error(ErrorKind::TooLarge,
                "a document of this kind may have " + std::to_string(limit >> 20) + " MiB at most");
}

void check_request(const Services& services, const ImportRequest& request) {
  if (!request.source.empty() && find_source(services.sources(), request.source) == nullptr)
    throw invalid("source", "\"" + request.source + "\" is not a source that is defined");
  if (request.columns) reading::check_mapping(*request.columns);
  if (!request.address.empty() && !request.name.empty())
    throw invalid("address", "and an upload exclude each other");
  if (!request.name.empty()) return check_upload(request);
  if (!request.address.empty()) {
    if (!is_clean_text(request.address, 2000))
      throw invalid("address", "must be clean text of at most 2000 characters");
    if (!request.address.starts_with("http://") && !request.address.starts_with("https://"))
      throw invalid("address", "must begin with http:// or https://");
    return;
  }
  if (request.source.empty()) throw invalid("address", "or source or an upload is required");
  if (addresses_of(*find_source(services.sources(), request.source)).empty())
    throw invalid("source", "has no addresses; import its files");
}

std::string described(const ImportRequest& request) {
  if (!request.address.empty()) return request.address;
  return request.name.empty() ? "source:" + request.source : "file:" + request.name;
}

}  // namespace

ImportQueue::ImportQueue(std::size_t bound) : bound_(bound) {}

ImportQueue::~ImportQueue() { stop(); }

void ImportQueue::start(Services& services) {
  for (auto* lane : {&uploads_, &fetches_})
    lane->worker = std::thread([this, &services, lane] { work(services, *lane); });
}

void ImportQueue::begin_stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
}

void ImportQueue::stop() {
  begin_stop();
  for (auto* lane : {&uploads_, &fetches_})
    if (lane->worker.joinable()) lane->worker.join();
}

store::ImportRun ImportQueue::submit(Services& services, ImportRequest request, const Actor& actor) {
  check_request(services, request);
  auto& lane = lane_of(request);
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || lane.jobs.size() >= bound_)
      throw Error(ErrorKind::Busy, "too many imports are waiting; try again later");
  }
  store::ImportRun run{.id = {new_id(services.clock)},
                       .what = described(request),
                       .source = request.source,
                       .actor = actor.name,
                       .started_at = services.clock.now()};
  auto transaction = services.database.begin();
  store::insert_import(transaction, run);
  audit(transaction, actor, "import", "import", run.id.value);
  transaction.commit();
  {
    const std::lock_guard lock(mutex_);
    lane.jobs.push_back({run, std::move(request), actor});
  }
  changed_.notify_all();
  return run;
}

bool ImportQueue::wait(const ImportId& id, std::chrono::milliseconds limit) {
  std::unique_lock lock(mutex_);
  const auto has = [&](const Lane& lane) {
    return lane.at_work == id ||
           std::any_of(lane.jobs.begin(), lane.jobs.end(), [&](const Job& job) { return job.run.id == id; });
  };
  return changed_.wait_for(lock, limit, [&] { return stopping_ || (!has(uploads_) && !has(fetches_)); });
}

bool ImportQueue::is_stopping() const {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void ImportQueue::work(Services& services, Lane& lane) {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [&] { return stopping_ || !lane.jobs.empty(); });
    if (stopping_) return;
    auto job = std::move(lane.jobs.front());
    lane.jobs.pop_front();
    lane.at_work = job.run.id;
    lock.unlock();
    run_import(services, job.run, std::move(job.request), job.actor, [this] { return is_stopping(); });
    lock.lock();
    lane.at_work.reset();
    changed_.notify_all();
  }
}

}  // namespace certreg::service
