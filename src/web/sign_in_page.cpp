#include "web/sign_in_page.h"

#include "certreg/crypto/api_key.h"
#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/keys.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

// Nobody is signed in yet, so this form's token is compared with a cookie of its own.
constexpr const char* kFormCookie = "certreg_form";
constexpr std::size_t kLongestKey = 200;

std::string wanted_page(const http::Request& request) {
  const auto in_form = form_value(request, "to");
  return own_address(in_form.empty() ? query_value(request, "to") : in_form);
}

Drawn form(const Visit& visit, int status, const std::string& problem) {
  const auto token = new_token();
  Data values;
  values.set("to", wanted_page(visit.request));
  values.set("sign_in_token", token);
  values.set("has_problem", !problem.empty());
  values.set("problem", problem);
  auto page = drawn(visit, "sign_in.mustache", values, message(visit.language, "sign_in.title"), status);
  page.headers = {set_cookie(kFormCookie, token, visit.secure)};
  return page;
}

bool has_token(const http::Request& request, std::string_view expected) {
  return !expected.empty() && crypto::equal_in_constant_time(form_value(request, "token"), expected);
}

}  // namespace

std::optional<Visitor> visitor_of(const http::Request& request, const service::Services& services,
                                  Door& door) {
  const auto now = services.clock.now();
  const auto session = door.sessions.find(cookie(request, kSessionCookie), now);
  if (!session) return std::nullopt;
  auto actor = services.keys.actor_of_hash(session->key_hash, now);
  if (!actor) return std::nullopt;
  return Visitor{*std::move(actor), session->form_token};
}

Drawn sign_in_form(const Visit& visit) { return form(visit, 200, ""); }

Drawn sign_in(const Visit& visit, Door& door, const std::string& address) {
  if (!has_token(visit.request, cookie(visit.request, kFormCookie)))
    return form(visit, 403, message(visit.language, "sign_in.old_form"));
  const auto now = visit.services.clock.now();
  const auto wait = door.attempts.begin(address, now);
  if (wait.count() > 0) {
    auto refused = form(visit, 429,
                        message(visit.language, "sign_in.wait", {{"seconds", std::to_string(wait.count())}}));
    refused.headers.push_back({"Retry-After", std::to_string(wait.count())});
    return refused;
  }
  const auto key = form_value(visit.request, "key");
  if (!visit.services.feed.state().loaded) {
    door.attempts.succeeded(address);
    throw Error(ErrorKind::Unavailable, "The register is still being loaded");
  }
  if (key.size() > kLongestKey || !visit.services.keys.authenticate(key, now))
    return form(visit, 401, message(visit.language, "sign_in.unknown"));
  door.attempts.succeeded(address);
  door.sessions.close(cookie(visit.request, kSessionCookie));
  auto done = redirect(wanted_page(visit.request));
  done.headers.push_back(
      set_cookie(kSessionCookie, door.sessions.open(crypto::hash_api_key(key), now), visit.secure));
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

Drawn redirect(const std::string& address) { return {303, "", {{"Location", address}}}; }

}  // namespace certreg::web
