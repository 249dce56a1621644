// Who acts, and what they may do. A role may do what the roles before it may.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certreg::service {

enum class Role { Reader, Buyer, Reviewer, Admin };

std::string_view to_string(Role role);  // "reader", ...
std::optional<Role> role_of(std::string_view name);

struct Actor {
  std::string name;  // of the API key
  Role role = Role::Reader;
};

}  // namespace certreg::service
