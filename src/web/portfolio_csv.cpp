#include "web/portfolio_csv.h"

#include "web/csv_download.h"
#include "web/portfolio_filter.h"

namespace certreg::web {
namespace {

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : "; ") + item;
  return all;
}

// "2027-01-31 ISO/IEC 27001 (only said)".
std::string lapses_text(const PortfolioRow& row) {
  std::vector<std::string> all;
  for (const auto& lapse : row.lapses)
    all.push_back(lapse.day.to_string() + " " + lapse.what + (lapse.claimed ? " (only said)" : ""));
  return joined(all);
}

std::string_view evidence_of(const Lapse& lapse) { return lapse.claimed ? "claimed" : "certificate"; }

void add(CsvDownload& table, const PortfolioRow& row, Date today) {
  const auto* next = next_lapse(row, today);
  table.add({row.reference, row.supplier, row.operated_by, row.supplier_id ? row.supplier_id->value : "",
             joined(row.services), row.tier, to_string(row.outcome), row.owner.name, row.owner.email,
             next != nullptr ? next->day.to_string() : "", next != nullptr ? next->what : "",
             next != nullptr ? evidence_of(*next) : "", lapses_text(row)});
}

}  // namespace

Drawn portfolio_csv(const Visit& visit) {
  const auto today = visit.services.clock.today();
  CsvDownload table({"reference", "supplier", "operated_by", "supplier_id", "services", "tier", "outcome",
                     "owner_name", "owner_email", "next_lapse", "next_lapse_of", "next_lapse_evidence",
                     "all_ends"});
  for (const auto& row : filtered(portfolio_rows(visit), portfolio_filter_in(visit.request), today))
    add(table, row, today);
  return std::move(table).finish("portfolio.csv");
}

}  // namespace certreg::web
