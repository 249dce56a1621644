// The certificates that a made-up company holds or held, each with the issues that a register keeps of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bench/world/company.h"
#include "bench/world/scope.h"
#include "certreg/domain/certificate.h"

namespace certreg::bench {

struct Issue {
  const Edition* edition = nullptr;
  std::string printed;  // the standard
  Date issued, first_issued, expires;
  int number = 1;
  CertificateStatus status = CertificateStatus::Active;
  std::optional<Date> status_from;  // for the others
};

struct IssuedCertificate {
  const Standard* standard = nullptr;
  const Body* body = nullptr;
  std::string number, parent_number;
  ScopeText scope;
  std::vector<Site> sites;
  std::vector<Issue> issues;  // oldest first, never empty
};

// At least one, at most seven; the first is to ISO/IEC 27001. Numbers of one body differ.
std::vector<IssuedCertificate> certificates_of(const Data& data, std::uint64_t seed, const Company& company);

}  // namespace certreg::bench
