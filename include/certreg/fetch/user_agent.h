// The name under which certreg asks. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certreg::fetch {

inline constexpr std::string_view kProduct = "certreg";  // what robots.txt knows us by

// "certreg/0.1", or "certreg/0.1 (+https://register.example/about)" with an address under which whoever runs
// this register can be reached: http, https or mailto, or a mail address alone. nullopt when it is none.
std::optional<std::string> user_agent(std::string_view contact);

}  // namespace certreg::fetch
