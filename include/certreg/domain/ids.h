// Strong identifiers. Own records carry UUIDv7 text (36 characters, lower case); reference data carries
// slugs.
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace certreg {

template <class Tag>
struct Id {
  std::string value;

  bool empty() const { return value.empty(); }
  auto operator<=>(const Id&) const = default;
};

using SupplierId = Id<struct SupplierTag>;
using CertificateId = Id<struct CertificateTag>;
using VersionId = Id<struct VersionTag>;
using ProposalId = Id<struct ProposalTag>;
using ImportId = Id<struct ImportTag>;
using RelationshipId = Id<struct RelationshipTag>;
using AssuranceId = Id<struct AssuranceTag>;
using FindingId = Id<struct FindingTag>;
using DecisionId = Id<struct DecisionTag>;
using ReviewId = Id<struct ReviewTag>;
using StandardId = Id<struct StandardTag>;                    // "iso-iec-27001"
using AccreditationBodyId = Id<struct AccreditationBodyTag>;  // "ukas"
using CertificationBodyId = Id<struct CertificationBodyTag>;  // "bsi-assurance-uk"
using ArrangementId = Id<struct ArrangementTag>;              // "iaf-mla"
using DocumentId = Id<struct DocumentTag>;                    // SHA-256, 64 hexadecimal digits

}  // namespace certreg

template <class Tag>
struct std::hash<certreg::Id<Tag>> {
  std::size_t operator()(const certreg::Id<Tag>& id) const noexcept {
    return std::hash<std::string>{}(id.value);
  }
};
