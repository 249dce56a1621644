#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/fake_register.h"

namespace certreg::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string supplier(const std::string& name) {
  return R"({"supplier":{"id":"1","name":")" + name + R"(","country":"DE"},"score":null})";
}

TEST(Lists, FollowThePagesUpToTheLimit) {
  FakeRegister fake;
  fake.will_answer(200, R"({"items":[)" + supplier("A") + "," + supplier("B") + "]}",
                   {{"Link", R"(</v1/suppliers?cursor=abc>; rel="next")"}});
  fake.will_answer(200, R"({"items":[)" + supplier("C") + "," + supplier("D") + "]}",
                   {{"Link", R"(</v1/suppliers?cursor=def>; rel="next")"}});
  const auto run = run_cli(fake, {"suppliers", "list", "--limit", "3"});
  EXPECT_EQ(run.code, 0);
  EXPECT_EQ(run.out, "ID  COUNTRY  NAME\n1   DE       A\n1   DE       B\n1   DE       C\n");
  ASSERT_EQ(fake.asked.size(), 2U);
  EXPECT_EQ(fake.asked[1].target, "/v1/suppliers?cursor=abc");
}

TEST(Lists, NamesCannotPlayTricksOnATerminal) {
  FakeRegister fake;
  fake.will_answer(200, R"({"items":[)" + supplier(R"(A\u001b[2J\u202eB\u0085)") + "]}");
  const auto out = run_cli(fake, {"suppliers", "list"}).out;
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(out, HasSubstr("A\uFFFD[2J\uFFFDB\uFFFD"));
}

TEST(Lists, JsonIsAnArray) {
  FakeRegister fake;
  fake.will_answer(200, R"({"items":[]})");
  EXPECT_EQ(run_cli(fake, {"sources", "list", "--json"}).out, "[]\n");
}

TEST(Keys, ANewOneIsPrintedAlone) {
  FakeRegister fake;
  fake.will_answer(201, R"({"id":"k1","key":"crk_abc"})");
  const auto run = run_cli(fake, {"key", "create", "--role", "reader", "--name", "shop"});
  EXPECT_EQ(run.out, "crk_abc\n");
  EXPECT_EQ(fake.asked[0].body, R"({"name":"shop","role":"reader"})");
}

TEST(Proposals, CorrectionsAreTextUnlessTheyReadAsJson) {
  FakeRegister fake;
  fake.will_answer(200, R"({"id":"1","state":"accepted"})");
  const auto run = run_cli(
      fake, {"proposals", "accept", "1", "--set", "expires=2027-03-31", "--set", "number=0012", "--set",
             "services=[\"a\"]", "--set", "all_services=true", "--set", "scope=null", "--reason", "r"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(fake.asked[0].target, "/v1/proposals/1/accept");
  EXPECT_EQ(
      fake.asked[0].body,
      R"({"corrections":{"expires":"2027-03-31","number":"0012","services":["a"],"all_services":true,"scope":null},"reason":"r"})");
}

}  // namespace
}  // namespace certreg::cli
