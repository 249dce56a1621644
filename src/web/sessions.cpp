#include "web/sessions.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/crypto/digest.h"
#include "certreg/crypto/random.h"

namespace certreg::web {
namespace {

constexpr std::size_t kTokenBytes = 32;

std::string hash_of(std::string_view token) { return crypto::sha256(token).value; }

}  // namespace

std::string new_token() {
  std::string text;
  for (const char byte : crypto::random_bytes(kTokenBytes))
    text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

std::string Sessions::open(Bearer bearer, Instant now) {
  auto token = new_token();
  const std::lock_guard lock(mutex_);
  make_room(now);
  all_[hash_of(token)] = {std::move(bearer), new_token(), now, now};
  return token;
}

std::optional<Session> Sessions::find(std::string_view token, Instant now) {
  if (token.empty()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  const auto found = all_.find(hash_of(token));
  if (found == all_.end()) return std::nullopt;
  if (is_over(found->second, now)) {
    all_.erase(found);
    return std::nullopt;
  }
  found->second.seen = now;
  return found->second;
}

void Sessions::close(std::string_view token) {
  const std::lock_guard lock(mutex_);
  all_.erase(hash_of(token));
}

bool Sessions::is_over(const Session& session, Instant now) const {
  return now - session.seen >= kIdle || now - session.opened >= lasts_;
}

void Sessions::make_room(Instant now) {
  if (all_.size() < kMost) return;
  std::erase_if(all_, [&](const auto& entry) { return is_over(entry.second, now); });
  if (all_.size() < kMost) return;
  all_.erase(std::min_element(all_.begin(), all_.end(), [](const auto& left, const auto& right) {
    return left.second.seen < right.second.seen;
  }));
}

}  // namespace certreg::web
