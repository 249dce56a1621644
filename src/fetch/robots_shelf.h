// The robots.txt of each site, kept as long as RFC 9309 lets it be.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "certreg/fetch/fetcher.h"
#include "certreg/fetch/pace.h"
#include "certreg/fetch/robots.h"

namespace certreg::fetch {

// Rules, or why there are none.
struct RobotsAnswer {
  std::optional<Robots> rules;
  FetchResult failure;  // without rules: what became of the fetch that needed them
};

// What the fetch of a robots.txt says (RFC 9309, 2.3.1).
RobotsAnswer robots_answer(FetchResult result, std::string_view product);

class RobotsShelf {
 public:
  explicit RobotsShelf(Pace& pace) : pace_(pace) {}

  // The site's, fetched by `fetch` when it is not here or too old; threads that want the same one wait for
  // the first. An old one serves while no new one can be had (2.4).
  std::shared_ptr<const RobotsAnswer> find(const std::string& origin,
                                           const std::function<RobotsAnswer()>& fetch);

 private:
  struct Slot {
    std::mutex being_fetched;
    std::shared_ptr<const RobotsAnswer> answer;
    Pace::Time good_until{};
  };
  std::shared_ptr<Slot> slot_of(const std::string& origin);

  Pace& pace_;
  std::mutex mutex_;
  std::map<std::string, std::pair<std::uint64_t, std::shared_ptr<Slot>>> slots_;  // with the last use
  std::uint64_t uses_ = 0;
};

}  // namespace certreg::fetch
