#include "certreg/service/oidc.h"

#include <gtest/gtest.h>

#include <functional>
#include <utility>

#include "certreg/crypto/digest.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/service/users.h"
#include "service/form_text.h"
#include "support/services.h"
#include "support/token_signer.h"

namespace certreg::service {
namespace {

using nlohmann::json;
using test::TokenSigner;
using Refusal = OidcSignIn::Refusal;

// An issuer that knows one person, and says of them what a test tells it to.
class Issuer final : public fetch::Poster {
 public:
  explicit Issuer(std::string name) : name_(std::move(name)) {
    metadata = {{"issuer", name_},
                {"authorization_endpoint", name_ + "/auth"},
                {"token_endpoint", name_ + "/token"},
                {"jwks_uri", name_ + "/keys"}};
    publish();
  }
  void publish() {
    web.put(name_ + "/.well-known/openid-configuration", "application/json", metadata.dump());
    web.put(name_ + "/keys", "application/json", json{{"keys", {signer.public_key()}}}.dump());
  }
  fetch::PostResult post(const fetch::PostRequest& request) override {
    asked.push_back(request);
    auto result = answer;
    if (result.http_status == 200 && result.body.empty())
      result.body = json{{"token_type", "Bearer"}, {"id_token", signer.token(claims)}}.dump();
    return result;
  }

  json metadata, claims;
  TokenSigner signer = TokenSigner::ec("k-1");
  support::FakeWeb web;
  std::vector<fetch::PostRequest> asked;
  fetch::PostResult answer{fetch::PostOutcome::Answered, 200, {}, {}, {}};

 private:
  std::string name_;
};

std::string value_in(const std::string& address, const std::string& name) {
  const auto at = address.find(name + "=");
  if (at == std::string::npos) return {};
  return address.substr(at + name.size() + 1, address.find('&', at) - at - name.size() - 1);
}

struct SignIns {
  Issuer issuer{"https://id.example"};
  OidcOptions options{.issuer = "https://id.example",
                      .client_id = "certreg",
                      .client_secret = "a secret:1",
                      .return_address = "https://certreg.example/sign-in/return",
                      .role_claim = "groups",
                      .roles = {{"buyers", Role::Buyer}, {"reviewers", Role::Reviewer}}};
  OidcSignIn oidc{options, issuer.web, issuer};
  Instant now = parse_instant("2026-06-01T12:00:00Z").value();
  OidcSignIn::Departure departure{};

