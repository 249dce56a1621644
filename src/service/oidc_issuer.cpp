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

// A clock that was put back makes nothing recent.
bool is_recent(Instant then, Instant now, std::chrono::seconds span) {
  return then <= now && now - then < span;
}

bool has_key(const std::vector<TokenKey>& keys, const std::string& id) {
  return std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return key.id == id; });
}

}  // namespace

// One that asks, while it lives.
class OidcIssuer::Asking {
 public:
  Asking(OidcIssuer& issuer, Instant now) : issuer_(issuer) {
    const std::lock_guard lock(issuer_.mutex_);
    if (issuer_.failed_at_ && is_recent(*issuer_.failed_at_, now, kAfterFailure))
      is_away("it did not answer a moment ago");
    if (issuer_.asking_ >= kMostAsking) is_away("too many wait for its answer already");
    ++issuer_.asking_;
  }
  ~Asking() {
    const std::lock_guard lock(issuer_.mutex_);
    --issuer_.asking_;
  }
  Asking(const Asking&) = delete;
  Asking& operator=(const Asking&) = delete;

 private:
  OidcIssuer& issuer_;
};

IssuerAddresses OidcIssuer::addresses(Instant now) {
  if (auto known = known_addresses(now)) return *std::move(known);
  try {
    auto addresses = addresses_in(fetched(metadata_address(name_), now), name_);
    const std::lock_guard lock(mutex_);
    addresses_ = {addresses, now};
    return addresses;
  } catch (const Error& error) {
    is_away(error.internal.empty() ? error.what() : error.internal);
  }
}

std::vector<TokenKey> OidcIssuer::keys(Instant now, const std::string& asked) {
  if (auto known = known_keys(now, asked)) return *std::move(known);
  const auto text = fetched(addresses(now).keys, now);
  try {
    auto keys = token_keys_of(text);
    const std::lock_guard lock(mutex_);
    keys_ = {keys, now};
    return keys;
  } catch (const Error&) {
    is_away("the issuer's keys are no key set");
  }
}

std::optional<IssuerAddresses> OidcIssuer::known_addresses(Instant now) const {
  const std::lock_guard lock(mutex_);
  if (!addresses_ || !is_recent(addresses_->since, now, kKept)) return std::nullopt;
  return addresses_->value;
}

std::optional<std::vector<TokenKey>> OidcIssuer::known_keys(Instant now, const std::string& asked) const {
  const std::lock_guard lock(mutex_);
  if (!keys_ || !is_recent(keys_->since, now, kKept)) return std::nullopt;
  const bool will_do =
      asked.empty() || has_key(keys_->value, asked) || is_recent(keys_->since, now, kBetweenKeys);
  return will_do ? std::optional(keys_->value) : std::nullopt;
}

std::string OidcIssuer::fetched(const std::string& address, Instant now) {
  const Asking asking(*this, now);
  auto result = fetcher_.fetch(
      {.address = address, .accept = "application/json", .redirects = fetch::Redirects::Report});
  const bool answered = result.outcome == fetch::FetchOutcome::Fetched;
  note(now, !answered);
  if (!answered) is_away(address + ": " + result.detail);
  return std::move(result.body);
}

void OidcIssuer::note(Instant now, bool failed) {
  const std::lock_guard lock(mutex_);
  failed_at_ = failed ? std::optional(now) : std::nullopt;
}

}  // namespace certreg::service
