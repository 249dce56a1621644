// Who is signed in: in memory, by a token of 256 random bits of which only the hash is kept. Thread-safe.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>

#include "certreg/domain/date.h"
#include "certreg/service/users.h"

namespace certreg::web {

// What somebody signed in with. Role and end of the first two are asked for at each request; what an issuer
// said of somebody is believed for a while.
struct KeyHash {
  std::string value;
};
struct Guest {
  service::Actor actor;
  std::string subject;  // who it is to the issuer
  Instant until{};
};
using Bearer = std::variant<KeyHash, service::SignedIn, Guest>;

struct Session {
  Bearer bearer;
  std::string form_token;  // that every form of the session carries
  Instant opened{};
  Instant seen{};
};

class Sessions {
 public:
  static constexpr std::chrono::hours kIdle{8};
  static constexpr std::size_t kMost = 10'000;  // above it the one that was idle longest ends

  Sessions() = default;
  // `lasts`: after that long a session ends, however busy it is.
  explicit Sessions(std::chrono::hours lasts) : lasts_(lasts) {}

  std::chrono::hours lasts() const { return lasts_; }

  std::string open(Bearer bearer, Instant now);  // the token
  std::optional<Session> find(std::string_view token, Instant now);
  void close(std::string_view token);

 private:
  bool is_over(const Session& session, Instant now) const;
  void make_room(Instant now);

  const std::chrono::hours lasts_{12};
  std::mutex mutex_;
  std::unordered_map<std::string, Session> all_;  // by the token's hash
};

std::string new_token();  // 64 hexadecimal digits

}  // namespace certreg::web
