#include "web/review_summary.h"

#include <algorithm>

#include "certreg/domain/harmless.h"
#include "web/outcome_view.h"
#include "web/told.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostRows = 120;
constexpr std::string_view kNoTier = "none";  // as reviews call it

Data tier_view(const PortfolioRow& row, Language language) {
  Data view;
  view.set("tier_name", harmless(row.tier == kNoTier ? message(language, "portfolio.no_tier")
                                                     : tier_word(row.tier, language)));
  view.set("not_satisfied", number_text(row.not_satisfied, language));
  view.set("undecided", number_text(row.undecided, language));
  view.set("satisfied", number_text(row.satisfied, language));
  view.set("open_findings", number_text(row.open_findings, language));
  view.set("decided_findings", number_text(row.decided_findings, language));
  return view;
}

Data supplier_view(const SupplierReview& one, Language language) {
  std::string services;
  for (const auto& service : one.relationship.services) services += (services.empty() ? "" : ", ") + service;
  const auto open =
      std::count_if(one.findings.begin(), one.findings.end(), [](const ReviewedFinding& finding) {
        return finding.state == FindingState::Open && !finding.decision;
      });
  const auto failed = std::count_if(one.checks.begin(), one.checks.end(),
                                    [](const ReviewedCheck& check) { return !check.succeeded; });
  Data view;
  view.set("supplier", harmless(one.relationship.supplier.name));
  view.set("is_matched", one.supplier.has_value());
  view.set("supplier_id", one.supplier ? one.supplier->id.value : std::string());
  view.set("reference", harmless(one.relationship.reference));
  view.set("tier", harmless(tier_word(one.tier, language)));
  view.set("services", harmless(services));
  view.set("open", std::to_string(open));
  view.set("decided", std::to_string(static_cast<std::ptrdiff_t>(one.findings.size()) - open));
  view.set("some_failed", failed > 0);
  view.set("failed", std::to_string(failed));
  set_outcome(view, one.outcome, language);
  return view;
}

}  // namespace

std::string short_version(const std::string& version) {
  constexpr std::size_t enough = 12;
  return version.size() <= enough ? version : version.substr(0, enough) + "…";
}

Data review_summary(const Review& review, const Visit& visit) {
  Data tiers{Data::type::list}, suppliers{Data::type::list};
  for (const auto& row : review.portfolio) tiers.push_back(tier_view(row, visit.language));
  for (const auto& one : review.suppliers) {
    if (suppliers.list_value().size() == kMostRows) break;
    suppliers.push_back(supplier_view(one, visit.language));
  }
  Data view;
  view.set("heading", harmless(review.title));
  view.set("on_day", day_text(review.on, visit.language));
  view.set("known_text", instant_text(review.known_at.value_or(review.prepared_at), visit.language));
  view.set("policy", std::to_string(review.policy_version));
  view.set("reference_data", short_version(review.reference_version));
  view.set("has_tiers", !review.portfolio.empty());
  view.set("tiers", tiers);
  view.set("suppliers", suppliers);
  view.set("has_more", review.suppliers.size() > kMostRows);
  view.set(
      "more",
      message(visit.language, "review.more",
              {{"shown", number_text(kMostRows, visit.language)},
               {"all", number_text(static_cast<std::int64_t>(review.suppliers.size()), visit.language)}}));
  return view;
}

}  // namespace certreg::web
