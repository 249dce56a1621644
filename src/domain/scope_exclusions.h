// Services by name among what a certificate lists: its exclusions and the services of its scope.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/certificate.h"
#include "domain/service_name.h"

namespace certreg {

struct FoundExclusion {
  std::size_t at = 0;
  bool is_whole = false;  // the service by its name; else within another name, or the other way round
};

// The exclusion that has one of the service's names in it, a whole name before a part of one.
std::optional<FoundExclusion> find_exclusion(const CertificateVersion& version,
                                             const std::vector<std::string>& names, const Naming& naming);

// Several: more than one service of the list is called so. A word that names nobody's service is none.
enum class InList { None, One, Several };
InList named_in_list(const std::vector<std::string>& services, const std::string& service,
                     const Naming& naming);

// Where the service stands, when it is in the list.
std::size_t place_in_list(const std::vector<std::string>& services, const std::string& service,
                          const Naming& naming);

}  // namespace certreg
