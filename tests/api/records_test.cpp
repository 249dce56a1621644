// Suppliers and certificates: created, corrected, retired, listed.
#include <gtest/gtest.h>

#include <set>
#include <thread>

#include "api/client.h"

namespace certreg::test {
namespace {

TEST(Suppliers, AreCreatedReadAndListed) {
  Site site;
  const auto made = site.reviewer.post("/v1/suppliers", {{"name", "Acme Cloud Limited"}, {"country", "GB"}});
  ASSERT_EQ(made.status(), 201) << made.text();
  const auto read = site.reader.get(made.header("Location"));
  EXPECT_EQ(read.status(), 200);
  EXPECT_EQ(read.body(), made.body());
  EXPECT_EQ(read.header("ETag"), made.header("ETag"));
  EXPECT_FALSE(read.header("Certreg-Version").empty());
  EXPECT_EQ(site.reader.get(made.header("Location"), {{"If-None-Match", read.header("ETag")}}).status(), 304);
  EXPECT_EQ(site.reader.get("/v1/suppliers?q=acme").body()["items"][0]["supplier"], made.body());
}

TEST(Suppliers, ASearchSaysWhatAnsweredAndIsNarrowed) {
  Site site;
  const auto made = site.reviewer.post("/v1/suppliers", {{"name", "Acme Cloud Limited"}, {"country", "GB"}});
  site.reviewer.post("/v1/suppliers", {{"name", "Acme Cloud GmbH"}, {"country", "DE"}});
  const auto id = made.body()["id"].get<std::string>();
  ASSERT_EQ(site.reviewer.post("/v1/certificates", Site::certificate_input(id)).status(), 201);
  const auto all = site.reader.get("/v1/suppliers?q=acme%20cluod").body()["items"];
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0]["match"],
            (json{{"by", "name"}, {"how", "misspelt"}, {"text", all[0]["supplier"]["name"]}}));
  for (const auto* narrowed :
       {"country=GB", "standard=27001", "status=in_force", "standard=ISO%2027001&status=in_force"}) {
    const auto items = site.reader.get("/v1/suppliers?q=acme&" + std::string(narrowed)).body()["items"];
    ASSERT_EQ(items.size(), 1U) << narrowed;
    EXPECT_EQ(items[0]["supplier"]["id"], id) << narrowed;
  }
  for (const auto* nobody : {"country=FR", "status=suspended", "standard=22301"})
    EXPECT_EQ(site.reader.get("/v1/suppliers?q=acme&" + std::string(nobody)).body()["items"].size(), 0U)
        << nobody;
  auto endless = Site::certificate_input(site.supplier("Acme Endless Limited")["id"], "IS 200");
  endless["expires"] = nullptr;
  ASSERT_EQ(site.reviewer.post("/v1/certificates", endless).status(), 201);
  EXPECT_EQ(site.reader.get("/v1/suppliers?q=acme%20endless&status=in_force").body()["items"].size(), 0U)
      << "no end is printed: it is not known to be in force";
  EXPECT_EQ(site.reader.get("/v1/suppliers?q=acme%20endless&status=unknown").body()["items"].size(), 1U);
  for (const auto* refused : {"q=acme&country=XX", "q=acme&standard=beauty", "q=acme&status=fine",
                              "country=GB", "standard=27001", "status=ended"})
    EXPECT_EQ(site.reader.get("/v1/suppliers?" + std::string(refused)).status(), 400) << refused;
}

TEST(Suppliers, PagesHoldEachOnce) {
  Site site;
  std::set<std::string> made, seen;
  for (int i = 0; i < 7; ++i) made.insert(site.supplier("Supplier " + std::to_string(i))["id"]);
  int pages = 0;
  for (std::string target = "/v1/suppliers?limit=3"; !target.empty(); ++pages) {
    const auto page = site.reader.get(target);
    ASSERT_EQ(page.status(), 200);
    const auto items = page.body()["items"];
    for (const auto& item : items) EXPECT_TRUE(seen.insert(item["supplier"]["id"]).second);
    const auto link = page.header("Link");
    EXPECT_EQ(link.empty(), page.body()["next"].is_null());
    target = link.empty() ? "" : link.substr(1, link.find('>') - 1);
  }
  EXPECT_EQ(seen, made);
  EXPECT_EQ(pages, 3);
}

TEST(Suppliers, ACorrectionNeedsWhatWasSeen) {
  Site site;
  const auto made = site.reviewer.post("/v1/suppliers", {{"name", "Acme"}});
  const auto at = made.header("Location"), etag = made.header("ETag");
  const json named{{"name", "Acme Cloud"}};
  EXPECT_EQ(site.reviewer.put(at, named).status(), 428);
  EXPECT_EQ(site.reviewer.put(at, named, {{"If-Match", "*"}}).status(), 428);
  EXPECT_EQ(site.reviewer.put(at, named, {{"If-Match", "\"0000000000000000\""}}).status(), 412);
  const auto corrected = site.reviewer.put(at, named, {{"If-Match", etag}});
  ASSERT_EQ(corrected.status(), 200) << corrected.text();
  EXPECT_EQ(corrected.body()["version"], 2);
  EXPECT_EQ(site.reviewer.put(at, named, {{"If-Match", etag}}).status(), 412);
  EXPECT_EQ(site.reader.get(at + "/history").body()["items"].size(), 2U);
}

