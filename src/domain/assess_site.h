// Whether the certificate covers the site or region that is asked for.
#pragma once

#include "domain/assessment.h"
#include "domain/scope_places.h"

namespace certreg {

void judge_site(const Case& facts, const PlaceNames& places, Reasons& reasons);

}  // namespace certreg
