#include "service/row_batch.h"

#include <algorithm>
#include <utility>

#include "certreg/service/catalogue_feed.h"
#include "certreg/store/suppliers.h"
#include "service/settlement.h"

namespace certreg::service {
namespace {
constexpr std::size_t kRows = 4000;
constexpr std::chrono::milliseconds kTime{500};
}  // namespace

bool RowBatch::is_due() const {
  return offers_.size() + passed_ >= kRows || std::chrono::steady_clock::now() - begun_ >= kTime;
}

void RowBatch::add(Offer offer, std::int64_t row) {
  row_ = row;
  offers_.push_back(std::move(offer));
  if (is_due()) settle();
}

void RowBatch::pass(std::int64_t row) {
  row_ = row;
  ++passed_;
  if (is_due()) settle();
}

void RowBatch::finish() { settle(); }

void RowBatch::settle() {
  auto& report = context_.report;
  auto transaction = context_.services.database.begin();
  store::lock_intake(transaction);
  Settlement settlement(context_.services, transaction, report.run().id, context_.actor);
  std::vector<std::pair<std::string, DocumentId>> rows;
  for (const auto& offer : offers_) rows.emplace_back(offer.name, offer.document);
  const auto settled = settlement.settle(std::exchange(offers_, {}));
  for (std::size_t i = 0; i < settled.size(); ++i) {
    const auto& [name, document] = rows[i];
    if (!settled[i].problems.empty()) {
      report.bad_row(name, settled[i].problems);
      continue;
    }
    report.count("certificates");
    report.count(settled[i].outcome);
    if (settled[i].outcome == "pending") report.item(name, "pending", document, settled[i].rule);
  }
  report.settled_up_to(std::max(row_, report.run().settled_rows));
  report.save(transaction);
  context_.services.feed.commit(transaction, settlement.take_written());
  passed_ = 0;
  begun_ = std::chrono::steady_clock::now();
  if (context_.is_stopping()) throw Interrupted{};
}

}  // namespace certreg::service
