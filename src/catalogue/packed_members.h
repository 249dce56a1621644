// The members of records in the order in which they are packed: once for Packer, with a constant record, and
// for Unpacker.
#pragma once

#include <string>
#include <type_traits>
#include <vector>

#include "catalogue/packing.h"
#include "certreg/domain/certificate.h"
#include "certreg/domain/place_quotes.h"
#include "certreg/domain/supplier.h"

namespace certreg::catalogue {

// Of a flag, an enumerator or a count.
template <class Value>
void pack_small(Packer& pack, const Value& value) {
  pack.number(static_cast<std::uint64_t>(value));
}
template <class Value>
void pack_small(Unpacker& pack, Value& value) {
  value = static_cast<Value>(pack.number());
}

inline void pack_day(Packer& pack, const Date& day) { pack.date(day); }
inline void pack_day(Unpacker& pack, Date& day) {
  std::optional<Date> read;
  pack.date(read);
  day = *read;
}

template <class Pack, class Texts>
void pack_texts(Pack& pack, Texts& texts) {
  pack.list(texts, [&](auto& text) { pack.text(text); });
}
template <class Pack, class Texts>
void pack_shared(Pack& pack, Texts& texts) {
  pack.list(texts, [&](auto& text) { pack.shared(text); });
}

template <class Pack, class Of>
void pack_holder(Pack& pack, Of& holder) {
  pack.text(holder.name);
  pack.shared(holder.role);
  pack.text(holder.address);
  pack.shared(holder.country);
  pack.text(holder.lei);
  pack.text(holder.registration_number);
  pack.text(holder.vat);
}

template <class Pack, class Of>
void pack_site(Pack& pack, Of& site) {
  pack.shared(site.name);
  pack.shared(site.address);
  pack.shared(site.country);
  pack.shared(site.scope);
}

template <class Pack, class Of>
void pack_accreditation(Pack& pack, Of& accreditation) {
  pack.shared(accreditation.printed);
  pack.maybe(accreditation.body, [&](auto& body) { pack.shared(body.value); });
  pack.text(accreditation.number);
}

template <class Pack, class Of>
void pack_status(Pack& pack, Of& status) {
  pack_small(pack, status.status);
  pack_day(pack, status.from);
  pack.date(status.until);
  pack_small(pack, status.source);
  pack.shared(status.said_by);
  pack_texts(pack, status.sites);
  pack_texts(pack, status.services);
}

template <class Pack, class Of>
void pack_scope_item(Pack& pack, Of& item) {
  pack.text(item.name);
  pack_shared(pack, item.short_names);
  pack.shared(item.family);
  pack_shared(pack, item.regions);
  pack_small(pack, item.all_regions);
  pack_small(pack, item.extent);
  pack.shared(item.exclusion);
}

// Most quotes of tables are quite sure.
inline void pack_sureness(Packer& pack, const double& confidence) {
  pack_small(pack, confidence == 1);
  if (confidence != 1) pack.real(confidence);
}
inline void pack_sureness(Unpacker& pack, double& confidence) {
  confidence = 1;
  if (pack.number() == 0) pack.real(confidence);
}

template <class Pack, class Of>
void pack_place(Pack& pack, Of& quote) {
  pack.shared(quote.document.value);
  pack.shared(quote.address);
  pack_small(pack, quote.page);
  pack_small(pack, quote.method);
  pack_sureness(pack, quote.confidence);
}

template <class Pack, class Of>
void pack_quote(Pack& pack, Of& quote) {
  pack.shared(quote.field);
  pack.shared(quote.text);
  pack_place(pack, quote);
  pack.maybe(quote.box, [&](auto& box) {
    for (auto* side : {&box.x, &box.y, &box.width, &box.height}) pack.real(*side);
  });
}

// Before they are read.
inline const StatusInterval kBlankStatus{.from = Date(std::chrono::sys_days())};
inline const Check kBlankCheck{.checked_on = Date(std::chrono::sys_days())};

// Tables have the same fields row by row: their names, and which of them have words of their own, are one
// text.
void pack_words(Packer& pack, const std::vector<PlaceQuotes::Words>& words);
void pack_words(Unpacker& pack, std::vector<PlaceQuotes::Words>& words);

template <class Pack, class Of>
void pack_dates(Pack& pack, Of& version) {
  for (auto* day :
       {&version.issued, &version.decided, &version.first_issued, &version.valid_from, &version.expires,
        &version.previous_expiry, &version.recertification_audited, &version.soa_date})
    pack.date(*day);
}

template <class Pack, class Of>
void pack_scope(Pack& pack, Of& version) {
  pack.text(version.scope);
  pack.shared(version.scope_language);
  pack_texts(pack, version.services);
  pack.list(version.scope_items, [&](auto& item) { pack_scope_item(pack, item); });
  pack_small(pack, version.services_closed);
  pack_small(pack, version.all_services);
  pack.list(version.sites, [&](auto& site) { pack_site(pack, site); });
  pack_small(pack, version.sites_closed);
  pack_shared(pack, version.exclusions);
  pack_shared(pack, version.roles);
  pack.shared(version.soa_version);
  pack_small(pack, version.pages_held);
  pack_small(pack, version.pages_stated);
}

template <class Pack, class Of>
void pack_standing(Pack& pack, Of& version) {
  pack_small(pack, version.evidence);
  pack.maybe(version.claimant, [&](auto& claimant) {
    pack_small(pack, claimant.kind);
    pack.shared(claimant.name);
  });
  pack_small(pack, version.signature);
  pack_small(pack, version.document_changed);
  pack_small(pack, version.declared_absent);
  pack.instant(version.recorded_at);
  pack.instant(version.last_confirmed);
  pack.shared(version.recorded_by);
  pack.shared(version.reason);
  pack_small(pack, version.retired);
}

// All but its certificate and its quotes. The first three are looked at by themselves.
template <class Pack, class Of>
void pack_version(Pack& pack, Of& version) {
  pack.id(version.supplier.value);
  pack.shared(version.standard.value);
  pack.text(version.number);
  pack.id(version.id.value);
  pack.shared(version.edition);
  pack.shared(version.standard_printed);
  pack.maybe(version.issuer, [&](auto& issuer) { pack.shared(issuer.value); });
  pack.shared(version.issuer_printed);
  pack.list(version.holders, [&](auto& holder) { pack_holder(pack, holder); });
  pack_dates(pack, version);
  pack_small(pack, version.expiry_kind);
  pack.shared(version.issue_number);
  pack.list(
      version.statuses, [&](auto& status) { pack_status(pack, status); }, kBlankStatus);
  pack.list(version.accreditations, [&](auto& accreditation) { pack_accreditation(pack, accreditation); });
  pack_scope(pack, version);
  pack.maybe(version.form, [&](auto& form) { pack_small(pack, form); });
  pack.maybe(version.parent, [&](auto& parent) { pack.id(parent.value); });
  pack.text(version.parent_number);
  pack_standing(pack, version);
}

template <class Pack, class Of>
void pack_check(Pack& pack, Of& check) {
  pack.id(check.id);
  pack.id(check.certificate.value);
  pack.shared(check.register_name);
  pack.shared(check.address);
  pack_small(pack, check.source);
  pack_small(pack, check.result);
  pack_day(pack, check.checked_on);
  pack.shared(check.checked_by);
  pack.text(check.note);
  pack.instant(check.recorded_at);
}

// All but its id. The first three are looked at by themselves.
template <class Pack, class Of>
void pack_supplier(Pack& pack, Of& supplier) {
  pack_small(pack, supplier.version);
  pack_small(pack, supplier.retired);
  pack.shared(supplier.country);
  pack.text(supplier.name);
  pack_texts(pack, supplier.aliases);
  pack.text(supplier.lei);
  pack.text(supplier.registration_number);
  pack.text(supplier.vat);
  pack_texts(pack, supplier.domains);
  pack.list(supplier.groups, [&](auto& link) {
    pack.id(link.supplier.value);
    pack.date(link.from);
    pack.date(link.until);
    pack.shared(link.source);
  });
  pack.instant(supplier.recorded_at);
  pack.shared(supplier.recorded_by);
  pack.shared(supplier.reason);
}

}  // namespace certreg::catalogue
