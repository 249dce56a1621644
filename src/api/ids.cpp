#include "api/ids.h"

#include <algorithm>

#include "certreg/domain/error.h"

namespace certreg::api {
namespace {

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

}  // namespace

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !is_hex(text[i])) return false;
  }
  return true;
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), is_hex);
}

std::string own_id(const Context& context, std::string_view noun) {
  const auto& id = context.parameters.front();
  if (!is_uuid(id)) throw not_found(std::string(noun) + " of that id");
  return id;
}

}  // namespace certreg::api
