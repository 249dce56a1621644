#include "web/entry_words.h"

#include <vector>

namespace certreg::web {
namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const auto& text : texts) {
    if (text.empty()) continue;
    if (!all.empty()) all += between;
    all += text;
  }
  return all;
}

// Empty when there is nothing to say.
std::string labelled(Language language, std::string_view key, const std::string& text) {
  return text.empty() ? std::string() : message(language, key, {{"text", text}});
}

std::string role_words(const std::string& role, Language language) {
  if (role.empty() || role == "main") return {};
  const auto& all = messages(language);
  const auto found = all.find("entry.role." + role);
  return found == all.end() ? role : found->second;
}

std::string_view source_key(StatusSource source) {
  switch (source) {
    case StatusSource::Issuer:
      return "review.by_issuer";
    case StatusSource::AccreditationBody:
      return "review.by_accreditor";
    case StatusSource::PublicRegister:
      return "review.by_register";
    case StatusSource::Supplier:
      return "review.by_supplier";
  }
  return "review.by_supplier";
}

std::string_view status_key(CertificateStatus status) {
  switch (status) {
    case CertificateStatus::Active:
      return "status.active";
    case CertificateStatus::Suspended:
      return "status.suspended";
    case CertificateStatus::Withdrawn:
      return "status.withdrawn";
  }
  return "status.active";
}

std::string extent_words(const ScopeItem& item, Language language) {
  if (item.extent == ScopeExtent::Whole) return {};
  return message(language, item.extent == ScopeExtent::Out ? "scope.out" : "scope.in_part") + " " +
         item.exclusion;
}

}  // namespace

std::string words_of(const Holder& holder, Language language) {
  return joined({holder.name, role_words(holder.role, language), holder.address, holder.country,
                 labelled(language, "entry.lei", holder.lei),
                 labelled(language, "entry.registration_number", holder.registration_number),
                 labelled(language, "entry.vat", holder.vat)},
                "; ");
}

std::string words_of(const Site& site, Language language) {
  return joined({site.name, site.address, site.country, labelled(language, "entry.scope", site.scope)}, "; ");
}

std::string words_of(const ScopeItem& item, Language language) {
  const auto names = joined(item.short_names, ", ");
  const auto regions = item.all_regions ? message(language, "scope.all_regions") : joined(item.regions, ", ");
  return joined({names.empty() ? item.name : item.name + " (" + names + ")",
                 labelled(language, "entry.family", item.family),
                 labelled(language, "entry.regions", regions), extent_words(item, language)},
                "; ");
}

std::string words_of(const StatusInterval& interval, Language language) {
  auto days = message(language, status_key(interval.status), {{"from", day_text(interval.from, language)}});
  if (interval.until) days += " – " + day_text(*interval.until, language);
  return joined({days,
                 labelled(language, "entry.said_by",
                          joined({interval.said_by, message(language, source_key(interval.source))}, ", ")),
                 labelled(language, "entry.sites", joined(interval.sites, ", ")),
                 labelled(language, "entry.services", joined(interval.services, ", "))},
                "; ");
}

std::string words_of(const PrintedAccreditation& accreditation, const Reference& reference,
                     Language language) {
  const auto* body = accreditation.body ? reference.find(*accreditation.body) : nullptr;
  const auto name = body == nullptr                       ? message(language, "entry.unknown_body")
                    : body->name == accreditation.printed ? std::string()
                                                          : body->name;
  return joined({accreditation.printed, labelled(language, "entry.number", accreditation.number), name},
                "; ");
}

}  // namespace certreg::web
