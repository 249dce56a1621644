#include "certreg/service/user_ring.h"

#include <iterator>

namespace certreg::service {

std::optional<UserRing::Standing> UserRing::standing(const std::string& id, std::int64_t epoch) const {
  const std::lock_guard lock(mutex_);
  const auto found = active_.find(id);
  if (found == active_.end() || found->second.epoch != epoch) return std::nullopt;
  return found->second.standing;
}

bool UserRing::is_blocked_guest(const std::string& subject) const {
  const std::lock_guard lock(mutex_);
  return blocked_guests_.contains(subject);
}

void UserRing::replace_blocked_guests(std::vector<std::string> subjects) {
  const std::lock_guard lock(mutex_);
  blocked_guests_ = {std::make_move_iterator(subjects.begin()), std::make_move_iterator(subjects.end())};
}

void UserRing::replace(const std::vector<store::User>& users) {
  std::unordered_map<std::string, Entry> fresh;
  for (const auto& user : users)
    if (const auto role = role_of(user.role); role && !user.blocked)
      fresh[user.id] = {{{user.name, *role}, user.one_time_until.has_value()}, user.epoch};
  const std::lock_guard lock(mutex_);
  active_ = std::move(fresh);
}

}  // namespace certreg::service