TEST(Suppliers, OfTwoConcurrentCorrectionsOneWins) {
  Site site;
  const auto made = site.reviewer.post("/v1/suppliers", {{"name", "Acme"}});
  std::vector<int> statuses(4);
  std::vector<std::thread> writers;
  for (std::size_t i = 0; i < statuses.size(); ++i)
    writers.emplace_back([&, i] {
      statuses[i] = site.reviewer
                        .put(made.header("Location"), {{"name", "Acme " + std::to_string(i)}},
                             {{"If-Match", made.header("ETag")}})
                        .status();
    });
  for (auto& writer : writers) writer.join();
  EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 200), 1);
  for (const int status : statuses) EXPECT_TRUE(status == 200 || status == 409 || status == 412) << status;
}

TEST(Suppliers, ARetiredOneIsNoLongerListed) {
  Site site;
  const auto made = site.reviewer.post("/v1/suppliers", {{"name", "Acme"}});
  const auto at = made.header("Location");
  EXPECT_EQ(site.reviewer.call("DELETE", at, {}, {{"If-Match", made.header("ETag")}}).fields(),
            std::vector<std::string>{"reason"});
  const auto retired =
      site.reviewer.call("DELETE", at + "?reason=merged", {}, {{"If-Match", made.header("ETag")}});
  ASSERT_EQ(retired.status(), 200) << retired.text();
  EXPECT_TRUE(retired.body()["retired"].get<bool>());
  EXPECT_TRUE(site.reader.get("/v1/suppliers").body()["items"].empty());
}

TEST(Suppliers, OneIdentifierNamesOneSupplier) {
  Site site;
  const json input{{"name", "Acme"}, {"vat", "GB123456789"}};
  EXPECT_EQ(site.reviewer.post("/v1/suppliers", input).status(), 201);
  EXPECT_EQ(site.reviewer.post("/v1/suppliers", input).status(), 409);
}

TEST(Certificates, AreCreatedReadAndCorrected) {
  Site site;
  const auto supplier = site.supplier()["id"].get<std::string>();
  const auto made = site.reviewer.post("/v1/certificates", Site::certificate_input(supplier));
  ASSERT_EQ(made.status(), 201) << made.text();
  const auto at = made.header("Location");
  EXPECT_EQ(made.body()["latest"]["evidence"], "claimed");
  EXPECT_EQ(site.reader.get(at).body(), made.body());

  auto next = Site::certificate_input(supplier);
  next["issued"] = "2028-01-02";
  next["expires"] = "2031-01-09";
  const auto renewed = site.reviewer.put(at + "?as=new_issue", next, {{"If-Match", made.header("ETag")}});
  ASSERT_EQ(renewed.status(), 200) << renewed.text();
  EXPECT_EQ(renewed.body()["earlier_issues"].size(), 1U);
  EXPECT_EQ(renewed.body()["latest"]["expires"], "2031-01-09");
  EXPECT_EQ(site.reader.get(at + "/history").body()["items"].size(), 2U);
  EXPECT_EQ(site.reviewer.post("/v1/certificates", Site::certificate_input(supplier)).status(), 409);
}

TEST(Certificates, AreFoundByTheirExpiry) {
  Site site;
  site.certificate(site.supplier()["id"]);
  EXPECT_EQ(site.reader.get("/v1/expiring?before=2028-01-10").body()["items"].size(), 1U);
  EXPECT_EQ(site.reader.get("/v1/expiring?before=2028-01-09").body()["items"].size(), 0U);
  EXPECT_EQ(site.reader.get("/v1/expiring").fields(), std::vector<std::string>{"before"});
}

TEST(Certificates, ARecordedCheckStandsBesideThem) {
  Site site;
  const auto id = site.certificate(site.supplier()["id"])["id"].get<std::string>();
  const auto made = site.reviewer.post(
      "/v1/checks",
      {{"certificate", id}, {"register", "CertSearch"}, {"result", "active"}, {"checked_on", "2026-05-30"}});
  ASSERT_EQ(made.status(), 201) << made.text();
  EXPECT_EQ(site.reader.get("/v1/certificates/" + id).body()["checks"][0], made.body());
  EXPECT_EQ(site.reader.get("/v1/certificates/" + id + "/look-ups").body()["items"][0]["address"],
            "https://register.example/IS%20100");
}

}  // namespace
}  // namespace certreg::test
