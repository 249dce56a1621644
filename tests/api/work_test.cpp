// Verification, imports, proposals, keys and requests that are sent twice.
#include <gtest/gtest.h>

#include "api/client.h"

namespace certreg::test {
namespace {

constexpr const char* kTable =
    "holder,number,standard,issuer,issued,expires,scope\n"
    "Acme Cloud Limited,IS 7,ISO/IEC 27001:2022,Good Certification Limited,2025-01-10,2028-01-09,Acme Mail\n"
    "Acme Cloud Limited,IS 8,ISO/IEC 27001:2022,Good Certification Limited,2025-13-10,2028-01-09,Acme Mail\n";

Answer upload(const Site& site, const std::string& parameters, const std::string& bytes = kTable) {
  return site.reviewer.call("POST", "/v1/imports?" + parameters, bytes, {{"Content-Type", "text/csv"}});
}

TEST(Verify, NothingKnownIsAnAnswer) {
  Site site;
  const auto answer = site.reader.get("/v1/verify?entity=Nobody+Ltd&standard=iso27001");
  ASSERT_EQ(answer.status(), 200) << answer.text();
  EXPECT_EQ(answer.body()["outcome"], "undecided");
  EXPECT_EQ(answer.body()["answers"]["standard"]["reasons"][0]["code"], "nothing_found");
  EXPECT_EQ(answer.body()["standard"]["name"], "ISO/IEC 27001");
}

TEST(Verify, AnswersASupplierByIdAndByName) {
  Site site;
  const auto supplier = site.supplier();
  site.certificate(supplier["id"]);
  const std::string rest = "&standard=27001&service=Acme+Mail&on=2026-06-01";
  const auto by_id = site.reader.get("/v1/verify?supplier=" + supplier["id"].get<std::string>() + rest);
  const auto by_name = site.reader.get("/v1/verify?entity=acme+cloud+ltd" + rest);
  ASSERT_EQ(by_id.status(), 200) << by_id.text();
  EXPECT_EQ(by_id.body()["parts"], by_name.body()["parts"]);
  EXPECT_EQ(by_id.body()["answers"]["scope"]["answer"], "yes");
  EXPECT_EQ(by_id.body()["answers"]["evidence"]["reasons"][0]["code"], "claimed");
}

TEST(Verify, AListLosesNothing) {
  Site site;
  site.supplier();
  const json good{{"entity", "Acme Cloud Limited"}, {"standard", "27001"}};
  const json items{
      good, {{"entity", "Acme"}, {"standard", "27001"}, {"colour", "red"}}, {{"entity", "Acme"}}, 5, good};
  const auto answer = site.buyer.post("/v1/verify", {{"items", items}});
  ASSERT_EQ(answer.status(), 200) << answer.text();
  const auto results = answer.body()["items"];
  ASSERT_EQ(results.size(), 5U);
  for (const std::size_t i : {0U, 4U}) EXPECT_TRUE(results[i]["problem"].is_null()) << i;
  EXPECT_EQ(results[1]["problem"]["errors"][0]["field"], "items[1].colour");
  EXPECT_EQ(results[2]["problem"]["errors"][0]["field"], "items[2].standard");
  EXPECT_EQ(results[3]["problem"]["errors"][0]["field"], "items[3]");
}

TEST(Verify, AListHasItsBounds) {
  Site site;
  const json good{{"entity", "Acme"}, {"standard", "27001"}};
  EXPECT_EQ(site.buyer.post("/v1/verify", {{"items", json::array()}}).status(), 400);
  EXPECT_EQ(site.buyer.post("/v1/verify", {{"items", json(1001, good)}}).status(), 400);
  EXPECT_EQ(site.buyer.post("/v1/verify", json::object()).status(), 400);
}

TEST(Imports, ATableLandsAndItsBadRowsAreListed) {
  Site site;
  const auto run = upload(site, "name=register.csv&accept=true&wait=60");
  ASSERT_EQ(run.status(), 200) << run.text();
  EXPECT_EQ(run.body()["state"], "done") << run.text();
  const auto items = site.reviewer.get(run.header("Location") + "/items").body()["items"];
  bool listed = false;
  for (const auto& item : items)
    listed = listed || (item["outcome"] == "bad_row" && item["errors"][0]["field"] == "row 3, column issued");
  EXPECT_TRUE(listed) << items;
}

TEST(Proposals, AreDecidedOnce) {
  Site site;
  const auto at = site.proposal("IS 7");
  EXPECT_EQ(site.reviewer.get("/v1/proposals?state=pending").body()["items"].size(), 1U);
  EXPECT_EQ(site.reviewer.post(at + "/accept", json::object()).fields().at(0), "corrections.issued");
  const auto accepted = site.reviewer.post(at + "/accept", {{"corrections", {{"issued", "2025-01-10"}}}});
  ASSERT_EQ(accepted.status(), 200) << accepted.text();
  EXPECT_EQ(accepted.body()["state"], "accepted");
  EXPECT_EQ(site.reviewer.post(at + "/reject", {{"reason", "too late"}}).status(), 409);
  EXPECT_EQ(site.reader.get("/v1/certificates").body()["items"][0]["latest"]["issued"], "2025-01-10");
}

TEST(Proposals, ARejectionNeedsItsReason) {
  Site site;
  const auto at = site.proposal("IS 7");
  EXPECT_EQ(site.reviewer.post(at + "/reject", json::object()).fields().at(0), "reason");
  EXPECT_EQ(site.reviewer.post(at + "/reject", {{"reason", "not ours"}}).body()["state"], "rejected");
}

TEST(Imports, OrdersAreRefusedByField) {
  Site site;
  EXPECT_EQ(upload(site, "name=a.csv&wait=61").fields().at(0), "wait");
  EXPECT_EQ(upload(site, "name=a.csv&delimiter=x").fields().at(0), "delimiter");
  EXPECT_EQ(upload(site, "name=a.csv", "").fields().at(0), "body");
  EXPECT_EQ(site.reviewer.post("/v1/imports", json::object()).fields().at(0), "address");
  EXPECT_EQ(site.reviewer.post("/v1/imports", {{"source", "nobody"}}).status(), 400);
  EXPECT_EQ(upload(site, "name=a.csv&column.colour=x").status(), 400);
}

TEST(Documents, BytesAreHandedOutAsAttachments) {
  Site site;
  upload(site, "name=register.csv&source=acme&wait=60");
  const auto certificate = site.reader.get("/v1/certificates").body()["items"][0]["id"].get<std::string>();
  const auto documents = site.reader.get("/v1/certificates/" + certificate + "/documents").body()["items"];
  ASSERT_EQ(documents.size(), 1U);
  const auto at = "/v1/documents/" + documents[0]["id"].get<std::string>();
  EXPECT_EQ(site.reader.get(at).body(), documents[0]);
  const auto content = site.reviewer.get(at + "/content");
  EXPECT_EQ(content.text(), kTable);
  EXPECT_EQ(content.response.content_type, "application/octet-stream");
  EXPECT_TRUE(content.header("Content-Disposition").starts_with("attachment"));
  EXPECT_EQ(content.header("X-Content-Type-Options"), "nosniff");
}

TEST(Keys, AreShownOnceAndRevoked) {
  Site site;
  const auto made = site.admin.post("/v1/keys", {{"name", "procurement"}, {"role", "reader"}});
  ASSERT_EQ(made.status(), 201) << made.text();
  EXPECT_EQ(made.header("Cache-Control"), "no-store");
  const Client fresh(site.api, made.body()["key"]);
  EXPECT_EQ(fresh.get("/v1/standards").status(), 200);
  const auto listed = site.admin.get("/v1/keys");
  EXPECT_EQ(listed.text().find(made.body()["key"].get<std::string>()), std::string::npos);
  EXPECT_EQ(listed.text().find("hash"), std::string::npos);
  EXPECT_EQ(site.admin.call("DELETE", "/v1/keys/" + made.body()["id"].get<std::string>()).status(), 204);
  EXPECT_EQ(fresh.get("/v1/standards").status(), 401);
  EXPECT_EQ(site.admin.get("/v1/audit-events").body()["items"].size(), 2U);
}

TEST(Idempotency, TheSameRequestIsDoneOnce) {
  Site site;
  const json input{{"name", "Acme"}};
  const Headers key{{"Idempotency-Key", "order-1"}};
  const auto first = site.reviewer.post("/v1/suppliers", input, key);
  const auto second = site.reviewer.post("/v1/suppliers", input, key);
  ASSERT_EQ(first.status(), 201) << first.text();
  EXPECT_EQ(second.status(), 201);
  EXPECT_EQ(second.text(), first.text());
  EXPECT_EQ(second.header("Location"), first.header("Location"));
  EXPECT_EQ(second.header("ETag"), first.header("ETag"));
  EXPECT_EQ(second.header("Idempotency-Replayed"), "true");
  EXPECT_EQ(site.reader.get("/v1/suppliers").body()["items"].size(), 1U);
  EXPECT_EQ(site.reviewer.post("/v1/suppliers", {{"name", "Other"}}, key).status(), 422);
  EXPECT_EQ(site.admin.post("/v1/suppliers", {{"name", "Other"}}, key).status(), 201)
      << "another actor's key";
}

TEST(Idempotency, AFailureMayBeSentAgain) {
  Site site;
  const Headers key{{"Idempotency-Key", "order-2"}};
  EXPECT_EQ(site.reviewer.post("/v1/suppliers", {{"name", ""}}, key).status(), 400);
  EXPECT_EQ(site.reviewer.post("/v1/suppliers", {{"name", "Acme"}}, key).status(), 201);
}

TEST(Idempotency, KeysHaveAForm) {
  Site site;
  for (const auto& key :
       {std::string(""), std::string("a b"), std::string(201, 'a'), std::string("\xc3\xbc")})
    EXPECT_EQ(site.reviewer.post("/v1/suppliers", {{"name", "Acme"}}, {{"Idempotency-Key", key}}).status(),
              400);
  EXPECT_EQ(
      site.admin.post("/v1/keys", {{"name", "a"}, {"role", "reader"}}, {{"Idempotency-Key", "a"}}).status(),
      400)
      << "a key's answer is never kept";
}

TEST(System, SaysHowItIs) {
  Site site;
  EXPECT_EQ(site.nobody.get("/healthz").status(), 200);
  const auto ready = site.nobody.get("/readyz");
  EXPECT_EQ(ready.status(), 200);
  EXPECT_TRUE(ready.body()["database_up"].get<bool>());
  const auto metrics = site.reader.get("/metrics").text();
  EXPECT_NE(metrics.find("certreg_requests_total{operation=\"get_health\",status=\"2xx\"} 1\n"),
            std::string::npos);
  EXPECT_NE(metrics.find("certreg_database_up 1\n"), std::string::npos);
}

TEST(System, DrainingIsNotReady) {
  api::ApiOptions options;
  options.draining = [] { return true; };
  Site site(options);
  EXPECT_EQ(site.nobody.get("/readyz").status(), 503);
}

TEST(Docs, AreServedFromHere) {
  Site site;
  EXPECT_NE(site.nobody.get("/docs").text().find("/docs/redoc.js"), std::string::npos);
  EXPECT_GT(site.nobody.get("/docs/redoc.js").text().size(), 500'000U);
  EXPECT_TRUE(site.nobody.get("/openapi.yaml").text().starts_with("openapi: 3.1"));
  const auto etag = site.nobody.get("/docs").header("ETag");
  EXPECT_EQ(site.nobody.get("/docs", {{"If-None-Match", etag}}).status(), 304);
}

}  // namespace
}  // namespace certreg::test
