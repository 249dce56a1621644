#include "certreg/domain/relationship.h"

#include <tuple>

#include "domain/enum_names.h"

namespace certreg {
namespace {

auto stated(const Relationship& one) {
  return std::tie(one.reference, one.supplier, one.provider, one.dependencies, one.our_entity,
                  one.their_entity, one.contract, one.group_guarantee, one.contact, one.services, one.sites,
                  one.data, one.our_role, one.their_role, one.deployment, one.tier, one.critical_function,
                  one.owner, one.deputies, one.review_months, one.starts, one.ends, one.note, one.retired);
}

}  // namespace

const std::vector<std::string_view>& data_kind_names() {
  static const EnumNames names{"public",   "internal",         "confidential",
                               "personal", "special_category", "payment"};
  return names;
}

const std::vector<std::string_view>& deployment_names() {
  static const EnumNames names{"not_stated", "on_premises", "private_cloud", "public_cloud"};
  return names;
}

std::string_view to_string(DataKind kind) { return name_in(data_kind_names(), kind); }
std::string_view to_string(Deployment deployment) { return name_in(deployment_names(), deployment); }

const Party& operator_of(const Relationship& relationship) {
  return relationship.provider ? *relationship.provider : relationship.supplier;
}

bool is_current_on(const Relationship& relationship, Date day) {
  if (relationship.retired) return false;
  return (!relationship.starts || *relationship.starts <= day) &&
         (!relationship.ends || day <= *relationship.ends);
}

bool states_the_same(const Relationship& left, const Relationship& right) {
  return stated(left) == stated(right);
}

}  // namespace certreg
