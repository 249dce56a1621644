#include "service/printed_holder.h"

#include <algorithm>

#include "certreg/domain/names.h"

namespace certreg::service {
namespace {

bool is_one_name(const std::string& one, const std::string& other) {
  const auto name = name_without_legal_form(one);
  return !name.empty() && name == name_without_legal_form(other);
}

}  // namespace

bool is_printed_for(const CertificateVersion& version, std::span<const std::string> names) {
  return std::any_of(version.holders.begin(), version.holders.end(), [&](const Holder& holder) {
    return std::any_of(names.begin(), names.end(),
                       [&](const auto& name) { return is_one_name(holder.name, name); });
  });
}

}  // namespace certreg::service
