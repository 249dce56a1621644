#include "certreg/store/param.h"

namespace certreg::store {

Param Param::bytes(std::string_view bytes) {
  Param param(bytes);
  param.binary_ = true;
  return param;
}

Param Param::array(std::span<const std::string> items) {
  std::string text = "{";
  for (const std::string& item : items) {
    if (text.size() > 1) text += ',';
    text += '"';
    for (const char c : item) {
      if (c == '"' || c == '\\') text += '\\';
      text += c;
    }
    text += '"';
  }
  return text + "}";
}

}  // namespace certreg::store
