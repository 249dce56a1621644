// Every input is a stranger's: each is refused by field and rule, and nothing is half-written.
#include <gtest/gtest.h>

#include "api/client.h"

namespace certreg::test {
namespace {

TEST(Hostile, BodiesOfASupplier) {
  Site site;
  const std::string nested = "{\"name\":" + std::string(10'000, '[') + std::string(10'000, ']') + "}";
  const std::pair<std::string, std::string> cases[] = {
      {"", "Content-Type"},
      {"[]", "body"},
      {"nonsense", "body"},
      {"{\"name\":\"a\"", "body"},
      {nested, "body"},
      {R"({"name":"a","name":"b"})", "name"},
      {R"({"name":"a","colour":"red"})", "colour"},
      {R"({"name":null})", "name"},
      {R"({"name":7})", "name"},
      {R"({"name":"  "})", "name"},
      {"{\"name\":\"" + std::string(301, 'a') + "\"}", "name"},
      {R"({"name":"a\u202egnp.exe"})", "name"},
      {R"({"name":"a\u0000b"})", "name"},
      {R"({"name":"a\u0007b"})", "name"},
      {"{\"name\":\"\xff\xfe\"}", "body"},
      {R"({"name":"a","country":"XX"})", "country"},
      {R"({"name":"a","country":"de"})", "country"},
      {R"({"name":"a","lei":"529900T8BM49AURSDO56"})", "lei"},
      {R"({"name":"a","groups":[{"supplier":"x"}]})", "groups[0].source"},
  };
  for (const auto& [body, field] : cases) {
    const auto answer = site.reviewer.call(
        "POST", "/v1/suppliers", body,
        body.empty() ? Headers{} : Headers{{"Content-Type", "application/json; charset=utf-8"}});
    ASSERT_EQ(answer.status(), 400) << body.substr(0, 80) << answer.text();
    EXPECT_EQ(answer.fields().at(0), field) << body.substr(0, 80);
  }
  EXPECT_TRUE(site.reader.get("/v1/suppliers").body()["items"].empty());
}

TEST(Hostile, BodiesOfACertificate) {
  Site site;
  const auto supplier = site.supplier()["id"].get<std::string>();
  const std::tuple<const char*, json, const char*> cases[] = {
      {"standard", "ISO 99999", "standard"},
      {"edition", "1999", "edition"},
      {"issued", "2026-02-30", "issued"},
      {"expires", "2025-01-09", "expires"},
      {"number", std::string(300, '1'), "number"},
      {"issuer", "nobody-knows", "issuer"},
      {"holders", json::array(), "holders"},
      {"scope", 5, "scope"},
      {"roles", {"king"}, "roles"},
      {"supplier", "00000000-0000-7000-8000-000000000000", "supplier"},
      {"parent", "00000000-0000-7000-8000-000000000000", "parent"},
      {"evidence", "registered", "evidence"},
  };
  for (const auto& [member, value, field] : cases) {
    auto input = Site::certificate_input(supplier);
    input[member] = value;
    const auto answer = site.reviewer.post("/v1/certificates", input);
    ASSERT_EQ(answer.status(), 400) << member << answer.text();
    EXPECT_EQ(answer.fields().at(0), field) << answer.text();
  }
  EXPECT_TRUE(site.reader.get("/v1/certificates").body()["items"].empty());
}

TEST(Hostile, Queries) {
  Site site;
  const std::pair<const char*, const char*> cases[] = {
      {"/v1/verify?entity=Acme&standard=27001&colour=red", "colour"},
      {"/v1/verify?entity=Acme&standard=27001&on=2026-02-30", "on"},
      {"/v1/verify?entity=Acme&standard=27001&on=99999-01-01", "on"},
      {"/v1/verify?entity=Acme&standard=27001&on=2026-01-01&on=2026-01-02", "on"},
      {"/v1/verify?entity=Acme&standard=ISO+99999", "standard"},
      {"/v1/verify?entity=Acme", "standard"},
      {"/v1/verify?standard=27001", "supplier"},
      {"/v1/verify?supplier=Acme&standard=27001", "supplier"},
      {"/v1/verify?entity=%E2%80%AEemcA&standard=27001", "entity"},
      {"/v1/verify?entity=Acme&standard=27001&role=king", "role"},
      {"/v1/suppliers?limit=100000", "limit"},
      {"/v1/suppliers?cursor=%27%3B+drop", "cursor"},
      {"/v1/standards?x=1", "x"},
      {"/v1/expiring?before=tomorrow", "before"},
  };
  for (const auto& [target, field] : cases) {
    const auto answer = site.reader.get(target);
    ASSERT_EQ(answer.status(), 400) << target;
    EXPECT_EQ(answer.fields().at(0), field) << target;
  }
}

TEST(Hostile, FarDaysAreAnswered) {
  Site site;
  const auto name = site.supplier()["name"];
  for (const char* day : {"1900-01-01", "2199-12-31"})
    EXPECT_EQ(site.reader.get(std::string("/v1/verify?entity=Acme+Cloud+Limited&standard=27001&on=") + day)
                  .status(),
              200)
        << day;
}

TEST(Hostile, IdsThatAreNone) {
  Site site;
  for (const char* target : {"/v1/suppliers/1", "/v1/suppliers/%27%20or%201=1",
                             "/v1/certificates/00000000-0000-7000-8000-000000000000",
                             "/v1/suppliers/00000000-0000-7000-8000-000000000000/history",
                             "/v1/documents/abc", "/v1/standards/nothing", "/v1/sources/nothing",
                             "/v1/certification-bodies/x", "/v1/accreditation-bodies/%E2%80%AE"})
    EXPECT_EQ(site.reader.get(target).status(), 404) << target;
}

}  // namespace
}  // namespace certreg::test
