#include "web/text_lines.h"

#include <algorithm>

#include "certreg/domain/harmless.h"

namespace certreg::web {

std::string text_lines(const std::string& text) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.pop_back();
    shown += harmless(line) + (end < text.size() ? "\n" : "");
    at = end + 1;
  }
  return shown;
}

}  // namespace certreg::web
