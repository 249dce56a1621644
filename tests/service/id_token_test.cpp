#include "service/id_token.h"

#include <gtest/gtest.h>

#include "certreg/domain/error.h"
#include "support/token_signer.h"

namespace certreg::service {
namespace {

using nlohmann::json;
using test::TokenSigner;

const Instant kNow = parse_instant("2026-06-01T12:00:00Z").value();
const auto kSeconds = std::chrono::duration_cast<std::chrono::seconds>(kNow.time_since_epoch()).count();
const Expected kExpected{"https://id.example", "certreg", "n-1", kNow};

const TokenSigner& rsa() {
  static const auto signer = TokenSigner::rsa("r");
  return signer;
}
const TokenSigner& ec() {
  static const auto signer = TokenSigner::ec("e");
  return signer;
}

json claims() {
  return {
      {"iss", "https://id.example"}, {"sub", "u-1"}, {"aud", "certreg"}, {"nonce", "n-1"}, {"iat", kSeconds},
      {"exp", kSeconds + 300}};
}
json with(const char* name, json value) {
  auto changed = claims();
  changed[name] = std::move(value);
  return changed;
}
json without(const char* name) {
  auto changed = claims();
  changed.erase(name);
  return changed;
}
json header(const char* name, json value) {
  auto changed = rsa().header();
  changed[name] = std::move(value);
  return changed;
}

std::vector<TokenKey> keys(const std::vector<json>& all) { return token_keys_of(json{{"keys", all}}.dump()); }

std::optional<TokenFault> judged(const std::string& text) {
  const auto parsed = parse_token(text);
  if (const auto* fault = std::get_if<TokenFault>(&parsed)) return *fault;
  return fault_of(std::get<Token>(parsed), keys({rsa().public_key(), ec().public_key()}), kExpected);
}

TEST(IdToken, GoodOnes) {
  auto two = with("aud", {"other", "certreg"});
  two["azp"] = "certreg";
  for (const auto& good :
       {claims(), with("aud", {"certreg"}), two, with("exp", kSeconds - 59), with("iat", kSeconds + 60),
        with("nbf", kSeconds), with("iat", static_cast<double>(kSeconds) - 0.5)}) {
    EXPECT_EQ(judged(rsa().token(good)), std::nullopt) << good;
    EXPECT_EQ(judged(ec().token(good)), std::nullopt) << good;
  }
}

TEST(IdToken, ForgedOnes) {
  auto two = with("aud", {"certreg", "other"});
  auto elsewhere = claims();
  elsewhere["azp"] = "other";
  const auto good = rsa().token(claims());
  const auto last = good.rfind('.');
  const auto other_claims = rsa().token(with("sub", "root"));
  const auto payload = other_claims.substr(0, other_claims.rfind('.'));
  struct {
    const char* name;
    std::string token;
    TokenFault fault;
  } const cases[] = {
      {"alg none", rsa().token({{"alg", "none"}}, claims()), TokenFault::Algorithm},
      {"alg none without a signature",
       crypto::encode_base64url(R"({"alg":"none"})") + "." + crypto::encode_base64url(claims().dump()) + ".",
       TokenFault::Algorithm},
      {"HS256", rsa().token(header("alg", "HS256"), claims()), TokenFault::Algorithm},
      {"RS512", rsa().token(header("alg", "RS512"), claims()), TokenFault::Algorithm},
      {"alg that is no text", rsa().token(header("alg", 1), claims()), TokenFault::Algorithm},
      {"another algorithm than the key's", rsa().token(header("alg", "ES256"), claims()),
       TokenFault::UnknownKey},
      {"a key of nobody", TokenSigner::rsa("stranger").token(claims()), TokenFault::UnknownKey},
      {"the wrong key under a known name", TokenSigner::rsa("r").token(claims()), TokenFault::Signature},
      {"the wrong curve key", TokenSigner::ec("e").token(claims()), TokenFault::Signature},
      {"other claims under a signature", payload + good.substr(last), TokenFault::Signature},
      {"no signature", good.substr(0, last + 1), TokenFault::Signature},
      {"an extension that must be understood", rsa().token(header("crit", {"b64"}), claims()),
       TokenFault::NoToken},
      {"two parts", good.substr(0, last), TokenFault::NoToken},
      {"five parts", good + ".a.b", TokenFault::NoToken},
      {"padding", good + "=", TokenFault::NoToken},
      {"nothing", "", TokenFault::NoToken},
      {"another issuer", rsa().token(with("iss", "https://evil.example")), TokenFault::Issuer},
      {"the issuer with a slash", rsa().token(with("iss", "https://id.example/")), TokenFault::Issuer},
      {"no issuer", rsa().token(without("iss")), TokenFault::Issuer},
      {"another audience", rsa().token(with("aud", "other")), TokenFault::Audience},
      {"no audience", rsa().token(without("aud")), TokenFault::Audience},
      {"an empty audience", rsa().token(with("aud", json::array())), TokenFault::Audience},
      {"two audiences and nobody named", rsa().token(two), TokenFault::Audience},
      {"given to another", rsa().token(elsewhere), TokenFault::Audience},
      {"expired", rsa().token(with("exp", kSeconds - 60)), TokenFault::Expired},
      {"no end", rsa().token(without("exp")), TokenFault::Expired},
      {"an end in words", rsa().token(with("exp", "tomorrow")), TokenFault::Expired},
      {"an end beyond all time", rsa().token(with("exp", 1e300)), TokenFault::Expired},
      {"of the future", rsa().token(with("iat", kSeconds + 61)), TokenFault::NotYet},
      {"made at no time", rsa().token(without("iat")), TokenFault::NotYet},
      {"not yet good", rsa().token(with("nbf", kSeconds + 61)), TokenFault::NotYet},
      {"another sign-in's", rsa().token(with("nonce", "n-2")), TokenFault::Nonce},
      {"of no sign-in", rsa().token(without("nonce")), TokenFault::Nonce},
      {"of nobody", rsa().token(without("sub")), TokenFault::Subject}};
  for (const auto& row : cases) {
    const auto fault = judged(row.token);
    ASSERT_TRUE(fault) << row.name << " is taken";
    EXPECT_EQ(to_string(*fault), to_string(row.fault)) << row.name;
  }
}

TEST(IdToken, WithoutAKeysNameTheOnlyKeyOfTheKindCounts) {
  const auto parsed = parse_token(rsa().token({{"alg", "RS256"}}, claims()));
  const auto& token = std::get<Token>(parsed);
  EXPECT_EQ(fault_of(token, keys({rsa().public_key(), ec().public_key()}), kExpected), std::nullopt);
  EXPECT_EQ(fault_of(token, keys({rsa().public_key(), TokenSigner::rsa("s").public_key()}), kExpected),
            TokenFault::UnknownKey);
  EXPECT_EQ(fault_of(token, {}, kExpected), TokenFault::UnknownKey);
}

TEST(IdToken, KeysForOtherThingsAreNoKeys) {
  auto encrypting = rsa().public_key(), other_algorithm = rsa().public_key(), curve = ec().public_key();
  encrypting["use"] = "enc";
  other_algorithm["alg"] = "RS512";
  curve["crv"] = "P-384";
  const json symmetric{{"kty", "oct"}, {"kid", "r"}, {"k", "c2VjcmV0"}};
  EXPECT_TRUE(keys({encrypting, other_algorithm, curve, symmetric, json("text")}).empty());
  for (const char* none : {"", "[]", "{}", R"({"keys":{}})", "<html>"})
    EXPECT_THROW(token_keys_of(none), Error) << none;
}

TEST(IdToken, WeakKeysSignNothing) {
  const auto weak = TokenSigner::rsa("w", 1024);
  const auto token = std::get<Token>(parse_token(weak.token(claims())));
  EXPECT_EQ(fault_of(token, keys({weak.public_key()}), kExpected), TokenFault::Signature);
}

}  // namespace
}  // namespace certreg::service
