// How an accreditation body stands in the arrangements of accreditation bodies.
#pragma once

#include "certreg/domain/reference.h"

namespace certreg {

// Recognised: for the standard, or for the main scope where no recognition of anybody names the standard, so
// that there is no sub-scope to ask for. MainScopeOnly: there is one, and whether this body's recognition
// covers it is not known. Suspended: by any arrangement. Succeeded: it had ended, and another body took its
// place.
enum class Standing { Recognised, MainScopeOnly, Suspended, Succeeded, None };

// A recognition counts within its own dates and its arrangement's.
Standing standing_on(Date on, const AccreditationBody& body, const StandardId& standard,
                     const Reference& reference);

// The main scope as the body's arrangements call it.
std::string main_scope_of(const AccreditationBody& body, const Reference& reference);

}  // namespace certreg
