// Rows of a table or register, settled in batches: a batch is one transaction of some thousand rows at most,
// and less than a second, so that an import commits at least every second.
#pragma once

#include <chrono>
#include <vector>

#include "service/document_intake.h"
#include "service/offer.h"

namespace certreg::service {

class RowBatch {
 public:
  explicit RowBatch(IntakeContext& context) : context_(context) {}

  // Settles what has gathered when it is time to.
  void add(Offer offer, std::int64_t row);
  void pass(std::int64_t row);  // a bad row: nothing to add, but time passes
  void finish();

 private:
  bool is_due() const;
  void settle();

  IntakeContext& context_;
  std::vector<Offer> offers_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::size_t passed_ = 0;
  std::int64_t row_ = 0;  // the last that came
};

// Thrown between batches when the service stops.
struct Interrupted {};

}  // namespace certreg::service
