#include "service/oidc_issuer.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/fetch/poster.h"

namespace certreg::service {
namespace {

using codec::Json;

[[noreturn]] void is_away(const std::string& why) {
  throw Error(ErrorKind::Unavailable, "The service that people sign in with does not answer", why);
}

std::string address_in(const Json& metadata, const char* name) {
  auto address = text_in(metadata, name);
  if (const auto problem = fetch::problem_of_endpoint(address); !problem.empty())
    is_away(std::string(name) + " of the issuer " + problem);
  return address;
}

bool lacks_header_secrets(const Json& metadata) {
  const auto methods = metadata.find("token_endpoint_auth_methods_supported");
  return methods != metadata.end() && methods->is_array() &&
         std::find(methods->begin(), methods->end(), "client_secret_basic") == methods->end();
}

bool is_true(const Json& metadata, const char* name) {
  const auto found = metadata.find(name);
  return found != metadata.end() && found->is_boolean() && found->get<bool>();
}

IssuerAddresses addresses_in(const std::string& text, const std::string& name) {
  const auto metadata = codec::parse(text);
  if (!metadata.is_object() || metadata.value("issuer", Json()) != name)
    is_away("the metadata is another issuer's");
  return {address_in(metadata, "authorization_endpoint"), address_in(metadata, "token_endpoint"),
          address_in(metadata, "jwks_uri"),
          is_true(metadata, "authorization_response_iss_parameter_supported"),
          lacks_header_secrets(metadata)};
}

std::string metadata_address(const std::string& issuer) {
  return issuer.substr(0, issuer.find_last_not_of('/') + 1) + "/.well-known/openid-configuration";
}

}  // namespace

IssuerAddresses OidcIssuer::addresses(Instant now) {
  const std::lock_guard lock(mutex_);
  return known_addresses(now);
}

std::vector<TokenKey> OidcIssuer::keys(Instant now, const std::string& asked) {
  const std::lock_guard lock(mutex_);
  if (!keys_ || !keys_->is_fresh(now)) return fresh_keys(now).value;
  const auto& known = keys_->value;
  const bool is_there = asked.empty() || std::any_of(known.begin(), known.end(),
                                                     [&](const auto& key) { return key.id == asked; });
  return is_there || now - keys_->since < kBetweenKeys ? known : fresh_keys(now).value;
}

const IssuerAddresses& OidcIssuer::known_addresses(Instant now) {
  if (!addresses_ || !addresses_->is_fresh(now)) try {
      addresses_ = {addresses_in(fetched(metadata_address(name_), now), name_), now};
    } catch (const Error& error) {
      is_away(error.internal.empty() ? error.what() : error.internal);
    }
  return addresses_->value;
}

const OidcIssuer::Kept<std::vector<TokenKey>>& OidcIssuer::fresh_keys(Instant now) {
  const auto text = fetched(known_addresses(now).keys, now);
  try {
    keys_ = {token_keys_of(text), now};
  } catch (const Error&) {
    is_away("the issuer's keys are no key set");
  }
  return *keys_;
}

std::string OidcIssuer::fetched(const std::string& address, Instant now) {
  if (now < not_before_) is_away("it did not answer a moment ago");
  auto result = fetcher_.fetch(
      {.address = address, .accept = "application/json", .redirects = fetch::Redirects::Report});
  if (result.outcome == fetch::FetchOutcome::Fetched) return std::move(result.body);
  not_before_ = now + kAfterFailure;
  is_away(address + ": " + result.detail);
}

}  // namespace certreg::service
