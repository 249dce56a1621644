#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "cli/fake_register.h"

namespace certreg::cli {
namespace {

TEST(Findings, ALetterIsPrintedAsItWouldBeSent) {
  FakeRegister fake;
  fake.will_answer(
      200,
      "{\"to\":{\"name\":\"Bob\\u001b[31m\",\"email\":\"bob@acme.example\"},\"subject\":\"Your certificate\","
      "\"text\":\"Dear Bob,\\nplease send it.\\n\",\"mailto\":null}");
  const auto run = run_cli(fake, {"findings", "letter", "0190"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.out,
            "To: Bob\xEF\xBF\xBD[31m <bob@acme.example>\nSubject: Your certificate\n\nDear Bob,\nplease send "
            "it.\n");
  EXPECT_EQ(fake.asked.at(0).target, "/v1/findings/0190/letter");
}

TEST(Findings, ADecisionSaysWhatIsStatedAndNoMore) {
  FakeRegister fake;
  fake.will_answer(201, R"({"id":"1","kind":"confirm_scope","until":"2026-09-01"})");
  const auto run = run_cli(fake, {"findings", "decide", "0190", "confirm_scope", "--reason", "read it",
                                  "--until", "2026-09-01", "--in-scope", "no", "--service", "Mail"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(fake.asked.at(0).target, "/v1/findings/0190/decisions");
  EXPECT_EQ(codec::Json::parse(fake.asked.at(0).body), (codec::Json{{"kind", "confirm_scope"},
                                                                    {"reason", "read it"},
                                                                    {"until", "2026-09-01"},
                                                                    {"services", {"Mail"}},
                                                                    {"in_scope", false}}));
}

TEST(Findings, AreAskedForByStateRuleAndSeverity) {
  FakeRegister fake;
  fake.will_answer(200, R"({"items":[],"next":null})");
  run_cli(fake, {"findings", "list", "--state", "open", "--rule", "expiring", "--severity", "high"});
  EXPECT_EQ(fake.asked.at(0).target, "/v1/findings?state=open&rule=expiring&severity=high");
}

}  // namespace
}  // namespace certreg::cli
