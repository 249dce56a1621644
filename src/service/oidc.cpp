#include "certreg/service/oidc.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <unordered_map>

#include "certreg/crypto/api_key.h"
#include "certreg/crypto/base64.h"
#include "certreg/crypto/base64url.h"
#include "certreg/crypto/digest.h"
#include "certreg/crypto/random.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "service/form_text.h"
#include "service/id_token.h"
#include "service/oidc_issuer.h"

namespace certreg::service {
namespace {

using codec::Json;

constexpr std::size_t kSecretBytes = 32;
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kMostAnswerBytes = 256 << 10;

std::string new_secret() { return crypto::encode_base64url(crypto::random_bytes(kSecretBytes)); }

// "a.b": the claim of that name, else the member b of the claim a.
const Json* claim_at(const Json& claims, const std::string& path) {
  if (!claims.is_object()) return nullptr;
  if (const auto whole = claims.find(path); whole != claims.end()) return &*whole;
  const auto dot = path.find('.');
  const auto outer = dot == std::string::npos ? claims.end() : claims.find(path.substr(0, dot));
  return outer == claims.end() ? nullptr : claim_at(*outer, path.substr(dot + 1));
}

bool holds(const Json& claim, const std::string& value) {
  return claim.is_array() ? std::find(claim.begin(), claim.end(), value) != claim.end() : claim == value;
}

std::optional<Role> role_in(const Json& claims, const OidcOptions& options) {
  const auto* claim = options.role_claim.empty() ? nullptr : claim_at(claims, options.role_claim);
  std::optional<Role> best;
  if (claim == nullptr) return best;
  for (const auto& [value, role] : options.roles)
    if (holds(*claim, value) && (!best || role > *best)) best = role;
  return best;
}

// What stands in records for the person: always with an @, which no name of a user or key of ours has. An
// address that the issuer did not check may be anybody's; what the issuer calls them is no address, and says
// so by the issuer's.
std::string name_in(const Json& claims, const std::string& issuer) {
  auto email = text_in(claims, "email");
  const bool is_checked = claims.value("email_verified", Json()) == true;
  if (is_checked && is_mail_address(email)) return email;
  auto subject = text_in(claims, "sub");
  return (is_clean_text(subject, kLongestName) ? subject : crypto::sha256(subject).value) + "@" + issuer;
}

OidcSignIn::Outcome refused(OidcSignIn::Refusal refusal, std::string why) {
  return {std::nullopt, refusal, std::move(why)};
}

[[noreturn]] void no_answer(const std::string& why) {
  throw Error(ErrorKind::Unavailable, "The service that people sign in with does not answer", why);
}

}  // namespace

struct OidcSignIn::State {
  // One person on the way there and back.
  struct Journey {
    std::string browser_token, nonce, verifier, to, network;
    Instant begun{};
  };

  OidcOptions options;
  fetch::Poster& poster;
  OidcIssuer issuer;
  std::mutex mutex;
  std::unordered_map<std::string, Journey> journeys;  // by state

