// The change feed, for people and for programs that follow.
#include <gtest/gtest.h>

#include "api/client.h"

namespace certreg::test {
namespace {

std::vector<std::string> kinds(const Answer& answer) {
  std::vector<std::string> all;
  const auto page = answer.body();
  for (const auto& item : page.at("items")) all.push_back(item.at("kind"));
  return all;
}

using Kinds = std::vector<std::string>;

// Two certificates entered and one retired.
struct Changed {
  Changed() {
    const auto first = site.certificate(supplier);
    site.certificate(supplier, "IS 200");
    const std::string path = "/v1/certificates/" + first["id"].get<std::string>();
    const auto seen = site.reviewer.get(path).header("ETag");
    EXPECT_EQ(site.reviewer.call("DELETE", path + "?reason=x", "", {{"If-Match", seen}}).status() / 100, 2);
  }
  Site site;
  std::string supplier = site.supplier()["id"];
};

TEST(Changes, AreListedNewestFirstAPageAtATime) {
  Changed changed;
  const auto first = changed.site.reader.get("/v1/changes?limit=2");
  ASSERT_EQ(first.status(), 200) << first.text();
  EXPECT_EQ(kinds(first), (Kinds{"retired", "claim_added"}));
  EXPECT_EQ(first.body()["items"][0]["supplier_name"], "Acme Cloud Limited");
  EXPECT_EQ(first.body()["items"][0]["adverse"], true);
  const auto rest =
      changed.site.reader.get("/v1/changes?limit=2&cursor=" + first.body()["next"].get<std::string>());
  EXPECT_EQ(kinds(rest), (Kinds{"claim_added"}));
  EXPECT_TRUE(rest.body()["next"].is_null());
}

TEST(Changes, AreFollowedFromTheLastNumber) {
  Changed changed;
  const auto& reader = changed.site.reader;
  const auto first = reader.get("/v1/changes?after=0&limit=1");
  EXPECT_EQ(kinds(first), (Kinds{"claim_added"}));
  const auto by_cursor =
      reader.get("/v1/changes?after=0&limit=1&cursor=" + first.body()["next"].get<std::string>());
  const auto by_number = reader.get("/v1/changes?limit=1&after=" + first.body()["items"][0]["id"].dump());
  EXPECT_EQ(by_cursor.body()["items"], by_number.body()["items"]);
  const auto rest = reader.get("/v1/changes?after=" + by_number.body()["items"][0]["id"].dump());
  EXPECT_EQ(kinds(rest), (Kinds{"retired"}));
  const auto end = reader.get("/v1/changes?after=" + rest.body()["items"][0]["id"].dump());
  EXPECT_EQ(kinds(end), Kinds{});
}

TEST(Changes, AreFiltered) {
  Changed changed;
  const auto asked = [&](const std::string& query) {
    return kinds(changed.site.reader.get("/v1/changes?" + query));
  };
  EXPECT_EQ(asked("adverse=true"), (Kinds{"retired"}));
  EXPECT_EQ(asked("kind=retired&kind=renewed"), (Kinds{"retired"}));
  EXPECT_EQ(asked("supplier=" + changed.supplier).size(), 3U);
  EXPECT_EQ(asked("supplier=00000000-0000-7000-8000-000000000000"), Kinds{});
  EXPECT_EQ(asked("source=acme"), Kinds{});
  EXPECT_EQ(asked("since=2026-06-01&until=2026-06-02").size(), 3U);
  EXPECT_EQ(asked("until=2026-06-01"), Kinds{});
}

TEST(Changes, RefuseWhatTheyDoNotKnow) {
  Site site;
  const auto answer = site.reader.get(
      "/v1/changes?after=-1&supplier=x&certificate=y&since=yesterday&kind=all&adverse=1&cursor=z&colour=red");
  ASSERT_EQ(answer.status(), 400);
  EXPECT_EQ(answer.fields(), (std::vector<std::string>{"cursor", "after", "supplier", "certificate", "since",
                                                       "kind", "adverse", "colour"}));
  EXPECT_EQ(site.nobody.get("/v1/changes").status(), 401);
}

}  // namespace
}  // namespace certreg::test
