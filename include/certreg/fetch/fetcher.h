// The one way to documents and pages of others. What a source says ("not found"), what we would not do
// ("refused") and what went wrong ("failed") are three different answers and stay so.
#pragma once

#include <string>
#include <string_view>

namespace certreg::fetch {

struct FetchRequest {
  std::string address;            // http or https, without credentials
  std::string if_none_match;      // an ETag as it was received, or empty
  std::string if_modified_since;  // a Last-Modified as it was received, or empty
  std::string accept;             // media types, or empty
};

enum class FetchOutcome {
  Fetched,      // `body` holds the whole content
  NotModified,  // what the request's validators name is still current
  NotFound,     // the source says that there is nothing (404, 410)
  Refused,      // by us: address, redirect, size; trying again will not help
  Failed,       // name, connection, TLS, time, any other status; trying again may help
};

std::string_view to_string(
    FetchOutcome outcome);  // "fetched", "not_modified", "not_found", "refused", "failed"

struct FetchResult {
  FetchOutcome outcome = FetchOutcome::Failed;
  int http_status = 0;        // the last answer's; 0 when there was none
  std::string final_address;  // where the last answer came from, after redirects; empty when there was none
  std::string content_type;   // as received, or empty; so are the next two
  std::string etag;
  std::string last_modified;
  std::string body;    // decoded; empty unless Fetched
  std::string detail;  // a plain sentence for a person; empty when Fetched
};

// An edge that tests replace. `fetch` blocks, may be called from any thread, and reports what happens on the
// way as an outcome; it throws only what the machine forces (std::bad_alloc).
class Fetcher {
 public:
  virtual ~Fetcher() = default;
  virtual FetchResult fetch(const FetchRequest& request) = 0;
};

}  // namespace certreg::fetch
