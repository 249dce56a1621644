// Fetches as a guest should: asks robots.txt first, one request to a host at a time, with rests in between,
// and comes back later when the host has a bad moment.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "certreg/fetch/fetcher.h"
#include "certreg/fetch/pace.h"
#include "certreg/fetch/user_agent.h"

namespace certreg::fetch {

class HostQueue;
class RobotsShelf;
struct Target;

struct Politeness {
  std::string product{kProduct};               // of the user agent, as robots.txt names it
  std::chrono::milliseconds min_delay{1'000};  // between two requests to a host, from end to start
  int max_redirects = 5;
  int max_tries = 4;                              // of each address on the way
  std::chrono::milliseconds total_time{180'000};  // after that no further try or redirect
  std::chrono::milliseconds first_back_off{2'000}, longest_back_off{30'000};
  std::chrono::milliseconds longest_retry_after{60'000};  // a host that asks for more is not waited for
};

// Around any fetcher that can report redirects:
// - Each address, also one that a redirect leads to, is asked for only when the robots.txt of its scheme,
// host
//   and port allows it (RFC 9309); Blocked otherwise. It is kept for 24 hours. A 4xx in its place allows
//   everything, but for 408 and 429, which say nothing about it. When it cannot be had at all, nothing of the
//   host is asked for, and the fetch has Failed: nobody said no.
// - Between two requests to a host of whatever kind lie `min_delay`, the request's own or the site's
//   Crawl-delay, whichever is longest. Threads queue for a host.
// - A Failed fetch for want of a connection or with 408, 429, 500, 502, 503 or 504 is tried again, after a
//   random part of a span that doubles, and not before Retry-After.
// Any number of threads may call `fetch` at once.
class PoliteFetcher final : public Fetcher {
 public:
  PoliteFetcher(Fetcher& inner, Pace& pace, Politeness politeness = {});  // both outlive it
  ~PoliteFetcher() override;
  FetchResult fetch(const FetchRequest& request) override;

  // From any thread: all waiting, now and later, ends as Failed; requests under way are the inner fetcher's.
  void stop();

 private:
  FetchResult fetch_hop(const FetchRequest& request, const Target& target, Pace::Time deadline);
  FetchResult ask(const FetchRequest& request, const Target& target, Pace::Time deadline);

  Fetcher& inner_;
  Pace& pace_;
  Politeness politeness_;
  std::unique_ptr<HostQueue> hosts_;
  std::unique_ptr<RobotsShelf> robots_;
};

}  // namespace certreg::fetch
