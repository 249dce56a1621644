// The portfolio as a list: what is bought from whom, how it stands today and what lapses when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/reference.h"
#include "certreg/domain/relationship.h"
#include "certreg/domain/relationship_assessment.h"
#include "certreg/domain/verdict.h"
#include "web/visit.h"

namespace certreg::web {

struct Lapse {
  Date day;              // the last that counts
  std::string what;      // name of the standard
  bool claimed = false;  // the day is only said; no certificate is held
  bool operator==(const Lapse&) const = default;
};

struct PortfolioRow {
  RelationshipId id;
  std::string reference, supplier;
  std::string operated_by;                // empty: by the supplier itself
  std::optional<SupplierId> supplier_id;  // of the register, of who operates it; none: nobody has said which
  std::vector<std::string> services;
  std::string tier;  // id
  Person owner;
  Outcome outcome = Outcome::Undecided;
  std::vector<Lapse> lapses;  // the earliest first, each once
};

// The earliest first, each once; what is only said stands apart from what a certificate says.
std::vector<Lapse> lapses_of(const Assessment& assessment, const Reference& reference);

// All that are current today, by the first lapse; those without one last.
std::vector<PortfolioRow> portfolio_rows(const Visit& visit);

// The first lapse that is today or later; null when there is none.
const Lapse* next_lapse(const PortfolioRow& row, Date today);

}  // namespace certreg::web
