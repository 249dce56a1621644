#include <fmt/format.h>
#include <gtest/gtest.h>

#include "certreg/service/certificates.h"
#include "certreg/service/relationships.h"
#include "certreg/service/suppliers.h"
#include "service/portfolio_world.h"
#include "support/services.h"
#include "web/requests.h"
#include "web/template.h"
#include "web/version_words.h"

namespace certreg::web {
namespace {

const service::Actor kReviewer{"test", service::Role::Reviewer};

http::Response shown(support::World& world, const std::string& target) {
  auto request = request_of(target);
  request.headers = {{"Host", "localhost"}};
  request.peer = "127.0.0.1";
  return Pages(world.services(), {.open_lookup = true}).handle(request).value();
}

SupplierId supplier_named(support::World& world, const std::string& name) {
  Supplier supplier;
  supplier.name = name;
  return service::create_supplier(world.services(), supplier, kReviewer).id;
}

CertificateVersion claim_of(const SupplierId& supplier) {
  CertificateVersion version;
  version.supplier = supplier;
  version.standard = {"iso-iec-27001"};
  version.standard_printed = "ISO/IEC 27001";
  version.number = "IS 1";
  version.issuer_printed = "Somebody";
  version.holders = {{.name = "<b>Acme</b>", .role = "main"}};
  version.scope = "Everything <i>we</i> do";
  return version;
}

TEST(SupplierPage, ShowsClaimsAsClaimsAndNoCertificate) {
  support::World world;
  const auto id = supplier_named(world, "Acme Limited");
  service::create_certificate(world.services(), claim_of(id), kReviewer);
  const auto page = shown(world, "/suppliers/" + id.value);
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(has(page, "The register holds no certificate of this supplier."));
  EXPECT_TRUE(has(page, "<span class=\"tag\">Claim</span>"));
  EXPECT_TRUE(has(page, "Everything &lt;i&gt;we&lt;/i&gt; do"));
  EXPECT_TRUE(has(page, "<bdi>Claim: ISO/IEC 27001, IS 1</bdi>"));
  EXPECT_TRUE(has(page, "Recorded for the first time."));
  EXPECT_FALSE(has(page, "<i>"));
  EXPECT_FALSE(has(page, "running"));
}

TEST(SupplierPage, TellsWhatBecameDifferent) {
  support::World world;
  const auto id = supplier_named(world, "Acme Limited");
  auto version = claim_of(id);
  const auto first = service::create_certificate(world.services(), version, kReviewer);
  version.expires = Date(2027, 5, 1);
  version.services = {"Mail"};
  service::correct_certificate(world.services(), first.id, first.latest().id, version,
                               service::CorrectionKind::Correction, kReviewer);
  const auto page = shown(world, "/suppliers/" + id.value);
  EXPECT_TRUE(has(page, "Expiry was “not stated” and is “1 May 2027”."));
  EXPECT_TRUE(has(page, "Services, new: Mail."));
}

TEST(SupplierPage, FindingsNotYetRecordedAreNotNone) {
  support::World world;
  const auto id = supplier_named(world, "Acme Limited");
  Relationship relationship;
  relationship.reference = "R-1";
  relationship.supplier = {.name = "Acme Limited", .supplier = id};
  relationship.services = {"Mail"};
  relationship.tier = "no-such-tier";
  relationship.owner = {"Ann", "ann@example.com"};
  try {
    service::create_relationship(world.services(), relationship, kReviewer);
  } catch (const std::exception& error) {
    FAIL() << error.what();
  }
  const auto page = shown(world, "/suppliers/" + id.value);
  EXPECT_TRUE(has(page, "R-1"));
  const bool says_something = has(page, "class=\"findings\"><li>") || has(page, "not recorded yet");
  EXPECT_TRUE(says_something);
  EXPECT_FALSE(has(page, "No finding is recorded."));
}

TEST(SupplierPage, LeadsToEachFindingAndSaysHowManyMoreThereAre) {
  service::PortfolioWorld world;
  const auto address = "/suppliers/" + world.supplier_.id.value;
  const auto bought = world.buy("R-1", "Acme Vault");
  ASSERT_FALSE(world.findings(bought).empty());
  const auto page = shown(world, address);
  for (const auto& one : world.findings(bought)) {
    const auto own = "/findings?finding=" + one.id.value;
    EXPECT_TRUE(has(page, "<a href=\"" + own + "\" lang=\"en\">"));
    EXPECT_EQ(shown(world, own).status, 200);
  }
  EXPECT_FALSE(has(page, "the list of findings has them all"));
  auto leaning = bought;  // on others each time; what is cured is shown as well
  for (int turn = 0; turn < 7; ++turn) {
    leaning.dependencies.clear();
    for (int count = 0; count < 20; ++count)
      leaning.dependencies.push_back({.party = {fmt::format("Nobody {} {}", turn, count), {}}});
    leaning = service::correct_relationship(world.services(), bought.id, leaning.version, leaning, kReviewer);
  }
  const auto all = service::list_findings(world.services(), {.relationship = bought.id}, {}, 1000).size();
  ASSERT_GT(all, 100U);
  EXPECT_TRUE(has(shown(world, address),
                  "And " + std::to_string(all - 100) + " more; the list of findings has them all."));
}

TEST(SupplierPage, UnknownOnesAreAPage) {
  support::World world;
  for (const char* target :
       {"/suppliers/", "/suppliers/nobody", "/suppliers/%3Cscript%3E", "/suppliers/a/b"}) {
    const auto page = shown(world, target);
    EXPECT_EQ(page.status, 404) << target;
    EXPECT_TRUE(has(page, "No such supplier")) << target;
  }
}

// Names as a stranger may have printed them; the words of each that must not stand in the page as they are.
struct Hostile {
  std::string name, must_not_stand;
};
TEST(SupplierPage, HostileNamesAreHarmless) {
  support::World world;
  const Hostile cases[] = {
      {"\"><img src=x onerror=alert(1)>", "<img"},
      {"</title><script>alert(1)</script>", "<script>"},
      {"{{{name}}} [[frame.skip]] {{#x}}", "{{{name}}} [[frame.skip]] {{#x}}</title><link"},
      {std::string(300, 'w'), "<script>"},
      {"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d (Acme)", "<script>"},
  };
  for (const auto& [name, must_not_stand] : cases) {
    const auto id = supplier_named(world, name);
    for (const auto& target : {"/suppliers/" + id.value, "/?standard=27001&supplier=" + id.value}) {
      const auto page = shown(world, target);
      EXPECT_EQ(page.status, 200) << name;
      EXPECT_FALSE(has(page, must_not_stand)) << name;
      EXPECT_TRUE(has(page, "<bdi>")) << name;
    }
  }
}

TEST(Suggestions, AreGivenToWhoMayLook) {
  support::World world;
  const auto id = supplier_named(world, "Acme <b> Limited");
  EXPECT_EQ(shown(world, "/suggest?q=acme").body,
            R"([{"id":")" + id.value + R"(","name":"Acme <b> Limited","note":""}])");
  EXPECT_EQ(shown(world, "/suggest?q=a").body, "[]");
  EXPECT_EQ(Pages(world.services(), {}).handle(request_of("/suggest?q=acme")).value().status, 403);
}

TEST(Lookup, AClaimIsNotCalledACertificate) {
  support::World world;
  const auto id = supplier_named(world, "Acme Limited");
  auto claim = claim_of(id);
  claim.holders = {{.name = "Acme Limited", .role = "main"}};
  claim.valid_from = Date(2026, 1, 1);
  claim.expires = Date(2028, 1, 1);
  service::create_certificate(world.services(), claim, kReviewer);
  const auto page = shown(world, "/?standard=27001&supplier=" + id.value);
  EXPECT_TRUE(has(page, "no certificate is held</span>"));
  EXPECT_FALSE(has(page, "<h3>Certificate</h3>"));
  EXPECT_FALSE(has(page, "verdict satisfied"));
  EXPECT_FALSE(has(page, "bar-force"));
}

TEST(Lookup, ANameIsNeverTakenForAnother) {
  support::World world;
  const auto id = supplier_named(world, "Acme Cloud 24 Limited");
  const auto page = shown(world, "/?entity=Acme+Cloud+24&standard=27001");
  EXPECT_TRUE(has(page, "Did you mean"));
  EXPECT_TRUE(has(page, "supplier=" + id.value));
  EXPECT_FALSE(has(page, "/suppliers/" + id.value));
}

TEST(Lookup, AWholeIdentifierStandsForItsBearer) {
  support::World world;
  Supplier supplier;
  supplier.name = "Acme Limited";
  supplier.domains = {"acme.example"};
  const auto id = service::create_supplier(world.services(), supplier, kReviewer).id;
  const auto page = shown(world, "/?entity=acme.example&standard=27001");
  EXPECT_TRUE(has(page, "/suppliers/" + id.value));
  EXPECT_TRUE(has(page, "taken from <bdi>acme.example</bdi>"));
  EXPECT_FALSE(has(shown(world, "/?entity=acme.examp&standard=27001"), "/suppliers/" + id.value));
}

TEST(Language, IsChosenByCookieElseByTheBrowser) {
  support::World world;
  const Pages pages(world.services(), {});
  const auto in = [&](const std::string& name, const std::string& value) {
    auto request = request_of("/sign-in");
    request.headers.push_back({name, value});
    return has(pages.handle(request).value(), "<html lang=\"de\">");
  };
  EXPECT_TRUE(in("Accept-Language", "de-CH,en;q=0.5"));
  EXPECT_FALSE(in("Accept-Language", "en-US,de;q=0.5"));
  EXPECT_FALSE(in("Accept-Language", "fr"));
  EXPECT_TRUE(in("Cookie", "a=b; lang=de"));
  const auto chosen = pages.handle(request_of("/lang?set=de&to=https%3A%2F%2Fevil.example")).value();
  EXPECT_EQ(header_of(chosen, "Location"), "/");
  EXPECT_EQ(cookie_of(chosen, "lang"), "de");
}

TEST(Messages, BothLanguagesSayTheSameThings) {
  std::vector<std::string> english, german;
  for (const auto& [key, text] : messages(Language::English)) english.push_back(key);
  for (const auto& [key, text] : messages(Language::German)) german.push_back(key);
  EXPECT_EQ(english, german);
}

TEST(Template, AMissingNameIsAFailureAndNotNothing) {
  EXPECT_THROW(fill("notice.mustache", Data(Data::type::object), Language::English), std::logic_error);
  EXPECT_THROW(expanded("[[no.such.text]]", Language::English), std::logic_error);
  EXPECT_THROW(fill("nothing.mustache", Data(Data::type::object), Language::English), std::logic_error);
}

}  // namespace
}  // namespace certreg::web
