// May we rely on this supplier's certificate for what we buy?
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/supplier.h"
#include "certreg/domain/verdict.h"
#include "certreg/service/services.h"

namespace certreg::service {

struct VerifyRequest {
  std::optional<SupplierId> supplier;  // this or `entity` is required
  std::string entity;                  // a legal entity's name; with `supplier`: who operates the service
  std::string standard;                // any usual spelling; required
  std::vector<std::string> services;
  std::string site, role;
  std::optional<Date> on;           // default today
  std::optional<Instant> known_at;  // default now; reference data are taken from then, too
};

struct Verification {
  Verdict verdict;
  std::optional<Supplier> supplier;  // none: nobody of that name is known, or several are
  std::vector<Supplier> candidates;  // when none was clear
  const Standard* standard = nullptr;
  std::string
      reference_note;     // a sentence when the reference data used are not those of `known_at`; else empty
  VerifyRequest request;  // as asked, `on` filled in
};

// Throws Error(Invalid) naming the field. An unknown supplier id is NotFound; an unknown entity, or nothing
// known, is a verdict (`nothing_found`).
Verification verify(Services& services, const VerifyRequest& request);

// True when it answers from memory (no `known_at`).
inline bool is_from_memory(const VerifyRequest& request) { return !request.known_at; }

}  // namespace certreg::service
