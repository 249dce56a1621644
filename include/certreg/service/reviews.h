// Supplier reviews: looked at, then finished. A finished review is frozen and can be had again byte for byte.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/review.h"
#include "certreg/report/review.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/store/reviews.h"

namespace certreg::service {

struct ReviewRequest {
  std::optional<SupplierId> supplier;  // what is bought from it or operated by it; none: the whole portfolio
  std::optional<Date> on;              // default today
  std::optional<Instant> known_at;     // default now
  std::string title;                   // default "Supplier review"
  std::optional<SignOff> sign_off;
};

// Throws NotFound for an unknown supplier, Invalid when there is nothing to review on the day.
Review preview_review(Services& services, const ReviewRequest& request, const Actor& actor);

// This very review, in all formats, kept for good; a sign-off is of when it was prepared.
store::ReviewFacts freeze_review(Services& services, Review review, const Actor& actor);

// One that nobody looked at before, prepared now.
store::ReviewFacts finish_review(Services& services, const ReviewRequest& request, const Actor& actor);

std::vector<store::ReviewFacts> list_reviews(Services& services, const std::string& after, int limit);
store::ReviewFacts find_review(Services& services, const ReviewId& id);                        // NotFound
std::vector<store::ReviewFile> review_files(Services& services, const ReviewId& id);           // NotFound
std::string review_file(Services& services, const ReviewId& id, report::ReviewFormat format);  // NotFound

}  // namespace certreg::service
