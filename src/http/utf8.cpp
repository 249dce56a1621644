#include "http/utf8.h"

#include "certreg/domain/utf8.h"

namespace certreg::http {

bool is_plain_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto length = utf8_length(text);
    if (length == 0 || text[0] == '\0') return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace certreg::http
