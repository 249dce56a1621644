// The route table and openapi.yaml say the same.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <map>
#include <set>

#include "api/routes.h"
#include "certreg/domain/register_change.h"

namespace certreg::api {
namespace {

YAML::Node description() { return YAML::LoadFile(std::string(CERTREG_SOURCE_DIR) + "/openapi.yaml"); }

// "get /v1/suppliers" -> "list_suppliers reader"
using Operations = std::map<std::string, std::string>;

Operations described() {
  Operations all;
  for (const auto& path : description()["paths"])
    for (const auto& operation : path.second) {
      const auto security = operation.second["security"];
      const auto role = security.size() == 0 ? "public" : security[0]["key"][0].as<std::string>();
      all[operation.first.as<std::string>() + " " + path.first.as<std::string>()] =
          operation.second["operationId"].as<std::string>() + " " + role;
    }
  return all;
}

std::string name_of(http::Method method) {
  switch (method) {
    case http::Method::Get:
      return "get";
    case http::Method::Post:
      return "post";
    case http::Method::Put:
      return "put";
    case http::Method::Delete:
      return "delete";
    default:
      return "other";
  }
}

Operations routed() {
  Operations all;
  for (const auto& route : routes())
    all[name_of(route.method) + " " + std::string(route.path)] =
        std::string(route.operation) + " " + (route.role ? std::string(to_string(*route.role)) : "public");
  return all;
}

TEST(Openapi, DescribesEveryRouteAndNoOther) { EXPECT_EQ(described(), routed()); }

TEST(Openapi, EveryObjectIsClosed) {
  std::set<std::string> open;
  for (const auto& schema : description()["components"]["schemas"])
    if (schema.second["type"].as<std::string>() == "object" &&
        (!schema.second["additionalProperties"] || schema.second["additionalProperties"].as<bool>()))
      open.insert(schema.first.as<std::string>());
  EXPECT_EQ(open, std::set<std::string>{});
}

TEST(Openapi, NamesEveryKindOfChange) {
  const auto kinds = description()["components"]["schemas"]["Change"]["properties"]["kind"]["enum"];
  const auto& names = change_kind_names();
  EXPECT_EQ(kinds.as<std::vector<std::string>>(), (std::vector<std::string>{names.begin(), names.end()}));
}

// Members of what we write are always there; only what callers send may leave some out.
TEST(Openapi, AnswersRequireAllTheirMembers) {
  const std::set<std::string> sent{"Acceptance",
                                   "AssuranceInput",
                                   "DecisionInput",
                                   "DependencyInput",
                                   "MailPreferenceInput",
                                   "PartyInput",
                                   "PersonInput",
                                   "PolicyConditionInput",
                                   "PolicyInput",
                                   "PolicyNeedInput",
                                   "PolicyTierInput",
                                   "RelationshipInput",
                                   "ReviewInput",
                                   "SignOffInput",
                                   "CertificateCorrections",
                                   "CalendarInput",
                                   "CertificateInput",
                                   "CheckInput",
                                   "GroupLinkInput",
                                   "HolderInput",
                                   "ImportOrder",
                                   "KeyInput",
                                   "PrintedAccreditationInput",
                                   "QuestionInput",
                                   "ScopeItemInput",
                                   "SiteInput",
                                   "StatusIntervalInput",
                                   "TrialOrder",
                                   "SupplierInput",
                                   "WebhookInput"};
  for (const auto& schema : description()["components"]["schemas"]) {
    if (sent.contains(schema.first.as<std::string>()) || schema.second["type"].as<std::string>() != "object")
      continue;
    EXPECT_EQ(schema.second["required"].size(), schema.second["properties"].size()) << schema.first;
  }
}

}  // namespace
}  // namespace certreg::api
