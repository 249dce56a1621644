#include "certreg/crypto/base64url.h"

#include <algorithm>

#include "certreg/crypto/base64.h"

namespace certreg::crypto {

std::string encode_base64url(std::string_view bytes) {
  auto text = encode_base64(bytes);
  text.resize(text.find_last_not_of('=') + 1);
  std::replace(text.begin(), text.end(), '+', '-');
  std::replace(text.begin(), text.end(), '/', '_');
  return text;
}

std::optional<std::string> decode_base64url(std::string_view text) {
  if (text.find_first_of("+/=") != std::string_view::npos) return std::nullopt;
  std::string padded(text);
  std::replace(padded.begin(), padded.end(), '-', '+');
  std::replace(padded.begin(), padded.end(), '_', '/');
  padded.resize((padded.size() + 3) / 4 * 4, '=');
  return decode_base64(padded);
}

}  // namespace certreg::crypto