  void set_out(const std::string& state, Journey journey);
  template <class Which>
  void forget_oldest(Which which);
  std::optional<Journey> arrived(const Return& back, Instant now);
  fetch::PostRequest token_request(const IssuerAddresses& addresses, const std::string& code,
                                   const std::string& verifier) const;
  std::string token_for(const std::string& code, const std::string& verifier, Instant now);
  std::optional<TokenFault> fault(const Token& token, const Journey& journey, Instant now);
  Outcome judged(const std::string& text, const Journey& journey, Instant now);
};

OidcSignIn::OidcSignIn(OidcOptions options, fetch::Fetcher& fetcher, fetch::Poster& poster)
    : state_(new State{options, poster, {options.issuer, fetcher}}) {}
OidcSignIn::~OidcSignIn() = default;

OidcSignIn::Departure OidcSignIn::begin(Instant now, const std::string& to, const std::string& network) {
  const auto addresses = state_->issuer.addresses(now);
  const auto state = new_secret();
  State::Journey journey{new_secret(), new_secret(), new_secret(), to.size() > kLongestTo ? "/" : to,
                         network,      now};
  const auto& options = state_->options;
  const auto query =
      form_text({{"response_type", "code"},
                 {"client_id", options.client_id},
                 {"redirect_uri", options.return_address},
                 {"scope", "openid email profile"},
                 {"state", state},
                 {"nonce", journey.nonce},
                 {"code_challenge", crypto::encode_base64url(crypto::sha256_bytes(journey.verifier))},
                 {"code_challenge_method", "S256"}});
  Departure departure{addresses.authorization, journey.browser_token};
  departure.address += (departure.address.find('?') == std::string::npos ? "?" : "&") + query;
  state_->set_out(state, std::move(journey));
  return departure;
}

OidcSignIn::Outcome OidcSignIn::finish(const Return& back, Instant now) {
  const auto journey = state_->arrived(back, now);
  if (!journey) return refused(Refusal::UnknownState, "nobody set out with this state in this browser");
  const bool must_name = back.issuer.empty() && state_->issuer.addresses(now).names_itself;
  if (must_name || (!back.issuer.empty() && back.issuer != state_->options.issuer))
    return refused(Refusal::OtherIssuer, "the answer names another issuer, or none");
  if (!back.error.empty() || back.code.empty())
    return refused(Refusal::Declined, back.error.substr(0, kLongestName));
  return state_->judged(state_->token_for(back.code, journey->verifier, now), *journey, now);
}

template <class Which>
void OidcSignIn::State::forget_oldest(Which which) {
  auto oldest = journeys.end();
  for (auto one = journeys.begin(); one != journeys.end(); ++one)
    if (which(one->second) && (oldest == journeys.end() || one->second.begun < oldest->second.begun))
      oldest = one;
  if (oldest != journeys.end()) journeys.erase(oldest);
}

void OidcSignIn::State::set_out(const std::string& state, Journey journey) {
  const std::lock_guard lock(mutex);
  const auto is_from_there = [&](const Journey& one) { return one.network == journey.network; };
  const auto from_there = std::count_if(journeys.begin(), journeys.end(),
                                        [&](const auto& one) { return is_from_there(one.second); });
  if (static_cast<std::size_t>(from_there) >= kMostOfOneNetwork) forget_oldest(is_from_there);
  if (journeys.size() >= kMostUnderWay) forget_oldest([](const Journey&) { return true; });
  journeys[state] = std::move(journey);
}

// Once: whoever brings the state again finds nothing.
std::optional<OidcSignIn::State::Journey> OidcSignIn::State::arrived(const Return& back, Instant now) {
  const std::lock_guard lock(mutex);
  const auto found = journeys.find(back.state);
  if (found == journeys.end()) return std::nullopt;
  if (!crypto::equal_in_constant_time(found->second.browser_token, back.browser_token)) return std::nullopt;
  auto journey = std::move(found->second);
  journeys.erase(found);
  return now - journey.begun < kLasts ? std::optional(std::move(journey)) : std::nullopt;
}

fetch::PostRequest OidcSignIn::State::token_request(const IssuerAddresses& addresses, const std::string& code,
                                                    const std::string& verifier) const {
  std::vector<std::pair<std::string, std::string>> form{{"grant_type", "authorization_code"},
                                                        {"code", code},
                                                        {"redirect_uri", options.return_address},
                                                        {"code_verifier", verifier}};
  fetch::PostRequest request{.address = addresses.token, .content_type = "application/x-www-form-urlencoded"};
  const bool in_header = !options.client_secret.empty() && !addresses.secret_in_body;
  if (in_header)  // RFC 6749, 2.3.1: each half in the form's encoding
    request.headers = {
        {"Authorization", "Basic " + crypto::encode_base64(form_encoded(options.client_id) + ":" +
                                                           form_encoded(options.client_secret))}};
  if (!in_header) form.emplace_back("client_id", options.client_id);
  if (!in_header && !options.client_secret.empty()) form.emplace_back("client_secret", options.client_secret);
  request.headers.emplace_back("Accept", "application/json");
  request.body = form_text(form);
  request.most_answer_bytes = kMostAnswerBytes;
  return request;
}

std::string OidcSignIn::State::token_for(const std::string& code, const std::string& verifier, Instant now) {
  const auto result = poster.post(token_request(issuer.addresses(now), code, verifier));
  if (result.outcome != fetch::PostOutcome::Answered) no_answer(result.detail);
  if (result.http_status >= 500) no_answer(fmt::format("the token endpoint answered {}", result.http_status));
  if (result.http_status != 200) return {};
  try {
    const auto answer = codec::parse(result.body);
    return answer.is_object() ? text_in(answer, "id_token") : std::string();
  } catch (const Error&) {
    no_answer("the token endpoint answered no JSON");
  }
}

// Keys of the one issuer only; an unknown one may be new.
std::optional<TokenFault> OidcSignIn::State::fault(const Token& token, const Journey& journey, Instant now) {
  const Expected expected{options.issuer, options.client_id, journey.nonce, now};
  return fault_of(token, issuer.keys(now, token.key_id), expected);
}

OidcSignIn::Outcome OidcSignIn::State::judged(const std::string& text, const Journey& journey, Instant now) {
  if (text.empty()) return refused(Refusal::NoGoodToken, "the issuer gave no ID token for the code");
  const auto parsed = parse_token(text);
  if (const auto* broken = std::get_if<TokenFault>(&parsed))
    return refused(Refusal::NoGoodToken, "the ID token: " + std::string(to_string(*broken)));
  const auto& token = std::get<Token>(parsed);
  if (const auto found = fault(token, journey, now))
    return refused(Refusal::NoGoodToken, "the ID token: " + std::string(to_string(*found)));
  const auto role = role_in(token.claims, options);
  if (!role)
    return refused(Refusal::NoRole,
                   name_in(token.claims, options.issuer) + " has no claim that gives a role");
  return {Arrival{{name_in(token.claims, options.issuer), *role}, text_in(token.claims, "sub"), journey.to},
          {},
          {}};
}

}  // namespace certreg::service
