#include "service/row_batch.h"

#include "certreg/service/catalogue_feed.h"
#include "certreg/store/suppliers.h"
#include "service/settlement.h"

namespace certreg::service {
namespace {
constexpr std::size_t kRows = 500;
constexpr std::chrono::milliseconds kTime{500};
}  // namespace

bool RowBatch::is_due() const {
  return offers_.size() + passed_ >= kRows || std::chrono::steady_clock::now() - begun_ >= kTime;
}

void RowBatch::add(Offer offer) {
  offers_.push_back(std::move(offer));
  if (is_due()) settle();
}

void RowBatch::pass() {
  ++passed_;
  if (is_due()) settle();
}

void RowBatch::finish() { settle(); }

void RowBatch::settle() {
  auto& report = context_.report;
  auto transaction = context_.services.database.begin();
  store::lock_intake(transaction);
  Settlement settlement(context_.services, transaction, report.run().id, context_.actor);
  const auto settled = settlement.settle(offers_);
  for (std::size_t i = 0; i < settled.size(); ++i) {
    if (!settled[i].problems.empty()) {
      report.bad_row(offers_[i].name, settled[i].problems);
      continue;
    }
    report.count("certificates");
    report.count(settled[i].outcome);
    if (settled[i].outcome == "pending")
      report.item(offers_[i].name, "pending", offers_[i].document, settled[i].rule);
  }
  report.save(transaction);
  transaction.commit();
  context_.services.feed.refresh();
  offers_.clear();
  passed_ = 0;
  begun_ = std::chrono::steady_clock::now();
  if (context_.is_stopping()) throw Interrupted{};
}

}  // namespace certreg::service
