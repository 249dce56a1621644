#include <algorithm>

#include "domain/assess_service.h"
#include "domain/assess_site.h"
#include "domain/scope_naming.h"
#include "domain/scope_roles.h"
#include "domain/scope_words.h"

namespace certreg {
namespace {

struct Roles {
  std::vector<std::string> stated;
  std::string_view quote;  // of the scope's text; empty when they do not come from it
};

Roles roles_of(const CertificateVersion& version, const ScopeText& text, const ScopeVocabulary& words) {
  if (!version.roles.empty()) return {version.roles, {}};
  Roles roles;
  for (const auto& role : stated_roles(text, words)) {
    roles.stated.push_back(role.role);
    roles.quote = role.quote;
  }
  return roles;
}

struct RoleWord {
  std::string_view role;
  SentenceId word;
};
constexpr RoleWord kRoleWords[] = {{"controller", "word.role_controller"},
                                   {"processor", "word.role_processor"},
                                   {"cloud_provider", "word.role_cloud_provider"},
                                   {"cloud_customer", "word.role_cloud_customer"}};

Sentence word_of(const std::string& role) {
  const auto* found = std::ranges::find(kRoleWords, role, &RoleWord::role);
  return found == std::end(kRoleWords) ? say("word.statement", role) : say(found->word);
}

bool holds(const std::vector<std::string>& roles, const std::string& role) {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// ISO/IEC 27018 is for processors, so that a certificate to it need not say so; ISO/IEC 27017 is for either
// side, and says by itself nothing of which one is meant.
void judge_unstated_role(const Case& facts, Reasons& reasons) {
  const auto& role = facts.question.role;
  const auto* standard = facts.reference.find(facts.version().standard);
  const auto written_for = standard == nullptr ? std::vector<std::string>{} : standard->roles;
  if (written_for == std::vector<std::string>{role}) return;
  if (written_for.empty() || holds(written_for, role))
    reasons.add(Code::ScopeUnknown, say("scope_unknown.role", word_of(role)));
  else
    reasons.add(Code::ScopeUnknown, say("scope_unknown.other_role", standard->name, word_of(role)));
}

void judge_role(const Case& facts, Reasons& reasons) {
  const ScopeText text(facts.version().scope);
  const auto roles = roles_of(facts.version(), text, facts.reference.scope_words());
  const auto& role = facts.question.role;
  if (roles.stated.empty()) {
    judge_unstated_role(facts, reasons);
  } else if (!holds(roles.stated, role)) {
    reasons.add(Code::RoleMismatch, say("role_mismatch", word_of(role)));
    reasons.quoting_words("scope", roles.quote);
  }
}

void judge_nothing_named(const Case& facts, Reasons& reasons) {
  if (covers_all_services(facts, ScopeText(facts.version().scope))) {
    reasons.add(Code::AllServices, say("all_services.nothing_asked"));
  } else if (is_scope_empty(facts.version())) {
    reasons.add(Code::ScopeUnknown, say("scope_unknown.nothing_asked"));
  } else {
    reasons.add(Code::ServiceNotNamed, say("service_not_named.nothing_asked"));
  }
}

// A certificate names the Statement of Applicability that it rests on: ISO/IEC 27006-1:2024, 8.2.2.
void compare_statement_of_applicability(const Case& facts, Reasons& reasons) {
  const auto& question = facts.question;
  const auto& version = facts.version();
  const auto order =
      compare_statements({question.soa_version, question.soa_date}, {version.soa_version, version.soa_date});
  const auto text = [](const std::string& number, const std::optional<Date>& date) {
    if (!date) return say("word.statement", number);
    return number.empty() ? say("word.of_day", *date) : say("word.dated", number, *date);
  };
  const auto held = text(question.soa_version, question.soa_date),
             printed = text(version.soa_version, version.soa_date);
  if (order == StatementOrder::Older || order == StatementOrder::Other) {
    reasons.add(Code::SoaOlder, say("soa_older", held, printed));
  } else if (order == StatementOrder::Newer) {
    reasons.add(Code::SoaNewer, say("soa_newer", held, printed));
  }
}

}  // namespace

Answer assess_scope(const Case& facts) {
  Reasons reasons(Topic::Scope, facts.version());
  const PlaceNames places(facts.version(), facts.supplier, facts.reference);
  bool needs_site = facts.services.empty();
  for (const auto& service : facts.services) {
    if (judge_service(facts, service, places, reasons) == SiteAnswer::Open) needs_site = true;
  }
  if (needs_site && !facts.question.site.empty()) judge_site(facts, places, reasons);
  if (reasons.empty()) judge_nothing_named(facts, reasons);
  if (!facts.question.role.empty()) judge_role(facts, reasons);
  compare_statement_of_applicability(facts, reasons);
  return std::move(reasons).answer();
}

}  // namespace certreg
