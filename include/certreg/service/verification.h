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

// What an answer from memory is made from.
struct VerifyBasis {
  std::uint64_t supplier_changes = 0;  // of the catalogue when the supplier was looked for
  catalogue::SupplierPtr supplier;
  std::vector<catalogue::RecordPtr> certificates;
  const WorldData* world = nullptr;
  Date today;
};

// nullopt when the answer may depend on more: no supplier or several are meant, or it is about the past.
std::optional<VerifyBasis> basis_of(const Services& services, const VerifyRequest& request);

// Whether the same question is answered from the same now. Notes up to when it was.
bool still_holds(const Services& services, const VerifyRequest& request, VerifyBasis& basis);

// Whether nothing was found, which depends on where was looked.
bool found_nothing(const Verdict& verdict);

// True when it answers from memory (no `known_at`).
inline bool is_from_memory(const VerifyRequest& request) { return !request.known_at; }

}  // namespace certreg::service
