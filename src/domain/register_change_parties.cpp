#include <algorithm>

#include "certreg/domain/names.h"
#include "domain/assessment.h"
#include "domain/register_change_parts.h"

namespace certreg {
namespace {

// "changed its issuer from A to B", "now states ...", "no longer states ..."
std::string moved(const char* what, const std::string& before, const std::string& after) {
  if (before.empty()) return std::string(" now states its ") + what + ", " + after + ".";
  if (after.empty()) return std::string(" no longer states its ") + what + "; it was " + before + ".";
  return std::string(" changed its ") + what + " from " + before + " to " + after + ".";
}

RegisterChanges number_changes(const VersionPair& pair) {
  const auto &before = pair.before.number, &after = pair.after.number;
  if (normalise_number(before) == normalise_number(after)) return {};
  const auto subject = "The " + standard_name(pair.reference, pair.after.standard) + " certificate of " +
                       holder_or_supplier(pair.after);
  return {{ChangeKind::NumberChanged, after.empty(), subject + moved("number", before, after), "number",
           before, after}};
}

bool is_same_issuer(const CertificateVersion& before, const CertificateVersion& after) {
  if (before.issuer && after.issuer) return *before.issuer == *after.issuer;
  return normalise_name(before.issuer_printed) == normalise_name(after.issuer_printed);
}

RegisterChanges issuer_changes(const VersionPair& pair) {
  const auto before = issuer_name(pair.before, pair.reference),
             after = issuer_name(pair.after, pair.reference);
  if (before == after || is_same_issuer(pair.before, pair.after)) return {};
  return {{ChangeKind::IssuerChanged, !before.empty(),
           "The " + subject_of(pair.after, pair.reference) + moved("issuer", before, after), "issuer", before,
           after}};
}

std::vector<std::string> other_holders(const CertificateVersion& version) {
  std::vector<std::string> names;
  for (std::size_t i = 1; i < version.holders.size(); ++i) names.push_back(version.holders[i].name);
  return names;
}

std::string taken_over(const VersionPair& pair, const std::string& before, const std::string& after) {
  const auto subject = "The " + subject_of(pair.after, pair.reference);
  if (before.empty() || after.empty()) return subject + moved("holder", before, after);
  return subject + " is now another company's: its holder is " + after + " instead of " + before + ".";
}

RegisterChanges main_holder_changes(const VersionPair& pair) {
  const auto before = holder_name(pair.before), after = holder_name(pair.after);
  if (normalise_name(before) == normalise_name(after)) return {};
  return {{ChangeKind::HolderChanged, !before.empty(), taken_over(pair, before, after), "holders", before,
           after}};
}

RegisterChanges other_holder_changes(const VersionPair& pair) {
  const auto before = other_holders(pair.before), after = other_holders(pair.after);
  const auto subject = "The " + subject_of(pair.after, pair.reference);
  RegisterChanges all;
  if (const auto gone = names_missing(before, after); !gone.empty())
    all.push_back({ChangeKind::HolderChanged, true,
                   subject + " no longer names " + listed(gone) + " beside its holder.", "holders",
                   listed(gone), ""});
  if (const auto fresh = names_missing(after, before); !fresh.empty())
    all.push_back({ChangeKind::HolderChanged, false,
                   subject + " now also names " + listed(fresh) + " beside its holder.", "holders", "",
                   listed(fresh)});
  return all;
}

std::vector<std::string> accreditors(const CertificateVersion& version, const Reference& reference) {
  std::vector<std::string> names;
  for (const auto& accreditation : version.accreditations) {
    const auto* body = accreditation.body ? reference.find(*accreditation.body) : nullptr;
    names.push_back(body ? body->name : accreditation.printed);
  }
  return names;
}

RegisterChanges accreditation_changes(const VersionPair& pair) {
  const auto before = accreditors(pair.before, pair.reference),
             after = accreditors(pair.after, pair.reference);
  const auto lost = names_missing(before, after), gained = names_missing(after, before);
  if (lost.empty() && gained.empty()) return {};
  auto sentence = "The " + subject_of(pair.after, pair.reference);
  if (!lost.empty()) sentence += " no longer names the accreditation by " + listed(lost);
  if (!gained.empty())
    sentence += std::string(lost.empty() ? "" : " and") + " now names the accreditation by " + listed(gained);
  return {{ChangeKind::AccreditationChanged, !lost.empty(), sentence + ".", "accreditations", listed(before),
           listed(after)}};
}

}  // namespace

RegisterChanges party_changes(const VersionPair& pair) {
  RegisterChanges all;
  for (auto* changes :
       {number_changes, issuer_changes, main_holder_changes, other_holder_changes, accreditation_changes})
    for (auto& change : changes(pair)) all.push_back(std::move(change));
  return all;
}

}  // namespace certreg
