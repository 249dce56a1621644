// Answers that were given before, as long as everything they were made from is still what is known.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/http/stripe.h"
#include "certreg/service/services.h"

namespace certreg::api {

struct KeptAnswer {
  std::string body;
  std::string etag;  // empty: it has none
};
using KeptAnswerPtr = std::shared_ptr<const KeptAnswer>;

// Any thread. Each keeps its own, of 64 MiB at most; a further answer takes the place of an older
// one.
class AnswerMemo {
 public:
  // Whether the answer would be the same now. May note up to when it was.
  using Holds = std::function<bool(const service::Services&)>;

  // By the request's target, as sent. Null when it was not asked, or when the answer may be another now.
  KeptAnswerPtr find(const service::Services& services, std::string_view target);

  // What `holds` tells about was looked at before the answer was made. Long answers are not kept.
  void keep(std::string_view target, const KeptAnswerPtr& answer, Holds holds);

 private:
  struct Entry {
    std::string target;
    KeptAnswerPtr answer;
    Holds holds;
  };
  struct alignas(http::kStripeBytes) Stripe {
    std::mutex mutex;  // threads beyond the number of stripes share one
    std::vector<std::optional<Entry>> entries;
    std::size_t bytes = 0;  // of the answers' bodies
  };
  static std::span<std::optional<Entry>> set_of(Stripe& stripe, std::uint64_t hash);
  std::array<Stripe, http::kStripes> stripes_;
};

}  // namespace certreg::api
