// Whether two texts mean one place: a site, a town, a region of a cloud, a country.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/reference.h"
#include "certreg/domain/supplier.h"

namespace certreg {

class PlaceNames {
 public:
  // Regions count where the holder or the supplier is their provider: others use the same codes elsewhere.
  PlaceNames(const CertificateVersion& version, const Supplier& supplier, const Reference& reference);

  // "Europe (Frankfurt)" is Frankfurt, and no more than that Europe; "eu-central-1 (Frankfurt)" is either. A
  // region is the place where it stands, and a place the provider's only region there. A country is met by
  // its own name alone, or by words for all that is in it.
  bool is_same(const std::string& printed, const std::string& asked) const;

  // The same by whatever provider, and by the country that one of them is and the other lies in: too close
  // for a no, and enough for a suspension.
  bool may_be_same(const std::string& printed, const std::string& asked) const;

  // The address has the asked town as its town.
  bool is_in_town(const std::string& address, const std::string& asked) const;

  // The asked text is a region of the provider, and the only one in the town of the address.
  bool is_region_in_town(const std::string& address, const std::string& asked) const;

  // Codes and names of the provider's regions that the asked text is, or that stand where it is.
  std::vector<std::string> regions_at(const std::string& asked) const;

 private:
  using Regions = std::vector<const CloudRegion*>;

  bool is_holders(const CloudRegion& region) const;
  Regions regions_of(const std::string& text, bool of_anybody) const;
  bool is_only_one_there(const CloudRegion& region) const;
  std::string canonical(const std::string& folded) const;
  std::vector<std::string> names_of(const std::string& text) const;
  std::string country_of(const std::string& text) const;
  bool is_whole_country(const std::string& printed, const std::string& country) const;
  bool is_named_place(const std::string& printed, const std::string& asked) const;

  const Reference& reference_;
  std::vector<std::string> providers_;  // ids
};

}  // namespace certreg
