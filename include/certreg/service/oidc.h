// Signing in with an account of somebody else's: OpenID Connect Core 1.0, the authorization code flow with
// PKCE (RFC 7636), against one issuer.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/fetch/fetcher.h"
#include "certreg/fetch/poster.h"
#include "certreg/service/actor.h"

namespace certreg::service {

struct Services;

struct OidcOptions {
  std::string issuer;  // exactly as the issuer writes it
  std::string client_id;
  std::string client_secret;   // empty: a public client
  std::string return_address;  // where the issuer sends people back to
  // Roles are given by what a claim of the ID token holds, a text or a list of texts: the highest of those
  // that are mapped. "realm_access.roles" is a member of a member, when no claim is called so.
  std::string role_claim;
  std::vector<std::pair<std::string, Role>> roles;
};

// Thread-safe. Blocks while the issuer is asked.
class OidcSignIn {
 public:
  static constexpr std::chrono::minutes kLasts{10};      // from leaving to coming back
  static constexpr std::size_t kMostUnderWay = 10'000;   // above it the oldest are forgotten
  static constexpr std::size_t kMostOfOneNetwork = 200;  // above it the oldest of that network are
  static constexpr std::size_t kLongestTo = 2000;        // bytes; who wants to go further comes to "/"

  // Both edges outlive this. They must reach the issuer without asking its robots.txt.
  OidcSignIn(OidcOptions options, fetch::Fetcher& fetcher, fetch::Poster& poster);
  ~OidcSignIn();

  // Where to send the person to, and what their browser must bring along when it comes back. `network`: where
  // they come from, so that one place cannot make the others' ways be forgotten. Throws Error(Unavailable)
  // when the issuer does not answer as one.
  struct Departure {
    std::string address;
    std::string browser_token;
  };
  Departure begin(Instant now, const std::string& to, const std::string& network = {});

  // The parameters that the person came back with (OIDC Core 3.1.2.5 and 6; RFC 9207).
  struct Return {
    std::string code, state, issuer, error;
    std::string browser_token;
  };
  enum class Refusal {
    UnknownState,  // never begun, by another browser, too old, or brought twice
    OtherIssuer,
    Declined,     // by the issuer, or by the person there
    NoGoodToken,  // the log says why
    NoRole,
  };
  struct Arrival {
    Actor actor;
    std::string subject;  // who it is to the issuer
    std::string to;
  };
  struct Outcome {
    std::optional<Arrival> arrival;
    Refusal refusal = Refusal::UnknownState;  // of no arrival
    std::string why;                          // for the log
  };
  Outcome finish(const Return& back, Instant now);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace certreg::service
