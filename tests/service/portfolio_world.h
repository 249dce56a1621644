// A register with one supplier's certificate, bought by one relationship.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "certreg/service/certificates.h"
#include "certreg/service/findings.h"
#include "certreg/service/policies.h"
#include "certreg/service/relationships.h"
#include "certreg/service/suppliers.h"
#include "support/certificates.h"
#include "support/services.h"

namespace certreg::service {

class PortfolioWorld : public support::World {
 public:
  explicit PortfolioWorld(const std::string& conninfo = test::fresh_database()) : World(conninfo) {
    supplier_ = create_supplier(services(), {.name = "Acme Cloud Limited", .country = "GB"}, kAda);
    auto version = support::certificate();
    version.supplier = supplier_.id;
    certificate_ = create_certificate(services(), version, kAda).id;
    Need need;
    need.id = "security";
    need.standards = {{"iso-iec-27001"}};
    need.least_evidence = EvidenceLevel::Claimed;
    Policy policy;
    policy.tiers = {{.id = "critical", .name = "Critical", .needs = {need}}};
    save_policy(services(), policy, 0, kAda);
  }

  Relationship buy(const std::string& reference, const std::string& service) {
    Relationship relationship;
    relationship.reference = reference;
    relationship.supplier = {"Acme Cloud Limited", {}};
    relationship.services = {service};
    relationship.tier = "critical";
    relationship.owner = {"Ada", "ada@example.com"};
    return create_relationship(services(), relationship, kAda);
  }
  std::vector<store::StoredFinding> findings(const Relationship& relationship) {
    return list_findings(services(), {.relationship = relationship.id}, {}, 100);
  }
  std::string told(const Relationship& relationship) {
    std::string text;
    for (const auto& one : findings(relationship))
      text += std::string(to_string(one.finding.rule)) + ":" + std::string(to_string(one.state)) + " ";
    return text;
  }
  void set_day(const std::string& day) { clock().set(day + "T12:00:00Z"); }

  static inline const Actor kAda{"ada", Role::Admin};
  Supplier supplier_;
  CertificateId certificate_;
};

}  // namespace certreg::service
