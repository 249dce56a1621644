// Which registers a person is sent to for a certificate.
#include <set>

#include "certreg/service/world.h"
#include "service/register_world.h"

namespace certreg::service {
namespace {

std::set<std::string> registers_for(const std::optional<CertificationBodyId>& issuer,
                                    const std::string& accreditor) {
  RegisterWorld world;
  CurrentWorld real(load_world(built_in_world_files(), {}, {}));
  auto& all = world.services();
  const Services services{all.database, all.catalogue, all.feed,  all.keys,   all.imports, real,
                          all.worker,   all.fetcher,   all.clock, all.reload, all.history, all.assessments};
  CertificateVersion version;
  version.number = "IS 100";
  version.issuer = issuer;
  if (!accreditor.empty())
    version.accreditations = {{.printed = accreditor, .body = AccreditationBodyId{accreditor}}};
  CertificateRecord record;
  record.issues = {version};
  std::set<std::string> names;
  for (const auto& link : deep_links(services, record)) names.insert(link.register_name);
  return names;
}

TEST(LookUps, LeadToTheRegistersThatMayListTheCertificate) {
  const auto names = registers_for(CertificationBodyId{"bsi-assurance-uk"}, "ukas");
  EXPECT_TRUE(names.contains("BSI Client Directory"));
  EXPECT_TRUE(names.contains("UKAS CertCheck"));
  EXPECT_TRUE(names.contains("IAF CertSearch"));
  EXPECT_FALSE(names.contains("Certipedia"));
  EXPECT_FALSE(names.contains("DEKRA CheckMe"));
}

TEST(LookUps, OfAnUnknownIssuerLeadToAllOfThem) {
  const auto names = registers_for(std::nullopt, "");
  EXPECT_TRUE(names.contains("Certipedia"));
  EXPECT_TRUE(names.contains("BSI Client Directory"));
}

}  // namespace
}  // namespace certreg::service
