#include "web/oidc_page.h"

#include "certreg/service/catalogue_feed.h"
#include "certreg/service/guests.h"
#include "web/cookies.h"

namespace certreg::web {
namespace {

using Refusal = service::OidcSignIn::Refusal;

constexpr const char* kJourneyCookie = "certreg_journey";
constexpr std::chrono::hours kGuestStays{8};

std::string_view key_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::UnknownState:
      return "sign_in.elsewhere_unknown_state";
    case Refusal::OtherIssuer:
      return "sign_in.elsewhere_other_issuer";
    case Refusal::Declined:
      return "sign_in.elsewhere_declined";
    case Refusal::NoGoodToken:
      return "sign_in.elsewhere_no_good_token";
    case Refusal::NoRole:
      return "sign_in.elsewhere_no_role";
  }
  return "sign_in.elsewhere_declined";
}

http::Header journey_ends(const Visit& visit) {
  return set_cookie(kJourneyCookie, "", visit.secure, std::chrono::seconds::zero());
}

}  // namespace

Drawn go_elsewhere(const Visit& visit, Door& door, const std::string& network) {
  const auto departure =
      door.oidc->begin(visit.services.clock.now(), own_address(query_value(visit.request, "to")), network);
  auto page = redirect(departure.address);
  page.headers.push_back(set_cookie(kJourneyCookie, departure.browser_token, visit.secure));
  return page;
}

Drawn come_back(const Visit& visit, Door& door, const PagesLog& log) {
  const auto value = [&](std::string_view name) { return query_value(visit.request, name); };
  const auto now = visit.services.clock.now();
  const auto outcome = door.oidc->finish(
      {value("code"), value("state"), value("iss"), value("error"), cookie(visit.request, kJourneyCookie)},
      now);
  if (!outcome.arrival) {
    if (log) log("oidc_refused", outcome.why);
    auto refused = sign_in_form(visit, door, 403, message(visit.language, key_of(outcome.refusal)));
    refused.headers.push_back(journey_ends(visit));
    return refused;
  }
  const auto& arrival = *outcome.arrival;
  if (visit.services.feed.users().is_blocked_guest(arrival.subject)) {
    if (log) log("oidc_refused", "blocked here");
    auto refused = sign_in_form(visit, door, 403, message(visit.language, "sign_in.elsewhere_blocked"));
    refused.headers.push_back(journey_ends(visit));
    return refused;
  }
  service::note_guest(visit.services, arrival.actor, arrival.subject);
  auto page =
      enter(visit, door, Guest{arrival.actor, arrival.subject, now + kGuestStays}, own_address(arrival.to));
  page.headers.push_back(journey_ends(visit));
  return page;
}

}  // namespace certreg::web
