#include "service/form_text.h"

#include <fmt/format.h>

namespace certreg::service {
namespace {

bool stays(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._*").find(c) != std::string_view::npos;
}

}  // namespace

std::string form_encoded(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += stays(c) ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  return out;
}

std::string form_text(const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    if (!out.empty()) out += '&';
    out += form_encoded(name) + '=' + form_encoded(value);
  }
  return out;
}

}  // namespace certreg::service
