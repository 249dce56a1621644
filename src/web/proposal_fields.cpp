#include "web/proposal_fields.h"

#include <algorithm>

#include "certreg/reading/certainty.h"

namespace certreg::web {
namespace {

constexpr Field kFields[] = {
    {"standard", "standard", FieldKind::Standard, true},
    {"edition", "edition", FieldKind::Text, true},
    {"holder", "holders", FieldKind::Holder, true},
    {"number", "number", FieldKind::Text, true},
    {"issuer", "issuer", FieldKind::Issuer, true},
    {"issued", "issued", FieldKind::Day, true},
    {"valid_from", "valid_from", FieldKind::Day},
    {"expires", "expires", FieldKind::Day, true},
    {"decided", "decided", FieldKind::Day},
    {"first_issued", "first_issued", FieldKind::Day},
    {"previous_expiry", "previous_expiry", FieldKind::Day},
    {"recertification_audited", "recertification_audited", FieldKind::Day},
    {"issue_number", "issue_number", FieldKind::Text},
    {"statuses", "statuses", FieldKind::Statuses},
    {"scope", "scope", FieldKind::LongText, true},
    {"exclusions", "exclusions", FieldKind::Names},
    {"all_services", "all_services", FieldKind::Told},
    {"services", "services", FieldKind::Names},
    {"scope_items", "scope_items", FieldKind::Entries},
    {"services_closed", "services_closed", FieldKind::Told},
    {"sites", "sites", FieldKind::Sites},
    {"sites_closed", "sites_closed", FieldKind::Told},
    {"roles", "roles", FieldKind::Told},
    {"accreditations", "accreditations", FieldKind::Accreditations},
    {"soa_version", "soa_version", FieldKind::Text},
    {"soa_date", "soa_date", FieldKind::Day},
    {"form", "form", FieldKind::Told},
    {"parent_number", "parent_number", FieldKind::Text},
    {"pages_held", "pages_held", FieldKind::Told},
    {"declared_absent", "declared_absent", FieldKind::Told},
    {"evidence", "evidence", FieldKind::Told, false, true},
};

}  // namespace

std::span<const Field> review_fields() { return kFields; }

bool is_list(FieldKind kind) {
  return kind == FieldKind::Holder || kind == FieldKind::Names || kind == FieldKind::Sites ||
         kind == FieldKind::Accreditations || kind == FieldKind::Entries || kind == FieldKind::Statuses;
}

const Field* field_of_member(std::string_view path) {
  constexpr std::string_view prefix = "corrections.";
  if (path.starts_with(prefix)) path.remove_prefix(prefix.size());
  auto member = path.substr(0, path.find_first_of(".["));
  if (member == "issuer_printed") member = "issuer";
  if (member == "expiry_kind") member = "expires";
  if (member == "pages_stated") member = "pages_held";
  for (const auto& field : kFields)
    if (field.member == member) return &field;
  return nullptr;
}

std::string_view to_string(Sureness sureness) {
  switch (sureness) {
    case Sureness::Sure:
      return "sure";
    case Sureness::Doubtful:
      return "doubtful";
    case Sureness::LeftOpen:
      return "left_open";
    case Sureness::NotFound:
      return "not_found";
    case Sureness::ByPerson:
      return "by_person";
    case Sureness::Unquoted:
      return "unquoted";
    case Sureness::Computed:
      return "computed";
  }
  return "doubtful";
}

std::vector<const Quote*> quotes_of(const Field& field, const CertificateVersion& version) {
  std::vector<const Quote*> own, others;
  for (const auto& quote : version.quotes) {
    if (!reading::proves(quote, field.name)) continue;
    (quote.field.starts_with(field.name) ? own : others).push_back(&quote);
  }
  return own.empty() ? others : own;
}

const reading::Ambiguity* ambiguity_of(const Field& field, const reading::Draft& draft) {
  const auto found = std::ranges::find(draft.ambiguities, field.name, &reading::Ambiguity::field);
  return found == draft.ambiguities.end() ? nullptr : &*found;
}

Sureness sureness_of(const Field& field, const reading::Draft& draft, bool has_value) {
  if (ambiguity_of(field, draft) != nullptr) return Sureness::LeftOpen;
  if (!has_value) return Sureness::NotFound;
  if (field.is_computed) return Sureness::Computed;
  switch (reading::certainty_of(draft.version, field.name)) {
    case reading::Certainty::Certain:
      return Sureness::Sure;
    case reading::Certainty::ByPerson:
      return Sureness::ByPerson;
    case reading::Certainty::Doubtful:
      return Sureness::Doubtful;
    case reading::Certainty::Unquoted:
      break;
  }
  return Sureness::Unquoted;
}

bool is_to_look_at(Sureness sureness) {
  return sureness == Sureness::LeftOpen || sureness == Sureness::Doubtful || sureness == Sureness::Unquoted;
}

}  // namespace certreg::web
