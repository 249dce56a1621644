// ID tokens (OpenID Connect Core 1.0, 2 and 3.1.3.7; RFC 7519, RFC 8725). Pure.
#pragma once

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "certreg/codec/json.h"
#include "certreg/crypto/token_signature.h"
#include "certreg/domain/date.h"

namespace certreg::service {

// The member's text; empty unless it is one.
std::string text_in(const codec::Json& object, const char* name);

struct TokenKey {
  std::string id;  // `kid`, or empty
  std::variant<crypto::RsaPublicKey, crypto::EcPublicKey> key;
};

// The keys of a JSON Web Key Set (RFC 7517) that sign by RS256 or ES256; others are passed over. Throws
// Error(Invalid) for what is no such set.
std::vector<TokenKey> token_keys_of(std::string_view text);

struct Token {
  std::string algorithm, key_id;
  codec::Json claims;
  std::string signed_text, signature;
};

enum class TokenFault {
  NoToken,    // not three parts of the right form, or a header that asks for what we do not know
  Algorithm,  // neither RS256 nor ES256
  UnknownKey,
  Signature,
  Issuer,
  Audience,
  Expired,
  NotYet,  // made in the future
  Nonce,
  Subject,
};
std::string_view to_string(TokenFault fault);

std::variant<Token, TokenFault> parse_token(std::string_view text);

struct Expected {
  std::string issuer, client_id, nonce;
  Instant now{};
};
constexpr std::chrono::seconds kClockSkew{60};

// Nothing: the token is good. Only its signature's key is asked for before its claims are believed.
std::optional<TokenFault> fault_of(const Token& token, const std::vector<TokenKey>& keys,
                                   const Expected& expected);

}  // namespace certreg::service
