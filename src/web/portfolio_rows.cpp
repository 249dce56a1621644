#include "web/portfolio_rows.h"

#include <algorithm>
#include <tuple>

#include "certreg/service/assessments.h"

namespace certreg::web {
namespace {

std::string standard_name(const StandardId& id, const Reference& reference) {
  const auto* standard = reference.find(id);
  return standard != nullptr ? standard->name : id.value;
}

// An answer's day counts as known only when each certificate that it rests on is held.
std::optional<Lapse> lapse_of(const StandardAnswer& answer, const Reference& reference) {
  const auto day = end_of(answer);
  if (!day) return std::nullopt;
  const auto& parts = answer.verdict->parts;  // what has an end has been judged
  const bool claimed = std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.effective_end && part.certificate && part.certificate->evidence == EvidenceLevel::Claimed;
  });
  return Lapse{*day, standard_name(answer.standard, reference), claimed};
}

PortfolioRow row_of(const service::AssessedRelationship& one, const Reference& reference) {
  const auto& relationship = one.relationship();
  PortfolioRow row;
  row.id = relationship.id;
  row.reference = relationship.reference;
  row.supplier = relationship.supplier.name;
  if (relationship.provider) row.operated_by = relationship.provider->name;
  if (one.provider && one.provider->supplier) row.supplier_id = one.provider->supplier->id;
  row.services = relationship.services;
  row.tier = relationship.tier;
  row.owner = relationship.owner;
  row.outcome = one.assessment->outcome;
  row.lapses = lapses_of(*one.assessment, reference);
  return row;
}

bool is_before(const PortfolioRow& left, const PortfolioRow& right) {
  const auto place = [](const PortfolioRow& row) {
    const bool endless = row.lapses.empty();
    return std::tuple(endless, endless ? std::chrono::sys_days{} : row.lapses.front().day.days(),
                      std::string_view(row.supplier), std::string_view(row.id.value));
  };
  return place(left) < place(right);
}

}  // namespace

std::vector<Lapse> lapses_of(const Assessment& assessment, const Reference& reference) {
  std::vector<Lapse> lapses;
  for (const auto& answer : assessment.answers) {
    auto lapse = lapse_of(answer, reference);
    if (lapse && std::find(lapses.begin(), lapses.end(), *lapse) == lapses.end())
      lapses.push_back(*std::move(lapse));
  }
  std::stable_sort(lapses.begin(), lapses.end(),
                   [](const Lapse& left, const Lapse& right) { return left.day < right.day; });
  return lapses;
}

std::vector<PortfolioRow> portfolio_rows(const Visit& visit) {
  std::vector<PortfolioRow> rows;
  service::assess_portfolio(visit.services, {visit.services.clock.today(), {}},
                            [&](const std::vector<service::AssessedRelationship>& batch) {
                              for (const auto& one : batch)
                                rows.push_back(row_of(one, visit.services.reference()));
                            });
  std::sort(rows.begin(), rows.end(), is_before);
  return rows;
}

const Lapse* next_lapse(const PortfolioRow& row, Date today) {
  for (const auto& lapse : row.lapses)
    if (lapse.day >= today) return &lapse;
  return nullptr;
}

}  // namespace certreg::web
