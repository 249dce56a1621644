#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/fake_register.h"

namespace certreg::cli {
namespace {

using testing::HasSubstr;

std::string verdict(const std::string& outcome) {
  return R"({"question":{"on":"2026-01-31"},"standard":{"id":"iso-iec-27001","name":"ISO/IEC 27001"},
    "supplier":{"id":"1","name":"Example GmbH"},"candidates":[],"outcome":")" +
         outcome +
         R"(","answers":{"dates":{"answer":"no","reasons":[{"code":"expired","answer":"no","warns":false,
    "detail":"It ended on 2025-12-31.","quotes":[{"text":"Expiry 2025-12-31","address":"a.pdf","page":2,"method":"text_layer"}]}]}},
    "disregarded_claims":[{"standard":"iso-iec-27001","edition":"2013","claimant":{"kind":"third_party","name":"A blog"}}]})";
}

struct Outcome {
  const char* name;
  int code;
};

TEST(VerifyCommand, EndsWithTheCodeOfTheOutcome) {
  for (const auto& [name, code] : {Outcome{"satisfied", 0}, {"not_satisfied", 3}, {"undecided", 4}}) {
    for (const bool json : {false, true}) {
      FakeRegister fake;
      fake.will_answer(200, verdict(name));
      std::vector<std::string> arguments = {"verify", "--entity", "Example GmbH", "--standard", "27001"};
      if (json) arguments.push_back("--json");
      EXPECT_EQ(run_cli(fake, arguments).code, code) << name;
    }
  }
}

TEST(VerifyCommand, AsksForEverythingThatWasTyped) {
  FakeRegister fake;
  fake.will_answer(200, verdict("satisfied"));
  run_cli(fake, {"verify", "--entity", "Müller & Co", "--standard", "ISO/IEC 27001", "--service", "Mail",
                 "--service", "a=b", "--site", "Köln", "--role", "processor", "--on", "2026-01-31",
                 "--known-at", "2026-01-01"});
  ASSERT_EQ(fake.asked.size(), 1U);
  EXPECT_EQ(fake.asked[0].target,
            "/v1/"
            "verify?entity=M%C3%BCller%20%26%20Co&standard=ISO%2FIEC%2027001&service=Mail&service=a%3Db&site="
            "K%C3%B6ln"
            "&role=processor&on=2026-01-31&known_at=2026-01-01");
}

TEST(VerifyCommand, ShowsReasonsWithTheirQuotes) {
  FakeRegister fake;
  fake.will_answer(200, verdict("not_satisfied"));
  const auto shown = run_cli(fake, {"verify", "--entity", "Example GmbH", "--standard", "27001"}).out;
  EXPECT_THAT(shown, HasSubstr("not_satisfied: Example GmbH, ISO/IEC 27001, on 2026-01-31"));
  EXPECT_THAT(shown, HasSubstr("dates     no      expired: It ended on 2025-12-31."));
  EXPECT_THAT(shown, HasSubstr("\"Expiry 2025-12-31\", a.pdf, page 2"));
  EXPECT_THAT(shown, HasSubstr("shown, not counted: A blog (third_party)"));
}

TEST(VerifyCommand, TellsARefusalWithItsFields) {
  FakeRegister fake;
  fake.will_answer(
      400,
      R"({"title":"Invalid","detail":"the input breaks a rule","errors":[{"field":"on","rule":"is no day"}]})");
  const auto run = run_cli(fake, {"verify", "--entity", "x", "--standard", "27001", "--on", "2026-02-30"});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.err, "certreg: the input breaks a rule\n  on is no day\n");
  EXPECT_EQ(run.out, "");
}

}  // namespace
}  // namespace certreg::cli
