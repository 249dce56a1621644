// Two instances on one register: one waits until it knows what the other has said.
#include <gtest/gtest.h>

#include <chrono>

#include "api/client.h"

namespace certreg::test {
namespace {

class MinVersion : public testing::Test {
 protected:
  std::string database = fresh_database();
  // Neither follows by itself, as when every NOTIFY were lost.
  support::World writing_world{database}, reading_world{database};
  api::Api writing_api{writing_world.services(), {}}, reading_api{reading_world.services(), {}};
  Client writer{writing_api, writing_world.key(service::Role::Reviewer)};
  Client reader{reading_api, reading_world.key(service::Role::Reader)};

  http::Plan::Where reader_plan(const std::string& target) const {
    return reading_api.plan(reader.request_of("GET", target)).where;
  }

  // A transaction that is open anywhere in the cluster, in another test's database too, holds versions back.
  Answer read(const std::string& target) const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    auto answer = reader.get(target);
    while (answer.status() == 503 && std::chrono::steady_clock::now() < deadline) answer = reader.get(target);
    return answer;
  }
};

TEST_F(MinVersion, ShowsWhatAnotherInstanceWrote) {
  const auto made = writer.post("/v1/suppliers", {{"name", "Acme"}});
  ASSERT_EQ(made.status(), 201) << made.text();
  const auto path = "/v1/suppliers/" + made.body()["id"].get<std::string>();
  EXPECT_EQ(reader.get(path).status(), 404) << "it must not know by itself";
  const auto answer = read(path + "?min_version=" + made.header("Certreg-Version"));
  EXPECT_EQ(answer.status(), 200) << answer.text();
  EXPECT_EQ(answer.body(), made.body());
  EXPECT_EQ(reader.get(path).status(), 200);
}

TEST_F(MinVersion, AnAssessmentSaysHowFarItsMemoryIs) {
  const auto made = writer.post(
      "/v1/relationships",
      {{"reference", "V-1"}, {"supplier", {{"name", "Acme"}}}, {"tier", "standard"}, {"services", {"Mail"}}});
  ASSERT_EQ(made.status(), 201) << made.text();
  const auto answer = read("/v1/relationships/" + made.body()["id"].get<std::string>() +
                           "/assessment?min_version=" + made.header("Certreg-Version"));
  EXPECT_EQ(answer.status(), 200) << answer.text();
  EXPECT_FALSE(answer.header("Certreg-Catalogue-Age").empty());
  EXPECT_GE(std::stoull(answer.header("Certreg-Version")), std::stoull(made.header("Certreg-Version")));
}

TEST_F(MinVersion, AVersionThatNobodyHasIsRefusedAtOnceAndSaysWhatIsKnown) {
  const auto answer = reader.get("/v1/suppliers?min_version=9000000000000000000");
  EXPECT_EQ(answer.status(), 503);
  EXPECT_NE(answer.header("Retry-After"), "");
  EXPECT_NE(answer.body()["detail"].get<std::string>().find("9000000000000000000"), std::string::npos);
}

TEST_F(MinVersion, IsAWholeNumberAndGivenOnce) {
  for (const char* query : {"min_version=", "min_version=-1", "min_version=1x",
                            "min_version=99999999999999999999", "min_version=1&min_version=2"}) {
    const auto answer = reader.get(std::string("/v1/suppliers?") + query);
    EXPECT_EQ(answer.status(), 400) << query;
    EXPECT_EQ(answer.fields(), std::vector<std::string>{"min_version"}) << query;
  }
}

TEST_F(MinVersion, WaitsAwayFromTheThreadThatServesOthers) {
  EXPECT_EQ(reader_plan("/v1/suppliers"), http::Plan::Where::IoThread);
  EXPECT_EQ(reader_plan("/v1/suppliers?min_version=1"), http::Plan::Where::Pool);
}

TEST_F(MinVersion, IsNoParameterOfWhatTheDatabaseAnswers) {
  EXPECT_EQ(reader.get("/v1/relationships?min_version=1").status(), 400);
}

}  // namespace
}  // namespace certreg::test
