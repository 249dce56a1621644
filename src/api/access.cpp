#include "api/access.h"

#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/keys.h"

namespace certreg::api {
namespace {

constexpr std::string_view kScheme = "bearer ";

std::string_view key_in(const http::Request& request) {
  const auto* field = request.header("Authorization");
  if (field == nullptr) throw Error(ErrorKind::Unauthorized, "Send an API key as Authorization: Bearer KEY");
  const std::string_view text = *field;
  if (request.count("Authorization") > 1 || text.size() <= kScheme.size() ||
      !http::is_same_name(text.substr(0, kScheme.size()), kScheme))
    throw Error(ErrorKind::Unauthorized, "Authorization must be one field of the form: Bearer KEY");
  return text.substr(kScheme.size());
}

}  // namespace

service::Actor authorised(const http::Request& request, service::Services& services, service::Role needed,
                          Instant now) {
  auto actor = services.keys.authenticate(key_in(request), now);
  if (!actor) {
    if (!services.feed.state().loaded)
      throw Error(ErrorKind::Unavailable, "The register is still being loaded");
    throw Error(ErrorKind::Unauthorized, "The API key is unknown, revoked or expired");
  }
  if (actor->role < needed)
    throw Error(ErrorKind::Forbidden, "This needs the role " + std::string(to_string(needed)) +
                                          "; the key has the role " + std::string(to_string(actor->role)));
  return *std::move(actor);
}

}  // namespace certreg::api
