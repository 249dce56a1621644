// What the look-up form was filled in with.
#pragma once

#include "certreg/service/verification.h"
#include "web/visit.h"

namespace certreg::web {

struct LookupForm {
  std::string supplier;  // id, when one was chosen
  std::string entity, standard, service, site, on, known_at;
};

LookupForm form_in(const http::Request& request);
Data form_view(const LookupForm& form, const service::Services& services);

// Throws Error(Invalid) naming the field.
service::VerifyRequest question_of(const LookupForm& form);

// The address that asks the same, of that day and as known at that instant.
std::string address_of(const service::VerifyRequest& question, const std::optional<Instant>& known_at);

}  // namespace certreg::web
