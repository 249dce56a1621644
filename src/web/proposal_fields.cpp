#include "web/proposal_fields.h"

#include <algorithm>

#include "certreg/domain/names.h"
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
    {"services", "services", FieldKind::Names},
    {"scope_items", "scope_items", FieldKind::Entries},
    {"sites", "sites", FieldKind::Sites},
    {"accreditations", "accreditations", FieldKind::Accreditations},
    {"soa_version", "soa_version", FieldKind::Text},
    {"soa_date", "soa_date", FieldKind::Day},
    {"parent_number", "parent_number", FieldKind::Text},
};

const std::string* text_of(std::string_view name, const CertificateVersion& version) {
  if (name == "edition") return &version.edition;
  if (name == "number") return &version.number;
  if (name == "issue_number") return &version.issue_number;
  if (name == "scope") return &version.scope;
  if (name == "soa_version") return &version.soa_version;
  return name == "parent_number" ? &version.parent_number : nullptr;
}

std::optional<Date> day_of_field(std::string_view name, const CertificateVersion& version) {
  if (name == "issued") return version.issued;
  if (name == "valid_from") return version.valid_from;
  if (name == "expires") return version.expires;
  if (name == "decided") return version.decided;
  if (name == "first_issued") return version.first_issued;
  if (name == "previous_expiry") return version.previous_expiry;
  return name == "soa_date" ? version.soa_date : version.recertification_audited;
}

std::vector<std::string> one(const std::string& text) {
  return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{text};
}

std::string standard_line(const CertificateVersion& version, const Reference& reference) {
  if (!version.standard_printed.empty()) return version.standard_printed;
  const auto* standard = reference.find(version.standard);
  return standard != nullptr ? standard->name : version.standard.value;
}

std::vector<std::string> status_lines(const CertificateVersion& version, Language language) {
  std::vector<std::string> lines;
  for (const auto& interval : version.statuses) {
    const auto* key = interval.status == CertificateStatus::Suspended   ? "status.suspended"
                      : interval.status == CertificateStatus::Withdrawn ? "status.withdrawn"
                                                                        : "status.active";
    auto line = message(language, key, {{"from", day_text(interval.from, language)}});
    if (interval.until) line += " – " + day_text(*interval.until, language);
    lines.push_back(std::move(line));
  }
  return lines;
}

template <class Items, class Words>
std::vector<std::string> each(const Items& items, Words words) {
  std::vector<std::string> lines;
  for (const auto& item : items) lines.push_back(words(item));
  return lines;
}

std::string folded(const std::vector<std::string>& lines) {
  std::string all;
  for (const auto& line : lines) all += normalise_name(line) + "\n";
  return all;
}

}  // namespace

std::span<const Field> review_fields() { return kFields; }

const Field* field_of_member(std::string_view path) {
  constexpr std::string_view prefix = "corrections.";
  if (path.starts_with(prefix)) path.remove_prefix(prefix.size());
  auto member = path.substr(0, path.find_first_of(".["));
  if (member == "issuer_printed") member = "issuer";
  for (const auto& field : kFields)
    if (field.member == member) return &field;
  return nullptr;
}

std::vector<std::string> lines_of(const Field& field, const CertificateVersion& version,
                                  const Reference& reference, Language language) {
  switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
      return one(*text_of(field.name, version));
    case FieldKind::Day: {
      const auto day = day_of_field(field.name, version);
      return one(day ? day_text(*day, language) : std::string());
    }
    case FieldKind::Standard:
      return one(standard_line(version, reference));
    case FieldKind::Holder:
      return each(version.holders, [](const Holder& holder) { return holder.name; });
    case FieldKind::Issuer:
      return one(version.issuer_printed);
    case FieldKind::Names:
      return field.name == "services" ? version.services : version.exclusions;
    case FieldKind::Sites:
      return each(version.sites,
                  [](const Site& site) { return site.name.empty() ? site.address : site.name; });
    case FieldKind::Accreditations:
      return each(version.accreditations, [](const PrintedAccreditation& one_of) { return one_of.printed; });
    case FieldKind::Entries:
      return each(version.scope_items, [](const ScopeItem& item) { return item.name; });
    case FieldKind::Statuses:
      return status_lines(version, language);
  }
  return {};
}

bool says_the_same(const Field& field, const CertificateVersion& left, const CertificateVersion& right,
                   const Reference& reference) {
  if (field.kind == FieldKind::Standard) return left.standard == right.standard;
  if (field.kind == FieldKind::Issuer && left.issuer && right.issuer) return left.issuer == right.issuer;
  if (field.name == "number") return normalise_number(left.number) == normalise_number(right.number);
  return folded(lines_of(field, left, reference, Language::English)) ==
         folded(lines_of(field, right, reference, Language::English));
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
  }
  return "doubtful";
}

std::vector<const Quote*> quotes_of(const Field& field, const CertificateVersion& version) {
  std::vector<const Quote*> quotes;
  for (const auto& quote : version.quotes)
    if (reading::proves(quote, field.name)) quotes.push_back(&quote);
  return quotes;
}

const reading::Ambiguity* ambiguity_of(const Field& field, const reading::Draft& draft) {
  const auto found = std::ranges::find(draft.ambiguities, field.name, &reading::Ambiguity::field);
  return found == draft.ambiguities.end() ? nullptr : &*found;
}

Sureness sureness_of(const Field& field, const reading::Draft& draft, bool has_value) {
  if (ambiguity_of(field, draft) != nullptr) return Sureness::LeftOpen;
  if (!has_value) return Sureness::NotFound;
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
