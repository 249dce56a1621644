#include "service/import_report.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/domain/error.h"

namespace certreg::service {

using codec::Json;

std::int64_t ImportReport::counted(const std::string& what) const {
  const auto found = counts_.find(what);
  return found == counts_.end() ? 0 : found->second;
}

void ImportReport::item(const std::string& name, const std::string& outcome, const DocumentId& document,
                        const std::string& detail) {
  fresh_.push_back({++ordinal_, name, outcome, document,
                    codec::dump(Json{{"detail", detail}, {"errors", Json::array()}})});
}

void ImportReport::bad_row(const std::string& name, const std::vector<FieldProblem>& problems) {
  Json errors = Json::array();
  for (const auto& [field, rule] : problems) errors.push_back({{"field", field}, {"rule", rule}});
  fresh_.push_back(
      {++ordinal_, name, "bad_row", {}, codec::dump(Json{{"detail", nullptr}, {"errors", errors}})});
  count("bad_rows");
}

void ImportReport::save(store::Transaction& transaction) {
  run_.counts = codec::dump(Json(counts_));
  store::insert_import_items(transaction, run_.id, fresh_);
  store::update_import(transaction, run_);
  fresh_.clear();
}

void ImportReport::begin_table(const DocumentId& document, const std::string& way, std::int64_t settled) {
  run_.document = document;
  run_.way = way;
  run_.settled_rows = settled;
}

void ImportReport::go_back(store::Transaction& transaction) {
  const auto saved = store::load_import(transaction, run_.id);
  if (!saved) throw not_found("import");
  run_ = *saved;
  counts_.clear();
  const auto counts = codec::parse(run_.counts);
  for (const auto& [what, count] : counts.items()) counts_[what] = count.get<std::int64_t>();
  fresh_.clear();
  ordinal_ = store::last_ordinal(transaction, run_.id);
}

void ImportReport::end(const std::string& state, const std::string& error, Instant now) {
  run_.state = state;
  run_.error = error;
  run_.finished_at = now;
}

}  // namespace certreg::service
