// Base64 (RFC 4648, 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace certreg::crypto {

std::string encode_base64(std::string_view bytes);  // padded, without line breaks

// nullopt for anything but what encode_base64 writes.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace certreg::crypto
