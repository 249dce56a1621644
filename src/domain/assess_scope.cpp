#include <fmt/format.h>

#include <algorithm>

#include "domain/assess_service.h"
#include "domain/scope_words.h"
#include "domain/words.h"

namespace certreg {
namespace {

void judge_site(const Case& facts, Reasons& reasons) {
  const auto& version = facts.version();
  const auto& site = facts.question.site;
  std::vector<std::string> names, printed;
  for (const auto& listed : version.sites) {
    names.push_back(listed.name);
    names.push_back(listed.address);
  }
  if (has_name(names, site)) {
    reasons.add(Code::SiteListed, fmt::format("The certificate lists {}.", site));
  } else if (version.sites_closed && holds_every_page(version) && !resembles_any(names, site)) {
    reasons.add(Code::SiteNotListed, AnswerValue::No,
                fmt::format("The certificate carries a closed list of sites, and {} is not on it.", site));
  } else {
    reasons.add(Code::SiteNotListed, fmt::format("The sites that we know of do not include {}.", site));
  }
}

void judge_role(const Case& facts, Reasons& reasons) {
  const auto& roles = facts.version().roles;
  const auto& role = facts.question.role;
  if (roles.empty()) {
    reasons.add(Code::ScopeUnknown,
                fmt::format("The certificate does not say whether it covers the role {}.", role));
  } else if (std::find(roles.begin(), roles.end(), role) == roles.end()) {
    reasons.add(Code::RoleMismatch, fmt::format("The certificate covers another role than {}.", role));
  }
}

void judge_nothing_named(const Case& facts, Reasons& reasons) {
  if (facts.version().all_services) {
    reasons.add(Code::AllServices, "The scope covers all services of the holder.");
  } else if (is_scope_empty(facts.version())) {
    reasons.add(Code::ScopeUnknown,
                "We hold no scope of the certificate, and the question names no service.");
  } else {
    reasons.add(Code::ServiceNotNamed,
                "The question names no service or site, so the scope cannot be compared with one.");
  }
}

// A certificate names the Statement of Applicability that it rests on: ISO/IEC 27006-1:2024, 8.2.2.
void compare_statement_of_applicability(const Case& facts, Reasons& reasons) {
  const auto& question = facts.question;
  const auto& version = facts.version();
  const auto order =
      compare_statements({question.soa_version, question.soa_date}, {version.soa_version, version.soa_date});
  const auto text = [](const std::string& number, const std::optional<Date>& date) {
    return number + (date ? (number.empty() ? "of " : " of ") + date->to_string() : "");
  };
  const auto held = text(question.soa_version, question.soa_date),
             printed = text(version.soa_version, version.soa_date);
  if (order == StatementOrder::Older || order == StatementOrder::Other) {
    reasons.add(
        Code::SoaOlder,
        fmt::format("The Statement of Applicability at hand ({}) is not the one on the certificate ({}).",
                    held, printed));
  } else if (order == StatementOrder::Newer) {
    reasons.add(
        Code::SoaNewer,
        fmt::format(
            "The Statement of Applicability at hand ({}) is newer than the one on the certificate ({}).",
            held, printed));
  }
}

}  // namespace

Answer assess_scope(const Case& facts) {
  Reasons reasons(Topic::Scope, facts.version());
  bool needs_site = facts.services.empty();
  for (const auto& service : facts.services) {
    if (judge_service(facts, service, reasons) == SiteAnswer::Open) needs_site = true;
  }
  if (needs_site && !facts.question.site.empty()) judge_site(facts, reasons);
  if (reasons.empty()) judge_nothing_named(facts, reasons);
  if (!facts.question.role.empty()) judge_role(facts, reasons);
  compare_statement_of_applicability(facts, reasons);
  return std::move(reasons).answer();
}

}  // namespace certreg
