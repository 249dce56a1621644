#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "certreg/codec/record_writer.h"
#include "certreg/codec/records.h"
#include "support/certificates.h"

namespace certreg::codec {
namespace {

Json stated() {
  return {{"standard", "ISO/IEC 27001:2022"},
          {"number", "IS 100"},
          {"issuer_printed", "Good Certification Limited"},
          {"issued", "2025-01-10"},
          {"expires", "2028-01-09"},
          {"holders", Json::array({{{"name", "Acme Cloud Limited"}}})}};
}

std::vector<std::string> fields_refused(const Json& value) {
  Problems problems;
  certificate_from(value, support::reference(), problems);
  std::vector<std::string> fields;
  for (const auto& problem : problems) fields.push_back(problem.field);
  return fields;
}

TEST(Parse, RefusesWhatIsNoStrictJson) {
  const std::string deep = std::string(10'000, '[') + std::string(10'000, ']');
  struct {
    std::string text, field;
  } const cases[] = {
      {"", "body"},        {"{", "body"},    {"{\"a\":1}x", "body"}, {deep, "body"},
      {"{'a':1}", "body"}, {"\xff", "body"}, {"NaN", "body"},        {R"({"a":{"b":1,"b":2}})", "b"}};
  for (const auto& item : cases) {
    try {
      parse(item.text);
      ADD_FAILURE() << "accepted " << item.text.substr(0, 40);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::Invalid);
      EXPECT_EQ(error.fields.at(0).field, item.field) << item.text.substr(0, 40);
    }
  }
  const auto depth = static_cast<std::size_t>(kMaxDepth);
  EXPECT_NO_THROW(parse(std::string(depth, '[') + std::string(depth, ']')));
  EXPECT_NO_THROW(parse(R"([{"a":1},{"a":2}])"));
}

TEST(Certificate, IsAcceptedAsStated) {
  Problems problems;
  const auto version = certificate_from(stated(), support::reference(), problems);
  EXPECT_TRUE(problems.empty()) << problems.front().field << problems.front().rule;
  EXPECT_EQ(version.standard.value, "iso-iec-27001");
  EXPECT_EQ(version.edition, "2022");
  EXPECT_EQ(version.issuer->value, "good-cert");
}

TEST(Certificate, RefusesEachBrokenRuleByItsPath) {
  struct {
    const char *name, *change, *field;
  } const cases[] = {
      {"long number", R"({"number":"LONG"})", "number"},
      {"control character", R"({"number":"IS\u0007"})", "number"},
      {"right to left", R"({"holders":[{"name":"Acme \u202edtL"}]})", "holders[0].name"},
      {"blank name", R"({"holders":[{"name":"  "}]})", "holders[0].name"},
      {"no name", R"({"holders":[{"name":"Acme"},{}]})", "holders[1].name"},
      {"no holder", R"({"holders":[]})", "holders"},
      {"no such day", R"({"issued":"2026-02-30"})", "issued"},
      {"expiry before issue", R"({"expires":"2024-01-01"})", "expires"},
      {"unknown standard", R"({"standard":"ISO 99999"})", "standard"},
      {"unknown edition", R"({"standard":"ISO/IEC 27001","edition":"1999"})", "edition"},
      {"two editions", R"({"edition":"2013"})", "edition"},
      {"unknown country", R"({"holders":[{"name":"Acme","country":"XX"}]})", "holders[0].country"},
      {"unknown issuer", R"({"issuer":"nobody-cert"})", "issuer"},
      {"unknown member", R"({"colour":"red"})", "colour"},
      {"unknown inner member", R"({"sites":[{"name":"Oslo","size":1}]})", "sites[0].size"},
      {"the register's own", R"({"evidence":"registered"})", "evidence"},
      {"role", R"({"roles":["king"]})", "roles"},
      {"list entry without a name", R"({"scope_items":[{"name":"A"},{}]})", "scope_items[1].name"},
      {"left out without words", R"({"scope_items":[{"name":"A","extent":"out"}]})",
       "scope_items[0].exclusion"},
      {"words without a part left out", R"({"scope_items":[{"name":"A","exclusion":"but B"}]})",
       "scope_items[0].exclusion"},
      {"unknown extent", R"({"scope_items":[{"name":"A","extent":"half"}]})", "scope_items[0].extent"},
      {"not text", R"({"number":5})", "number"},
      {"status without a speaker", R"({"statuses":[{"status":"active","from":"2025-01-01"}]})",
       "statuses[0].said_by"}};
  for (const auto& item : cases) {
    auto value = stated();
    value.update(parse(item.change));
    if (value["number"] == "LONG") value["number"] = std::string(300, '1');
    EXPECT_EQ(fields_refused(value), std::vector<std::string>{item.field}) << item.name;
  }
  EXPECT_EQ(fields_refused(Json::array()).at(0), "body");
}

CertificateVersion full() {
  auto version = support::certificate();
  version.decided = version.first_issued = support::day("2022-01-10");
  version.previous_expiry = support::day("2025-01-09");
  version.recertification_audited = support::day("2024-12-01");
  version.expiry_kind = ExpiryKind::RecertificationDue;
  version.issue_number = "3";
  version.statuses = {support::status(CertificateStatus::Suspended, "2026-01-01")};
  version.statuses[0].said_by = "Good Certification Limited";
  version.statuses[0].sites = {"Oslo"};
  version.sites = {{"Oslo", "Gate 1\nOslo", "NO", "Hosting"}};
  version.scope_items = {
      {"Acme Object Store", {"AOS", "Acme Blob"}, "Storage", {"Europe (Frankfurt)"}, true, {}, {}},
      {"Acme Drive", {}, "", {}, false, ScopeExtent::InPart, "excludes shared drives"}};
  version.exclusions = {"Consulting"};
  version.roles = {"processor"};
  version.soa_version = "v2";
  version.soa_date = support::day("2024-11-11");
  version.pages_held = version.pages_stated = 2;
  version.services_closed = version.all_services = version.sites_closed = true;
  version.form = ExtensionForm::Sheet;
  version.parent = CertificateId{"parent-1"};
  version.parent_number = "IS 99";
  version.claimant = Claimant{ClaimantKind::ThirdParty, "Somebody"};
  version.signature = SignatureState::SignedByIssuer;
  version.document_changed = version.declared_absent = version.retired = true;
  version.quotes[0].box = Box{1, 2, 3, 4};
  version.last_confirmed = support::at("2026-05-02");
  version.recorded_by = "jane";
  version.reason = "typed in";
  return version;
}

TEST(Certificate, HasAtMostFiveThousandListEntries) {
  auto value = stated();
  value["scope_items"] = Json::array();
  for (std::size_t i = 0; i < kMostScopeItems; ++i) value["scope_items"].push_back({{"name", "Acme Mail"}});
  EXPECT_TRUE(fields_refused(value).empty());
  value["scope_items"].push_back({{"name", "one too many"}});
  EXPECT_EQ(fields_refused(value), std::vector<std::string>{"scope_items"});
}

TEST(StoredCertificate, ComesBackWhole) {
  for (const auto& version : {full(), support::claim(), support::extension()})
    EXPECT_EQ(dump(to_json(stored_certificate(to_json(version)))), dump(to_json(version)));
}

TEST(StoredCertificate, ComesBackFromItsShortForm) {
  for (auto version : {full(), support::claim(), support::extension(), CertificateVersion{}}) {
    version.quotes.clear();
    version.last_confirmed.reset();
    const auto text = stored_text(version);
    EXPECT_EQ(dump(to_json(stored_certificate(parse(text)))), dump(to_json(version)));
    EXPECT_EQ(text.find("null"), std::string::npos) << text;
    EXPECT_EQ(text.find("[]"), std::string::npos) << text;
  }
}

TEST(StatedMembers, AreThoseOfTheWholeRecord) {
  const auto whole = to_json(full());
  const auto members = stated_members(full());
  EXPECT_GT(members.size(), 30U);
  for (const auto& [name, value] : members) EXPECT_EQ(value, dump(whole.at(std::string(name)))) << name;
}

TEST(StoredCertificate, SaysBeforehandWhatCouldNotBeReadBack) {
  auto status = full();
  status.statuses[0].said_by.clear();
  auto number = full();
  number.number = std::string(300, '1');
  auto holder = full();
  holder.holders[0].name = "Acme \u202e";
  struct {
    CertificateVersion version;
    const char* field;
  } const cases[] = {{status, "statuses[0].said_by"}, {number, "number"}, {holder, "holders[0].name"}};
  for (const auto& item : cases) {
    ASSERT_EQ(unstorable(item.version).size(), 1U) << item.field;
    EXPECT_EQ(unstorable(item.version)[0].field, item.field);
    EXPECT_THROW(stored_certificate(to_json(item.version)), Error);
  }
  EXPECT_TRUE(unstorable(full()).empty());
}

TEST(StoredDraft, KeepsTheDocumentThatItsPageLinksToAndNeedsNone) {
  reading::Draft draft{.kind = reading::DraftKind::Claim, .version = support::claim()};
  draft.document_address = "/files/iso-27001.pdf";
  auto stored = to_json(draft);
  EXPECT_EQ(stored_draft(stored).document_address, "/files/iso-27001.pdf");
  stored.erase("document_address");  // as drafts were stored before
  EXPECT_TRUE(stored_draft(stored).document_address.empty());
}

}  // namespace
}  // namespace certreg::codec
