#include "web/proposal_lines.h"

#include <algorithm>
#include <functional>
#include <set>

#include "certreg/domain/names.h"
#include "web/entry_words.h"

namespace certreg::web {
namespace {

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

std::vector<std::string> said_if(bool holds, std::string_view key, Language language) {
  return holds ? one(message(language, key)) : std::vector<std::string>{};
}

std::string standard_line(const CertificateVersion& version, const Reference& reference) {
  if (!version.standard_printed.empty()) return version.standard_printed;
  const auto* standard = reference.find(version.standard);
  return standard != nullptr ? standard->name : version.standard.value;
}

// The kind of the last day goes with the day.
std::vector<std::string> day_lines(const Field& field, const CertificateVersion& version, Language language) {
  const auto day = day_of_field(field.name, version);
  auto text = day ? day_text(*day, language) : std::string();
  if (field.name == "expires" && version.expiry_kind == ExpiryKind::RecertificationDue)
    text += (day ? "; " : "") + message(language, "value.recertification_due");
  return one(text);
}

// The body's own name too, or that it is none that the register knows.
std::vector<std::string> issuer_lines(const CertificateVersion& version, const Reference& reference,
                                      Language language) {
  const auto* body = version.issuer ? reference.find(*version.issuer) : nullptr;
  if (body == nullptr && version.issuer_printed.empty()) return {};
  if (body == nullptr) return one(version.issuer_printed + "; " + message(language, "entry.unknown_body"));
  if (version.issuer_printed.empty() || version.issuer_printed == body->name) return one(body->name);
  return one(version.issuer_printed + "; " + body->name);
}

template <class Items, class Words>
std::vector<std::string> each(const Items& items, Words words) {
  std::vector<std::string> lines;
  for (const auto& item : items) lines.push_back(words(item));
  return lines;
}

template <class Items>
std::vector<std::string> each_in_words(const Items& items, Language language) {
  return each(items, [&](const auto& item) { return words_of(item, language); });
}

std::vector<std::string> pages_lines(const CertificateVersion& version, Language language) {
  if (version.pages_stated == 0) return {};  // nothing says how many there are
  return one(message(
      language, "value.pages",
      {{"held", std::to_string(version.pages_held)}, {"stated", std::to_string(version.pages_stated)}}));
}

std::vector<std::string> form_lines(const std::optional<ExtensionForm>& form, Language language) {
  if (!form) return {};
  constexpr std::string_view keys[] = {"value.form.sheet", "value.form.reference", "value.form.words"};
  return one(message(language, keys[static_cast<std::size_t>(*form)]));
}

std::vector<std::string> evidence_lines(const CertificateVersion& version, Language language) {
  constexpr std::string_view levels[] = {"evidence.claimed", "evidence.documented", "evidence.signed",
                                         "evidence.registered"};
  auto text = message(language, levels[static_cast<std::size_t>(version.evidence)]);
  if (version.signature == SignatureState::Broken) text += "; " + message(language, "value.signature_broken");
  if (version.signature == SignatureState::SignedByOther)
    text += "; " + message(language, "value.signed_by_other");
  return one(text);
}

std::string role_words(const std::string& role, Language language) {
  const auto& all = messages(language);
  const auto found = all.find("value.role." + role);
  return found == all.end() ? role : found->second;
}

std::vector<std::string> told_lines(std::string_view name, const CertificateVersion& version,
                                    Language language) {
  if (name == "services_closed") return said_if(version.services_closed, "value.services_closed", language);
  if (name == "sites_closed") return said_if(version.sites_closed, "value.sites_closed", language);
  if (name == "all_services") return said_if(version.all_services, "value.all_services", language);
  if (name == "declared_absent") return said_if(version.declared_absent, "value.declared_absent", language);
  if (name == "form") return form_lines(version.form, language);
  if (name == "evidence") return evidence_lines(version, language);
  if (name == "pages_held") return pages_lines(version, language);
  return each(version.roles, [&](const auto& role) { return role_words(role, language); });
}

// What is a list without an order is compared without one.
CertificateVersion in_order(CertificateVersion version) {
  for (auto& item : version.scope_items) {
    std::ranges::sort(item.short_names);
    std::ranges::sort(item.regions);
  }
  return version;
}

std::vector<std::string> folded(const Field& field, const CertificateVersion& version,
                                const Reference& reference) {
  auto lines = field.kind == FieldKind::Entries
                   ? lines_of(field, in_order(version), reference, Language::English)
                   : lines_of(field, version, reference, Language::English);
  for (auto& line : lines) line = field.name == "number" ? normalise_number(line) : normalise_name(line);
  return lines;
}

}  // namespace

std::vector<std::string> lines_of(const Field& field, const CertificateVersion& version,
                                  const Reference& reference, Language language) {
  switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
      return one(*text_of(field.name, version));
    case FieldKind::Day:
      return day_lines(field, version, language);
    case FieldKind::Standard:
      return one(standard_line(version, reference));
    case FieldKind::Holder:
      return each_in_words(version.holders, language);
    case FieldKind::Issuer:
      return issuer_lines(version, reference, language);
    case FieldKind::Names:
      return field.name == "services" ? version.services : version.exclusions;
    case FieldKind::Sites:
      return each_in_words(version.sites, language);
    case FieldKind::Accreditations:
      return each(version.accreditations,
                  [&](const auto& printed) { return words_of(printed, reference, language); });
    case FieldKind::Entries:
      return each_in_words(version.scope_items, language);
    case FieldKind::Statuses:
      return each_in_words(version.statuses, language);
    case FieldKind::Told:
      return told_lines(field.name, version, language);
  }
  return {};
}

bool says_the_same(const Field& field, const CertificateVersion& left, const CertificateVersion& right,
                   const Reference& reference) {
  if (field.kind == FieldKind::Standard) return left.standard == right.standard;
  if (field.kind == FieldKind::Issuer && left.issuer && right.issuer) return left.issuer == right.issuer;
  auto one = folded(field, left, reference), other = folded(field, right, reference);
  if (field.kind != FieldKind::Holder) {  // of which the first is the main one
    std::ranges::sort(one);
    std::ranges::sort(other);
  }
  return one == other;
}

std::vector<Line> lines_beside(const Field& field, const CertificateVersion& version,
                               const CertificateVersion* other, const Reference& reference,
                               Language language) {
  std::vector<Line> lines;
  for (auto& text : lines_of(field, version, reference, language)) lines.push_back({std::move(text)});
  if (other == nullptr) return lines;
  const auto mine = folded(field, version, reference), theirs = folded(field, *other, reference);
  std::multiset<std::string> left(theirs.begin(), theirs.end());
  for (std::size_t at = 0; at < lines.size(); ++at) {
    const auto same = left.find(mine[at]);
    lines[at].is_only_here = same == left.end();
    if (same != left.end()) left.erase(same);
  }
  std::stable_partition(lines.begin(), lines.end(), std::mem_fn(&Line::is_only_here));
  return lines;
}

}  // namespace certreg::web
