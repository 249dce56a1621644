// Keys for the API. A key is shown once, when it is made; only its hash is kept.
#pragma once

#include <string>
#include <string_view>

namespace certreg::crypto {

// `crk_` and 43 characters of base64url (RFC 4648, 5): 32 random bytes. Throws Error(Unavailable).
std::string new_api_key();

// True for text of that shape; says nothing of whether such a key was ever made.
bool is_api_key(std::string_view text);

// 64 hexadecimal digits: plain SHA-256. A key carries 256 random bits, which nobody can guess, so the slow
// hash that a chosen password needs would only make every request slow.
std::string hash_api_key(std::string_view key);

// Takes as long whether the texts differ early or late. The lengths are no secret.
bool equal_in_constant_time(std::string_view left, std::string_view right);

}  // namespace certreg::crypto
