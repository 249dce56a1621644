// Signatures of webhooks after Standard Webhooks 1.0.0, "Signature scheme": symmetric, HMAC-SHA256.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace certreg::crypto {

// "whsec_" and the base64 of 32 random bytes; the standard asks for 24 to 64. Throws Error(Unavailable).
std::string new_webhook_secret();

// "v1," and the base64 of the HMAC over "ID.SECONDS.PAYLOAD". `id` may hold no full stop. Throws
// Error(Unavailable), and std::logic_error for a secret that is none.
std::string sign_webhook(std::string_view secret, std::string_view id, std::chrono::sys_seconds at,
                         std::string_view payload);

}  // namespace certreg::crypto
