#include "service/offer.h"

#include "certreg/codec/records.h"
#include "service/identity.h"
#include "service/supplier_book.h"

namespace certreg::service {
namespace {

Holder holder_of(const Offer& offer) {
  if (offer.source != nullptr && !offer.source->holder.name.empty()) return offer.source->holder;
  return offer.draft.version.holders.empty() ? Holder{} : offer.draft.version.holders.front();
}

bool is_known_by_the_same(const Holder& one, const Holder& other) {
  return one.name == other.name && one.country == other.country && one.lei == other.lei &&
         one.registration_number == other.registration_number && one.vat == other.vat;
}

}  // namespace

void OfferPreparation::prepare(Offer& offer) {
  auto& version = offer.draft.version;
  for (auto& quote : version.quotes) {
    quote.document = offer.document;
    quote.address = offer.address;
  }
  const auto holder = holder_of(offer);
  if (last_keys_.empty() || !is_known_by_the_same(holder, last_)) {
    last_ = holder;
    last_keys_ = keys_of(holder);
  }
  const bool is_claim = offer.draft.kind == reading::DraftKind::Claim;
  offer.facts = OfferFacts{.holder = holder,
                           .holder_keys = last_keys_,
                           .key = is_claim ? std::string() : certificate_key(version),
                           .problems = codec::unstorable(version)};
}

}  // namespace certreg::service
