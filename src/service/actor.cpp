#include "certreg/service/actor.h"

#include <array>

namespace certreg::service {
namespace {
constexpr std::array<std::string_view, 4> kNames{"reader", "buyer", "reviewer", "admin"};
}

std::string_view to_string(Role role) { return kNames[static_cast<std::size_t>(role)]; }

std::optional<Role> role_of(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<Role>(i);
  return std::nullopt;
}

}  // namespace certreg::service
