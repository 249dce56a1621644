#include "certreg/domain/assurance.h"

#include "domain/enum_names.h"

namespace certreg {

const std::vector<std::string_view>& assurance_kind_names() {
  static const EnumNames names{"soc2_type1", "soc2_type2", "isae3402_type2", "c5_type1",
                               "c5_type2",   "tisax",      "pci_dss",        "csa_star_level2",
                               "hds",        "own_audit",  "pooled_audit",   "other"};
  return names;
}

const std::vector<std::string_view>& opinion_names() {
  static const EnumNames names{"not_stated", "unqualified", "qualified", "adverse", "disclaimer"};
  return names;
}

std::string_view to_string(AssuranceKind kind) { return name_in(assurance_kind_names(), kind); }
std::string_view to_string(Opinion opinion) { return name_in(opinion_names(), opinion); }

std::string_view name_of(AssuranceKind kind) {
  static const EnumNames names{"SOC 2 type 1",
                               "SOC 2 type 2",
                               "ISAE 3402 type 2",
                               "BSI C5 type 1",
                               "BSI C5 type 2",
                               "TISAX label",
                               "PCI DSS attestation of compliance",
                               "CSA STAR level 2",
                               "HDS certificate",
                               "audit of our own",
                               "pooled audit",
                               "another assurance"};
  return name_in(names, kind);
}

bool has_opinion(AssuranceKind kind) {
  switch (kind) {
    case AssuranceKind::Soc2Type1:
    case AssuranceKind::Soc2Type2:
    case AssuranceKind::Isae3402Type2:
    case AssuranceKind::C5Type1:
    case AssuranceKind::C5Type2:
      return true;
    default:
      return false;
  }
}

bool counts_on(const Assurance& assurance, Date day, int days_after_period) {
  if (assurance.retired) return false;
  const bool is_unstated = assurance.opinion == Opinion::NotStated && !has_opinion(assurance.kind);
  if (assurance.opinion != Opinion::Unqualified && !is_unstated) return false;
  const auto begins = assurance.from.value_or(assurance.until);
  return begins <= day && day <= assurance.until.plus_days(days_after_period);
}

}  // namespace certreg
