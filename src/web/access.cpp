#include "web/access.h"

namespace certreg::web {
namespace {

bool is_loopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

std::string_view without_port(std::string_view host) {
  if (host.starts_with('[')) return host.substr(1, host.find(']') - 1);
  return host.substr(0, host.find(':'));
}

bool names_this_machine(std::string_view host) {
  const auto name = without_port(host);
  return http::is_same_name(name, "localhost") || name == "127.0.0.1" || name == "::1";
}

}  // namespace

bool comes_from_this_machine(const http::Request& request) {
  for (const auto* trace : {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"})
    if (request.header(trace) != nullptr) return false;
  const auto* host = request.header("Host");
  return is_loopback(request.peer) && host != nullptr && names_this_machine(*host);
}

}  // namespace certreg::web
