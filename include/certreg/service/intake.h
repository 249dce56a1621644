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

#include "certreg/domain/ids.h"
#include "certreg/reading/table.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/imports.h"

namespace certreg::service {

struct ImportRequest {
  // One of three: an upload (name and bytes), an address, a source's name with neither.
  std::string name, media_type, bytes;
  std::string address;
  std::string source;   // optional for the first two: read it as this source's
  bool accept = false;  // accept what is quoted and unambiguous, first certificates too
  std::optional<reading::ColumnMapping> columns;  // of a table
};

// Runs imports one after another in a thread of its own. Commits at least every second.
class ImportQueue {
 public:
  explicit ImportQueue(std::size_t bound = 256);
  ~ImportQueue();  // stops after the batch at work; the run is marked interrupted

  void start(Services& services);
  void stop();

  // Validates, records the run, queues it. Throws Error(Invalid) naming the field, Busy when the queue is
  // full.
  store::ImportRun submit(Services& services, ImportRequest request, const Actor& actor);

  // Waits until the run has ended, at most so long.
  void wait(const ImportId& id, std::chrono::milliseconds limit);

  bool is_stopping() const;

 private:
  struct Job {
    store::ImportRun run;
    ImportRequest request;
    Actor actor;
  };
  void work(Services& services);

  std::size_t bound_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  std::optional<ImportId> at_work_;
  bool stopping_ = false;
  std::thread worker_;
};

}  // namespace certreg::service
