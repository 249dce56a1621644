// Names and values as application/x-www-form-urlencoded. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace certreg::service {

std::string form_encoded(std::string_view text);
std::string form_text(const std::vector<std::pair<std::string, std::string>>& fields);

}  // namespace certreg::service