  // The way there; the issuer will say the truth of the person.
  OidcSignIn::Return set_out(OidcSignIn& with) {
    departure = with.begin(now, "/suppliers/x");
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    issuer.claims = {{"iss", "https://id.example"},
                     {"sub", "u-1"},
                     {"aud", "certreg"},
                     {"nonce", value_in(departure.address, "nonce")},
                     {"iat", seconds},
                     {"exp", seconds + 300},
                     {"email", "ada@example.com"},
                     {"email_verified", true},
                     {"groups", {"staff", "reviewers", "buyers"}}};
    return {.code = "c-1",
            .state = value_in(departure.address, "state"),
            .browser_token = departure.browser_token};
  }
  OidcSignIn::Return set_out() { return set_out(oidc); }
  std::optional<Refusal> refusal(const OidcSignIn::Return& back) {
    const auto outcome = oidc.finish(back, now);
    if (outcome.arrival) return std::nullopt;
    return outcome.refusal;
  }
};

TEST(Oidc, LeadsThereAndBack) {
  SignIns all;
  const auto back = all.set_out();
  const auto& address = all.departure.address;
  EXPECT_TRUE(address.starts_with("https://id.example/auth?response_type=code&client_id=certreg&"));
  EXPECT_EQ(value_in(address, "redirect_uri"), "https%3A%2F%2Fcertreg.example%2Fsign-in%2Freturn");
  EXPECT_EQ(value_in(address, "code_challenge_method"), "S256");
  const auto outcome = all.oidc.finish(back, all.now);
  ASSERT_TRUE(outcome.arrival) << outcome.why;
  EXPECT_EQ(outcome.arrival->actor.name, "ada@example.com");
  EXPECT_EQ(outcome.arrival->actor.role, Role::Reviewer) << "the highest that is given";
  EXPECT_EQ(outcome.arrival->subject, "u-1");
  EXPECT_EQ(outcome.arrival->to, "/suppliers/x");
  const auto& asked = all.issuer.asked.at(0);
  const auto verifier = value_in(asked.body, "code_verifier");
  EXPECT_EQ(crypto::encode_base64url(crypto::sha256_bytes(verifier)), value_in(address, "code_challenge"));
  EXPECT_EQ(asked.headers.at(0).second, "Basic Y2VydHJlZzphJTIwc2VjcmV0JTNBMQ==");
  EXPECT_EQ(asked.body.find("secret"), std::string::npos);
}

TEST(Oidc, AStateIsGoodOnceInItsBrowserForTenMinutes) {
  SignIns all;
  const auto back = all.set_out();
  auto strange = back, invented = back;
  strange.browser_token = "other";
  invented.state = "other";
  EXPECT_EQ(all.refusal(strange), Refusal::UnknownState);
  EXPECT_EQ(all.refusal(invented), Refusal::UnknownState);
  EXPECT_EQ(all.refusal({}), Refusal::UnknownState);
  EXPECT_TRUE(all.issuer.asked.empty()) << "a code of elsewhere was used";
  EXPECT_EQ(all.refusal(back), std::nullopt);
  EXPECT_EQ(all.refusal(back), Refusal::UnknownState) << "brought twice";
  const auto late = all.set_out();
  all.now += OidcSignIn::kLasts;
  EXPECT_EQ(all.refusal(late), Refusal::UnknownState);
}

TEST(Oidc, AnswersOfAnotherIssuerAreNone) {
  SignIns all;
  auto back = all.set_out();
  back.issuer = "https://evil.example";
  EXPECT_EQ(all.refusal(back), Refusal::OtherIssuer);
  EXPECT_TRUE(all.issuer.asked.empty()) << "the code went to the wrong issuer";
  back = all.set_out();
  back.issuer = "https://id.example";
  EXPECT_EQ(all.refusal(back), std::nullopt);
  all.issuer.metadata["authorization_response_iss_parameter_supported"] = true;
  all.issuer.publish();
  OidcSignIn strict(all.options, all.issuer.web, all.issuer);
  EXPECT_EQ(strict.finish(all.set_out(strict), all.now).refusal, Refusal::OtherIssuer)
      << "it names itself always";
}

TEST(Oidc, WhoIsGivenNoRoleIsRefused) {
  SignIns all;
  for (const auto& groups :
       {json(nullptr), json("staff"), json::array(), json{"admin"}, json{{"reviewers", 1}}}) {
    const auto back = all.set_out();
    all.issuer.claims["groups"] = groups;
    EXPECT_EQ(all.refusal(back), Refusal::NoRole) << groups;
  }
  all.options.role_claim = "realm_access.roles";
  OidcSignIn nested(all.options, all.issuer.web, all.issuer);
  const auto back = all.set_out(nested);
  all.issuer.claims["realm_access"] = {{"roles", {"buyers"}}};
  EXPECT_EQ(nested.finish(back, all.now).arrival.value().actor.role, Role::Buyer);
}

TEST(Oidc, AnAddressThatNobodyCheckedIsNoName) {
  SignIns all;
  for (const auto& checked : {json(nullptr), json(false), json("true")}) {
    const auto back = all.set_out();
    all.issuer.claims["email_verified"] = checked;
    EXPECT_EQ(all.oidc.finish(back, all.now).arrival.value().actor.name, "u-1@https://id.example");
  }
}

TEST(Oidc, NobodyElseIsCalledAsAGuestIs) {
  SignIns all;
  const auto name_of = [&](const char* subject) {
    const auto back = all.set_out();
    all.issuer.claims["sub"] = subject;
    all.issuer.claims["email_verified"] = false;
    return all.oidc.finish(back, all.now).arrival.value().actor.name;
  };
  support::World world;
  for (const auto& name : {name_of("Ada"), name_of("ada@example.com")}) {
    EXPECT_NE(name, "ada@example.com") << "as who has that address";
    EXPECT_FALSE(is_mail_address(name));
    EXPECT_THROW(create_key(world.services(), name, Role::Reader, {}, {"root", Role::Admin}), Error);
    EXPECT_THROW(
        create_user(world.services(), {name, "ada@example.com", Role::Reader}, {"root", Role::Admin}), Error);
  }
}

TEST(Oidc, ForgedTokensAreRefused) {
  SignIns all;
  auto back = all.set_out();
  all.issuer.claims["aud"] = "other";
  EXPECT_EQ(all.refusal(back), Refusal::NoGoodToken);
  back = all.set_out();
  all.issuer.claims["nonce"] = "replayed";
  EXPECT_EQ(all.refusal(back), Refusal::NoGoodToken);
  back = all.set_out();
  all.issuer.answer.body = json{{"id_token", TokenSigner::ec("k-1").token(all.issuer.claims)}}.dump();
  EXPECT_EQ(all.refusal(back), Refusal::NoGoodToken) << "signed by another key";
  back = all.set_out();
  all.issuer.answer = {fetch::PostOutcome::Answered, 400, {}, {}, {}};
  EXPECT_EQ(all.refusal(back), Refusal::NoGoodToken) << "the code is none";
  back = all.set_out();
  back.error = "access_denied";
  EXPECT_EQ(all.refusal(back), Refusal::Declined);
}

TEST(Oidc, AKeyThatIsNotKnownIsAskedForOnceAMinute) {
  SignIns all;
  const std::string keys = "https://id.example/keys";
  EXPECT_EQ(all.refusal(all.set_out()), std::nullopt);
  EXPECT_EQ(all.issuer.web.times_asked(keys), 1U);
  all.issuer.signer = TokenSigner::rsa("k-2");
  all.issuer.publish();
  all.now += std::chrono::seconds(59);
  EXPECT_EQ(all.refusal(all.set_out()), Refusal::NoGoodToken);
  EXPECT_EQ(all.issuer.web.times_asked(keys), 1U);
  all.now += std::chrono::seconds(1);
  EXPECT_EQ(all.refusal(all.set_out()), std::nullopt) << "the new key";
  EXPECT_EQ(all.refusal(all.set_out()), std::nullopt);
  EXPECT_EQ(all.issuer.web.times_asked(keys), 2U);
  all.now += std::chrono::hours(1);
  EXPECT_EQ(all.refusal(all.set_out()), std::nullopt);
  EXPECT_EQ(all.issuer.web.times_asked(keys), 3U) << "keys that went are forgotten";
}

// Somebody signs in while somebody else's sign-in asks for the keys.
class SlowWeb final : public fetch::Fetcher {
 public:
  explicit SlowWeb(fetch::Fetcher& web) : web_(web) {}
  fetch::FetchResult fetch(const fetch::FetchRequest& request) override {
    if (meanwhile) std::exchange(meanwhile, {})();
    return web_.fetch(request);
  }
  std::function<void()> meanwhile;

