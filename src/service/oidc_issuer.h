// What is known of an issuer: its addresses (OpenID Connect Discovery 1.0, 4) and its keys, kept for an hour.
// Thread-safe.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "certreg/fetch/fetcher.h"
#include "service/id_token.h"

namespace certreg::service {

struct IssuerAddresses {
  std::string authorization, token, keys;
  bool names_itself = false;    // in what people come back with (RFC 9207)
  bool secret_in_body = false;  // the token endpoint does not take it as a header
};

class OidcIssuer {
 public:
  static constexpr std::chrono::hours kKept{1};
  static constexpr std::chrono::seconds kBetweenKeys{60};  // at most so often for a key that is not known
  static constexpr std::chrono::seconds kAfterFailure{
      10};  // nobody waits for an issuer that just did not answer

  OidcIssuer(std::string name, fetch::Fetcher& fetcher) : name_(std::move(name)), fetcher_(fetcher) {}

  // Both throw Error(Unavailable) when the issuer does not answer as one. `asked` is a key's id that should
  // be among them: when it is not, the issuer may have changed its keys, and is asked again.
  IssuerAddresses addresses(Instant now);
  std::vector<TokenKey> keys(Instant now, const std::string& asked);

 private:
  template <class Value>
  struct Kept {
    Value value;
    Instant since{};
    bool is_fresh(Instant now) const { return now - since < kKept; }
  };

  std::string fetched(const std::string& address, Instant now);
  const IssuerAddresses& known_addresses(Instant now);
  const Kept<std::vector<TokenKey>>& fresh_keys(Instant now);

  const std::string name_;
  fetch::Fetcher& fetcher_;
  std::mutex mutex_;
  std::optional<Kept<IssuerAddresses>> addresses_;
  std::optional<Kept<std::vector<TokenKey>>> keys_;
  Instant not_before_{};
};

}  // namespace certreg::service
