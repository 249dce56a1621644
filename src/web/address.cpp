#include "web/address.h"

#include "web/cookies.h"

namespace certreg::web {

Address& Address::with(std::string_view name, std::string_view value) {
  if (value.empty()) return *this;
  text_.append(text_.find('?') == std::string::npos ? "?" : "&");
  text_.append(name).append("=").append(percent_encoded(value));
  return *this;
}

Address& Address::at(std::string_view anchor) {
  text_.append("#").append(anchor);
  return *this;
}

}  // namespace certreg::web
