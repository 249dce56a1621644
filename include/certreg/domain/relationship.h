// What we buy, from whom, for what, and who of ours answers for it: the record behind ISO/IEC 27001:2022
// Annex A 5.19 and the registry of Implementing Regulation (EU) 2024/2690, annex, 5.2.1.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"

namespace certreg {

// A company as we write it, and the supplier of the register that it is; none: nobody has said which.
struct Party {
  std::string name;
  std::optional<SupplierId> supplier;
  bool unmatched = false;  // a person says that it is none of them: its name is not matched again

  bool operator==(const Party&) const = default;
};

struct Person {
  std::string name, email;

  bool operator==(const Person&) const = default;
};

// A service of another supplier that what we buy stands on (Annex A 5.21).
struct Dependency {
  Party party;
  std::vector<std::string> services;

  bool operator==(const Dependency&) const = default;
};

enum class DataKind { Public, Internal, Confidential, Personal, SpecialCategory, Payment };
enum class Deployment { NotStated, OnPremises, PrivateCloud, PublicCloud };

std::string_view to_string(DataKind kind);                // "special_category"
std::string_view to_string(Deployment deployment);        // "public_cloud"
const std::vector<std::string_view>& data_kind_names();   // in the enumerators' order
const std::vector<std::string_view>& deployment_names();  // in the enumerators' order

struct Relationship {
  RelationshipId id;
  int version = 1;
  std::string reference;          // our own key for it; no two that are not retired share one
  Party supplier;                 // whom we have the contract with
  std::optional<Party> provider;  // who operates the service, when it is bought through a reseller
  std::vector<Dependency> dependencies;
  std::string our_entity, their_entity;  // the contracting legal entities
  std::string contract;                  // its reference
  std::string group_guarantee;           // reference of the group's guarantee for `their_entity`, or empty
  Person contact;                        // at the supplier
  std::vector<std::string> services;     // services and products that we use
  std::vector<std::string> sites;        // sites and regions that they run in for us
  std::vector<DataKind> data;
  std::string our_role,
      their_role;  // "controller", "processor", "cloud_customer", "cloud_provider", or empty
  Deployment deployment = Deployment::NotStated;
  std::string tier;                // id of a tier of the policy
  bool critical_function = false;  // critical or important, Regulation (EU) 2022/2554, article 3 (22)
  Person owner;
  std::vector<Person> deputies;
  int review_months = 0;             // 0: as the tier says
  std::optional<Date> starts, ends;  // `ends`: the last day
  std::string note;
  bool retired = false;
  Instant recorded_at{};
  std::string recorded_by;
  std::string reason;
};

// Who operates the service: the provider, else the supplier.
const Party& operator_of(const Relationship& relationship);

bool is_current_on(const Relationship& relationship, Date day);

// The same in all that people state; ids, versions and who recorded it aside.
bool states_the_same(const Relationship& left, const Relationship& right);

}  // namespace certreg
