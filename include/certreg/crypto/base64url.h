// Base64 for addresses (RFC 4648, 5), without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certreg::crypto {

std::string encode_base64url(std::string_view bytes);

// nullopt for anything but what encode_base64url writes.
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace certreg::crypto
