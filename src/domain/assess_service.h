// Whether the scope covers one service that is asked for.
#pragma once

#include <string>

#include "domain/assessment.h"
#include "domain/scope_places.h"
#include "domain/scope_text.h"

namespace certreg {

bool holds_every_page(const CertificateVersion& version);
bool is_scope_empty(const CertificateVersion& version);
// All services of the holder, none left out.
bool covers_all_services(const Case& facts, const ScopeText& scope);

// Given: the list of services says where this one is in scope, so that the certificate's sites need not.
enum class SiteAnswer { Open, Given };
SiteAnswer judge_service(const Case& facts, const std::string& service, const PlaceNames& places,
                         Reasons& reasons);

}  // namespace certreg