 private:
  fetch::Fetcher& web_;
};

TEST(Oidc, NobodyWaitsForWhatOthersAsk) {
  SignIns all;
  SlowWeb slow(all.issuer.web);
  OidcSignIn oidc(all.options, slow, all.issuer);
  const auto first = all.set_out(oidc);
  std::string other;
  slow.meanwhile = [&] { other = oidc.begin(all.now, "/").address; };
  EXPECT_TRUE(oidc.finish(first, all.now).arrival);
  EXPECT_TRUE(other.starts_with("https://id.example/auth?"));
}

TEST(Oidc, AnIssuerThatHangsTakesNotAllThreads) {
  SignIns all;
  SlowWeb slow(all.issuer.web);
  OidcSignIn oidc(all.options, slow, all.issuer);
  int asking = 0;
  bool is_refused = false;
  std::function<void()> again = [&] {
    ++asking;
    slow.meanwhile = again;
    try {
      oidc.begin(all.now, "/");
    } catch (const Error& error) {
      is_refused = error.kind == ErrorKind::Unavailable;
    }
    slow.meanwhile = {};
  };
  slow.meanwhile = again;
  EXPECT_NO_THROW(oidc.begin(all.now, "/"));
  EXPECT_EQ(asking, 4);
  EXPECT_TRUE(is_refused);
}

TEST(Oidc, AClockThatIsPutBackMakesNothingRecent) {
  SignIns all;
  const std::string metadata = "https://id.example/.well-known/openid-configuration";
  EXPECT_EQ(all.refusal(all.set_out()), std::nullopt);
  all.now -= std::chrono::hours(24 * 30);
  all.issuer.signer = TokenSigner::ec("k-2");
  all.issuer.publish();
  EXPECT_EQ(all.refusal(all.set_out()), std::nullopt) << "the new key";
  EXPECT_EQ(all.issuer.web.times_asked(metadata), 2U);
  all.now += std::chrono::hours(24 * 30);
  all.issuer.web.remove(metadata);
  EXPECT_THROW(all.oidc.begin(all.now, "/"), Error);
  all.now -= std::chrono::hours(24 * 60);
  all.issuer.publish();
  EXPECT_NO_THROW(all.oidc.begin(all.now, "/")) << "it failed in what is the future now";
}

TEST(Oidc, OnePlaceMakesNobodyElsesWayForgotten) {
  SignIns all;
  const auto set_out = [&](const std::string& network) {
    const auto departure = all.oidc.begin(all.now, std::string(3000, '/'), network);
    return OidcSignIn::Return{.state = value_in(departure.address, "state"),
                              .error = "access_denied",
                              .browser_token = departure.browser_token};
  };
  const auto ours = set_out("192.0.2.7"), first = set_out("198.51.100.1");
  for (std::size_t i = 1; i < OidcSignIn::kMostOfOneNetwork; ++i) {
    all.now += std::chrono::milliseconds(1);
    set_out("198.51.100.1");
  }
  all.now += std::chrono::milliseconds(1);
  const auto last = set_out("198.51.100.1");
  EXPECT_EQ(all.refusal(first), Refusal::UnknownState) << "the oldest from there";
  EXPECT_EQ(all.refusal(ours), Refusal::Declined) << "known still";
  EXPECT_EQ(all.refusal(last), Refusal::Declined);
}

TEST(Oidc, LeadsToNoAddressWithoutEnd) {
  SignIns all;
  auto back = all.set_out();
  const auto departure = all.oidc.begin(all.now, "/" + std::string(OidcSignIn::kLongestTo, 'a'), "192.0.2.7");
  all.issuer.claims["nonce"] = value_in(departure.address, "nonce");
  back.state = value_in(departure.address, "state");
  back.browser_token = departure.browser_token;
  EXPECT_EQ(all.oidc.finish(back, all.now).arrival.value().to, "/");
}

TEST(Oidc, AnIssuerThatIsNoneIsAway) {
  const json good = SignIns().issuer.metadata;
  for (const auto& [name, value] : {std::pair<const char*, json>{"issuer", "https://evil.example"},
                                    {"token_endpoint", "http://id.example/token"},
                                    {"jwks_uri", nullptr},
                                    {"authorization_endpoint", "javascript:alert(1)"}}) {
    SignIns all;
    all.issuer.metadata[name] = value;
    all.issuer.publish();
    EXPECT_THROW(all.oidc.begin(all.now, "/"), Error) << name;
  }
  SignIns all;
  const std::string metadata = "https://id.example/.well-known/openid-configuration";
  all.issuer.web.remove(metadata);
  EXPECT_THROW(all.oidc.begin(all.now, "/"), Error);
  EXPECT_THROW(all.oidc.begin(all.now, "/"), Error);
  EXPECT_EQ(all.issuer.web.times_asked(metadata), 1U) << "nobody waits for it again at once";
  all.issuer.publish();
  all.now += std::chrono::seconds(10);
  EXPECT_NO_THROW(all.oidc.begin(all.now, "/"));
}

}  // namespace
}  // namespace certreg::service
