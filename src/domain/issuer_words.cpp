#include "domain/issuer_words.h"

#include "certreg/domain/lifecycle.h"

namespace certreg {
namespace {

std::string short_name(const AccreditationBody& body) {
  return body.acronym.empty() ? body.name : body.acronym;
}

Sentence successor_of(const AccreditationBody& body, const Reference& reference) {
  const auto* successor = body.succeeded_by ? reference.find(*body.succeeded_by) : nullptr;
  return successor == nullptr ? say("word.another_body") : say("word.statement", successor->name);
}

}  // namespace

Sentence late_name(const CertificateVersion& version, const FormerName* former, const std::string& name) {
  const auto issued = version.issued ? version.issued : start_of(version);
  if (former == nullptr || !former->until || !issued || *issued <= *former->until) return {};
  return say("issuer.late_name", *issued, former->name, name, *former->until);
}

Sentence remarks_on(const Issuer& issuer, const PrintedBody& accreditor) {
  const auto& body = *accreditor.body;
  Sentence remarks;
  if (const auto* other = body.looks_like ? issuer.facts.reference.find(*body.looks_like) : nullptr)
    remarks += say("issuer.looks_like", short_name(body), short_name(*other), other->name);
  return remarks + late_name(issuer.version, former_name_of(body, accreditor.printed), body.name);
}

Sentence open_because(const Issuer& issuer, const PrintedBody& accreditor) {
  const auto& [body, printed, standing] = accreditor;
  const auto& reference = issuer.facts.reference;
  switch (standing) {
    case Standing::Suspended:
      return say("accreditor_not_recognised.suspended", body->name, issuer.on());
    case Standing::MainScopeOnly:
      return say("accreditor_not_recognised.main_scope", body->name, main_scope_of(*body, reference),
                 issuer.standard());
    case Standing::Succeeded:
      return say("accreditor_not_recognised.succeeded", body->name, *body->ended,
                 successor_of(*body, reference));
    case Standing::Recognised:
    case Standing::None:
      break;
  }
  return {};
}

}  // namespace certreg
