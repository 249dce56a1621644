#include "certreg/domain/issue_order.h"

#include <algorithm>
#include <tuple>

namespace certreg {
namespace {

bool starts_before(const CertificateVersion& left, const CertificateVersion& right) {
  const auto start = [](const CertificateVersion& version) {
    if (version.issued) return *version.issued;
    return version.valid_from.value_or(day_of(version.recorded_at));
  };
  return std::tuple(start(left), left.recorded_at, left.id) <
         std::tuple(start(right), right.recorded_at, right.id);
}

}  // namespace

void put_in_order(std::vector<CertificateVersion>& issues) {
  std::sort(issues.begin(), issues.end(), starts_before);
}

}  // namespace certreg
