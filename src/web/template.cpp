#include "web/template.h"

#include <stdexcept>

namespace certreg::web {

std::string fill(std::string_view name, const Data& values) {
  kainjow::mustache::mustache page{std::string(asset(name))};
  if (!page.is_valid()) throw std::logic_error("template " + std::string(name) + ": " + page.error_message());
  return page.render(values);
}

}  // namespace certreg::web
