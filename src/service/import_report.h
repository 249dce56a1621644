// Counts and items of one import run.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "certreg/service/services.h"
#include "certreg/store/imports.h"

namespace certreg::service {

class ImportReport {
 public:
  explicit ImportReport(store::ImportRun run) : run_(std::move(run)) {}

  const store::ImportRun& run() const { return run_; }
  void count(const std::string& what, std::int64_t more = 1) { counts_[what] += more; }
  std::int64_t counted(const std::string& what) const;

  // `detail` goes into the item as {"detail": ...}.
  void item(const std::string& name, const std::string& outcome, const DocumentId& document,
            const std::string& detail);
  void bad_row(const std::string& name, const std::vector<FieldProblem>& problems);

  // Writes what came since, in the caller's transaction.
  void save(store::Transaction& transaction);

  // A table's rows are read from after `settled` on; each save() says how far they are settled then.
  void begin_table(const DocumentId& document, const std::string& way, std::int64_t settled);
  void settled_up_to(std::int64_t row) { run_.settled_rows = row; }
  // As it was last saved: what came since is forgotten, and is to be done again.
  void go_back(store::Transaction& transaction);

  void end(const std::string& state, const std::string& error, Instant now);

 private:
  store::ImportRun run_;
  std::map<std::string, std::int64_t> counts_;
  std::vector<store::ImportItem> fresh_;
  std::int64_t ordinal_ = 0;
};

}  // namespace certreg::service
