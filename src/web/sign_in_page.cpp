#include "web/sign_in_page.h"

#include "certreg/crypto/api_key.h"
#include "certreg/crypto/digest.h"
#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/keys.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

// Nobody is signed in yet, so this form's token is compared with a cookie of its own.
constexpr const char* kFormCookie = "certreg_form";
constexpr std::size_t kLongestKey = 200;

bool has_token(const http::Request& request, std::string_view expected) {
  return !expected.empty() && crypto::equal_in_constant_time(form_value(request, "token"), expected);
}

Drawn too_early(const Visit& visit, const Door& door, std::string_view key, std::chrono::seconds wait) {
  const auto seconds = std::to_string(wait.count());
  auto refused = sign_in_form(visit, door, 429, message(visit.language, key, {{"seconds", seconds}}));
  refused.headers.push_back({"Retry-After", seconds});
  return refused;
}

std::optional<Visitor> as_user(const service::SignedIn& user, const Session& session,
                               service::Services& services) {
  auto standing = services.feed.users().standing(user.id, user.epoch);
  if (!standing) return std::nullopt;
  return Visitor{std::move(standing->actor), session.form_token, user, standing->must_change};
}

std::optional<Visitor> as_key(const KeyHash& key, const Session& session, service::Services& services,
                              Instant now) {
  auto actor = services.keys.actor_of_hash(key.value, now);
  if (!actor) return std::nullopt;
  return Visitor{*std::move(actor), session.form_token};
}

Drawn sign_in_by_key(const Visit& visit, Door& door, const std::string& network) {
  const auto key = form_value(visit.request, "key");
  if (key.size() > kLongestKey || !visit.services.keys.authenticate(key, visit.services.clock.now()))
    return sign_in_form(visit, door, 401, message(visit.language, "sign_in.unknown"));
  door.attempts.succeeded(network);
  return enter(visit, door, KeyHash{crypto::hash_api_key(key)}, wanted_page(visit.request));
}

Drawn sign_in_by_password(const Visit& visit, Door& door, const std::string& network) {
  const auto typed = form_value(visit.request, "name");
  if (typed.size() > service::kLongestTyped)  // nobody is called so, and it is not compared
    return sign_in_form(visit, door, 401, message(visit.language, "sign_in.wrong"));
  const auto name = crypto::sha256(service::folded_user_name(typed)).value;
  const auto now = visit.services.clock.now();
  const auto wait = door.name_attempts.begin(name, now);
  if (wait.count() > 0) return too_early(visit, door, "sign_in.wait_name", wait);
  const auto user = tried(door.name_attempts, name, now, [&] {
    return service::sign_in(visit.services, typed, form_value(visit.request, "password"));
  });
  if (!user) return sign_in_form(visit, door, 401, message(visit.language, "sign_in.wrong"));
  door.attempts.succeeded(network);
  door.name_attempts.succeeded(name);
  return enter(visit, door, *user, wanted_page(visit.request));
}

}  // namespace

std::optional<Visitor> visitor_of(const http::Request& request, service::Services& services, Door& door) {
  const auto now = services.clock.now();
  const auto session = door.sessions.find(cookie(request, kSessionCookie), now);
  if (!session) return std::nullopt;
  if (const auto* user = std::get_if<service::SignedIn>(&session->bearer))
    return as_user(*user, *session, services);
  if (const auto* guest = std::get_if<Guest>(&session->bearer)) {
    if (now >= guest->until || services.feed.users().is_blocked_guest(guest->subject)) return std::nullopt;
    return Visitor{guest->actor, session->form_token};
  }
  return as_key(std::get<KeyHash>(session->bearer), *session, services, now);
}

Drawn sign_in_form(const Visit& visit, const Door& door, int status, const std::string& problem) {
  const auto token = new_token();
  Data values;
  values.set("to", wanted_page(visit.request));
  values.set("sign_in_token", token);
  values.set("has_oidc", door.oidc != nullptr);
  values.set("to_encoded", percent_encoded(wanted_page(visit.request)));
  values.set("away", message(visit.language, "sign_in.away",
                             {{"hours", std::to_string(door.sessions.lasts().count())}}));
  values.set("has_problem", !problem.empty());
  values.set("problem", problem);
  auto page = drawn(visit, "sign_in.mustache", values, message(visit.language, "sign_in.title"), status);
  page.headers = {set_cookie(kFormCookie, token, visit.secure)};
  return page;
}

Drawn sign_in_form(const Visit& visit, const Door& door) { return sign_in_form(visit, door, 200, ""); }

Drawn sign_in(const Visit& visit, Door& door, const std::string& network) {
  if (!has_token(visit.request, cookie(visit.request, kFormCookie)))
    return sign_in_form(visit, door, 403, message(visit.language, "sign_in.old_form"));
  const auto now = visit.services.clock.now();
  const auto wait = door.attempts.begin(network, now);
  if (wait.count() > 0) return too_early(visit, door, "sign_in.wait", wait);
  return tried(door.attempts, network, now, [&] {
    if (!visit.services.feed.state().loaded)
      throw Error(ErrorKind::Unavailable, "The register is still being loaded");
    const bool by_key = !form_value(visit.request, "key").empty();
    return by_key ? sign_in_by_key(visit, door, network) : sign_in_by_password(visit, door, network);
  });
}

Drawn enter(const Visit& visit, Door& door, Bearer bearer, const std::string& to) {
  door.sessions.close(cookie(visit.request, kSessionCookie));
  const auto token = door.sessions.open(std::move(bearer), visit.services.clock.now());
  auto done = redirect(to);
  done.headers.push_back(set_cookie(kSessionCookie, token, visit.secure));
  done.headers.push_back(set_cookie(kFormCookie, "", visit.secure, std::chrono::seconds::zero()));
  return done;
}

Drawn sign_out(const Visit& visit, Door& door) {
  if (!has_form_token(visit)) return notice(visit, 403, "old_form");
  door.sessions.close(cookie(visit.request, kSessionCookie));
  auto done = redirect("/sign-in");
  done.headers.push_back(set_cookie(kSessionCookie, "", visit.secure, std::chrono::seconds::zero()));
  return done;
}

std::string wanted_page(const http::Request& request) {
  const auto in_form = form_value(request, "to");
  return own_address(in_form.empty() ? query_value(request, "to") : in_form);
}

Drawn redirect(const std::string& address) { return {303, "", {{"Location", address}}}; }

}  // namespace certreg::web
