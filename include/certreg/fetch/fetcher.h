// The one way to documents and pages of others. What a source says ("not found"), what it does not want
// ("blocked"), what we would not do ("refused") and what went wrong ("failed") are different answers and stay
// so.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace certreg::fetch {

enum class Redirects {
  Follow,
  Report,  // the first one ends the fetch; `redirect_to` says where it leads
};

struct FetchRequest {
  std::string address;                     // http or https, without credentials
  std::string if_none_match;               // an ETag as it was received, or empty
  std::string if_modified_since;           // a Last-Modified as it was received, or empty
  std::string accept;                      // media types, or empty
  std::size_t first_bytes = 0;             // so much of the content is enough, the rest is left; 0: all of it
  std::chrono::milliseconds min_delay{0};  // since the last request to the host; longer than usual, or zero
  Redirects redirects = Redirects::Follow;
};

enum class FetchOutcome {
  Fetched,      // `body` holds the whole content
  NotModified,  // what the request's validators name is still current
  NotFound,     // the source says that there is nothing (404, 410)
  Blocked,      // the site's robots.txt asks us not to fetch it: it was not asked
  Refused,      // by us: address, redirect, size; trying again will not help
  Failed,       // name, connection, TLS, time, any other status; trying again may help
};

// "fetched", "not_modified", "not_found", "blocked", "refused", "failed"
std::string_view to_string(FetchOutcome outcome);

struct FetchResult {
  FetchOutcome outcome = FetchOutcome::Failed;
  int http_status = 0;        // the last answer's; 0 when there was none
  std::string final_address;  // where the last answer came from, after redirects; empty when there was none
  std::string content_type;   // as received, or empty; so are the next two
  std::string etag;
  std::string last_modified;
  std::string body;         // decoded; empty unless Fetched
  std::string detail;       // a plain sentence for a person; empty when Fetched
  std::string retry_after;  // as received, or empty
  std::string redirect_to;  // of a redirect that was to be reported (then Failed), else empty
  int tries = 1;            // how often the last address was asked; 0 when it was not
};

// An edge that tests replace. `fetch` blocks, may be called from any thread, and reports what happens on the
// way as an outcome; it throws only what the machine forces (std::bad_alloc).
class Fetcher {
 public:
  virtual ~Fetcher() = default;
  virtual FetchResult fetch(const FetchRequest& request) = 0;
};

}  // namespace certreg::fetch
