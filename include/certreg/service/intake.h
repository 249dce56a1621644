// Documents and tables come in: kept by SHA-256, read in the worker, proposed, accepted by rule or left for a
// person.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "certreg/domain/held_bytes.h"
#include "certreg/domain/ids.h"
#include "certreg/reading/table.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/imports.h"

namespace certreg::service {

struct ImportRequest {
  // One of three: an upload (name and bytes), an address, a source's name with neither.
  std::string name, media_type;
  HeldBytes bytes;
  std::string address;
  std::string source;      // optional for the first two: read it as this source's
  bool scheduled = false;  // of a source: nothing happens when another run made it undue meanwhile
  bool accept = false;     // accept what is quoted and unambiguous, first certificates too
  std::optional<reading::ColumnMapping> columns;  // of a table
};

// Runs imports one after another in two threads of its own: one for uploads, one for what is fetched, so that
// nobody's upload waits for a slow host. Commits at least every second.
class ImportQueue {
 public:
  explicit ImportQueue(std::size_t bound = 256);
  ~ImportQueue();  // stops after the batch at work; the run is marked interrupted

  void start(Services& services);
  void begin_stop();  // is_stopping() from now on; what holds up the import at work may be stopped next
  void stop();

  // Validates, records the run, queues it. Throws Error(Invalid) naming the field, Busy when the queue is
  // full.
  store::ImportRun submit(Services& services, ImportRequest request, const Actor& actor);

  // Waits until the run has ended, at most so long; false when it has not.
  bool wait(const ImportId& id, std::chrono::milliseconds limit);

  bool is_stopping() const;

 private:
  struct Job {
    store::ImportRun run;
    ImportRequest request;
    Actor actor;
  };
  struct Lane {
    std::deque<Job> jobs;
    std::optional<ImportId> at_work;
    std::thread worker;
  };
  void work(Services& services, Lane& lane);
  Lane& lane_of(const ImportRequest& request) { return request.name.empty() ? fetches_ : uploads_; }

  std::size_t bound_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Lane uploads_, fetches_;
  bool stopping_ = false;
};

}  // namespace certreg::service
