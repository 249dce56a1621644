#include "service/import_report.h"

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"

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

void ImportReport::end(const std::string& state, const std::string& error, Instant now) {
  run_.state = state;
  run_.error = error;
  run_.finished_at = now;
}

}  // namespace certreg::service
