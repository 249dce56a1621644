#include "certreg/http/form.h"

#include "http/target.h"

namespace certreg::http {

std::vector<std::pair<std::string, std::string>> parse_form(std::string_view body) {
  auto target = parse_target("GET", "/?" + std::string(body));
  return target ? std::move(target->query) : std::vector<std::pair<std::string, std::string>>();
}

}  // namespace certreg::http
