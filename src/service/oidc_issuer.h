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
      10};                               // nobody waits for an issuer that just did not answer
  static constexpr int kMostAsking = 4;  // at a time; an issuer that hangs must not take all threads away

  OidcIssuer(std::string name, fetch::Fetcher& fetcher) : name_(std::move(name)), fetcher_(fetcher) {}

  // Both throw Error(Unavailable) when the issuer does not answer as one. `asked` is a key's id that should
  // be among them: when it is not, the issuer may have changed its keys, and is asked again. Whoever finds
  // nothing that is recent enough asks for themselves; nobody waits for what others ask.
  IssuerAddresses addresses(Instant now);
  std::vector<TokenKey> keys(Instant now, const std::string& asked);

 private:
  template <class Value>
  struct Kept {
    Value value;
    Instant since{};
  };
  class Asking;

  std::string fetched(const std::string& address, Instant now);
  std::optional<IssuerAddresses> known_addresses(Instant now) const;
  std::optional<std::vector<TokenKey>> known_keys(Instant now, const std::string& asked) const;
  void note(Instant now, bool failed);

  const std::string name_;
  fetch::Fetcher& fetcher_;
  mutable std::mutex mutex_;  // never held while the issuer is asked
  std::optional<Kept<IssuerAddresses>> addresses_;
  std::optional<Kept<std::vector<TokenKey>>> keys_;
  std::optional<Instant> failed_at_;  // the last time, unless it answered since
  int asking_ = 0;
};

}  // namespace certreg::service
