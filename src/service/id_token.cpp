#include "service/id_token.h"

#include <algorithm>

#include "certreg/crypto/api_key.h"
#include "certreg/crypto/base64url.h"
#include "certreg/domain/error.h"

namespace certreg::service {
namespace {

using codec::Json;

constexpr std::size_t kLongestToken = 64 << 10;
constexpr std::size_t kMostKeys = 100;

std::optional<Json> object_of(std::string_view text) {
  try {
    auto value = codec::parse(text);
    if (value.is_object()) return value;
  } catch (const Error&) {  // what is no JSON is no object
  }
  return std::nullopt;
}

std::optional<Json> object_in(std::string_view part) {
  const auto bytes = crypto::decode_base64url(part);
  return bytes ? object_of(*bytes) : std::nullopt;
}

std::string number_in(const Json& key, const char* name) {
  return crypto::decode_base64url(text_in(key, name)).value_or("");
}

bool is_for_signatures(const Json& key, std::string_view algorithm) {
  const auto use = text_in(key, "use"), named = text_in(key, "alg");
  return (use.empty() || use == "sig") && (named.empty() || named == algorithm);
}

std::optional<TokenKey> token_key_of(const Json& key) {
  const auto type = text_in(key, "kty");
  if (type == "RSA" && is_for_signatures(key, "RS256"))
    return TokenKey{text_in(key, "kid"), crypto::RsaPublicKey{number_in(key, "n"), number_in(key, "e")}};
  if (type == "EC" && text_in(key, "crv") == "P-256" && is_for_signatures(key, "ES256"))
    return TokenKey{text_in(key, "kid"), crypto::EcPublicKey{number_in(key, "x"), number_in(key, "y")}};
  return std::nullopt;
}

bool is_for(const TokenKey& key, const Token& token) {
  const bool same_kind =
      std::holds_alternative<crypto::RsaPublicKey>(key.key) == (token.algorithm == "RS256");
  return same_kind && (token.key_id.empty() || token.key_id == key.id);
}

// Null for none, and where the token does not say which of several.
const TokenKey* key_for(const Token& token, const std::vector<TokenKey>& keys) {
  const auto fits = [&](const TokenKey& key) { return is_for(key, token); };
  const auto found = std::find_if(keys.begin(), keys.end(), fits);
  if (found == keys.end()) return nullptr;
  if (token.key_id.empty() && std::any_of(found + 1, keys.end(), fits)) return nullptr;
  return &*found;
}

// The token is for us, and if it names who it was given to, that is us, too.
bool is_for_client(const Json& claims, const std::string& client) {
  const auto audience = claims.find("aud");
  if (audience == claims.end()) return false;
  const bool alone = audience->is_string();
  const bool named = alone ? *audience == client
                           : audience->is_array() &&
                                 std::find(audience->begin(), audience->end(), client) != audience->end();
  const bool has_party = claims.contains("azp");
  if (!alone && audience->size() > 1 && !has_party) return false;
  return named && (!has_party || text_in(claims, "azp") == client);
}

std::optional<Instant> instant_in(const Json& claims, const char* name) {
  constexpr double most = 1e11;  // seconds; the year 5138
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_number()) return std::nullopt;
  const auto seconds = found->get<double>();
  if (!(seconds >= 0 && seconds <= most)) return std::nullopt;
  return Instant(std::chrono::seconds(static_cast<std::int64_t>(seconds)));
}

std::optional<TokenFault> fault_of_times(const Json& claims, Instant now) {
  const auto until = instant_in(claims, "exp"), made = instant_in(claims, "iat"),
             from = instant_in(claims, "nbf");
  if (!until || now >= *until + kClockSkew) return TokenFault::Expired;
  if (!made || *made > now + kClockSkew) return TokenFault::NotYet;
  if (claims.contains("nbf") && (!from || *from > now + kClockSkew)) return TokenFault::NotYet;
  return std::nullopt;
}

}  // namespace

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string_view to_string(TokenFault fault) {
  switch (fault) {
    case TokenFault::NoToken:
      return "it is no signed token";
    case TokenFault::Algorithm:
      return "it is signed neither by RS256 nor by ES256";
    case TokenFault::UnknownKey:
      return "its key is none of the issuer's";
    case TokenFault::Signature:
      return "its signature is wrong";
    case TokenFault::Issuer:
      return "it is another issuer's";
    case TokenFault::Audience:
      return "it is for somebody else";
    case TokenFault::Expired:
      return "it has expired";
    case TokenFault::NotYet:
      return "it was made in the future";
    case TokenFault::Nonce:
      return "it belongs to another sign-in";
    case TokenFault::Subject:
      return "it names nobody";
  }
  return "";
}

std::vector<TokenKey> token_keys_of(std::string_view text) {
  const auto set = object_of(text);
  if (!set || !set->contains("keys") || !set->at("keys").is_array())
    throw invalid("keys", "must be a key set");
  std::vector<TokenKey> keys;
  for (const auto& one : set->at("keys")) {
    if (keys.size() == kMostKeys) break;
    if (auto key = one.is_object() ? token_key_of(one) : std::nullopt) keys.push_back(*std::move(key));
  }
  return keys;
}

std::variant<Token, TokenFault> parse_token(std::string_view text) {
  const auto first = text.find('.'), last = text.rfind('.');
  if (text.size() > kLongestToken || first == std::string_view::npos || first == last)
    return TokenFault::NoToken;
  const auto header = object_in(text.substr(0, first));
  auto claims = object_in(text.substr(first + 1, last - first - 1));
  auto signature = crypto::decode_base64url(text.substr(last + 1));
  // "crit" names what must be understood (RFC 7515, 4.1.11), and we know no such thing.
  if (!header || !claims || !signature || header->contains("crit")) return TokenFault::NoToken;
  Token token{text_in(*header, "alg"), text_in(*header, "kid"), *std::move(claims),
              std::string(text.substr(0, last)), *std::move(signature)};
  if (token.algorithm != "RS256" && token.algorithm != "ES256") return TokenFault::Algorithm;
  return token;
}

std::optional<TokenFault> fault_of(const Token& token, const std::vector<TokenKey>& keys,
                                   const Expected& expected) {
  const auto* key = key_for(token, keys);
  if (key == nullptr) return TokenFault::UnknownKey;
  const auto verifies = [&](const auto& known) {
    return crypto::is_signed_by(known, token.signed_text, token.signature);
  };
  if (!std::visit(verifies, key->key)) return TokenFault::Signature;
  if (text_in(token.claims, "iss") != expected.issuer) return TokenFault::Issuer;
  if (!is_for_client(token.claims, expected.client_id)) return TokenFault::Audience;
  if (const auto fault = fault_of_times(token.claims, expected.now)) return fault;
  const auto nonce = text_in(token.claims, "nonce");
  if (nonce.empty() || !crypto::equal_in_constant_time(nonce, expected.nonce)) return TokenFault::Nonce;
  return text_in(token.claims, "sub").empty() ? std::optional(TokenFault::Subject) : std::nullopt;
}

}  // namespace certreg::service
