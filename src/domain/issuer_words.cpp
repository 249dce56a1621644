#include "domain/issuer_words.h"

#include <fmt/format.h>

#include "certreg/domain/lifecycle.h"

namespace certreg {
namespace {

std::string short_name(const AccreditationBody& body) {
  return body.acronym.empty() ? body.name : body.acronym;
}

std::string successor_of(const AccreditationBody& body, const Reference& reference) {
  const auto* successor = body.succeeded_by ? reference.find(*body.succeeded_by) : nullptr;
  return successor == nullptr ? "another body" : successor->name;
}

}  // namespace

std::string late_name(const CertificateVersion& version, const FormerName* former, const std::string& name) {
  const auto issued = version.issued ? version.issued : start_of(version);
  if (former == nullptr || !former->until || !issued || *issued <= *former->until) return {};
  return fmt::format(" The certificate of {} still says {}, as {} was called until {}.", issued->to_string(),
                     former->name, name, former->until->to_string());
}

std::string remarks_on(const Issuer& issuer, const PrintedBody& accreditor) {
  const auto& body = *accreditor.body;
  std::string remarks;
  if (const auto* other = body.looks_like ? issuer.facts.reference.find(*body.looks_like) : nullptr)
    remarks += fmt::format(" {} is not {}, the {}.", short_name(body), short_name(*other), other->name);
  return remarks + late_name(issuer.version, former_name_of(body, accreditor.printed), body.name);
}

std::string open_because(const Issuer& issuer, const PrintedBody& accreditor) {
  const auto& [body, printed, standing] = accreditor;
  const auto& reference = issuer.facts.reference;
  switch (standing) {
    case Standing::Suspended:
      return fmt::format("The recognition of {}, which the certificate names, is suspended on {}.",
                         body->name, issuer.on().to_string());
    case Standing::MainScopeOnly:
      return fmt::format(
          "{}, which the certificate names, is recognised for {}; whether for {}, too, we do not know.",
          body->name, main_scope_of(*body, reference), issuer.standard());
    case Standing::Succeeded:
      return fmt::format(
          "{}, which the certificate names, ended on {}; {} took its place, and we do not know whether it "
          "took over this accreditation.",
          body->name, body->ended->to_string(), successor_of(*body, reference));
    case Standing::Recognised:
    case Standing::None:
      break;
  }
  return {};
}

}  // namespace certreg
