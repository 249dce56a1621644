// Hands a message to an endpoint that somebody registered, by POST, once.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace certreg::fetch {

struct PostRequest {
  std::string address;  // see problem_of_endpoint
  std::string content_type;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  std::size_t most_answer_bytes = 0;  // so much of what is answered with 200 is wanted at most; 0: nothing
};

enum class PostOutcome {
  Answered,  // with `http_status`, whatever it is; a redirect is an answer, too, and is not followed
  Refused,   // by us: the address is none to post to, or not public
  Failed,    // name, connection, TLS, time
  Stopped,   // by us: the program ends
};

struct PostResult {
  PostOutcome outcome = PostOutcome::Failed;
  int http_status = 0;                              // 0 when there was no answer
  std::optional<std::chrono::seconds> retry_after;  // as the answer asks for it (RFC 9110, 10.2.3)
  std::string detail;                               // a plain sentence for a person; empty when Answered
  std::string body;  // of the answer, when it was wanted and is whole; else empty
};

// What is wrong with an address as an endpoint, as the rule it breaks; empty when nothing is. It must be
// https, but for http to a loopback host: what is posted is signed, not sealed. Pure.
std::string problem_of_endpoint(const std::string& address);

// An edge that tests replace. `post` blocks, may be called from any thread, and reports what happens on the
// way as an outcome; it throws only what the machine forces (std::bad_alloc).
class Poster {
 public:
  virtual ~Poster() = default;
  virtual PostResult post(const PostRequest& request) = 0;
};

}  // namespace certreg::fetch
