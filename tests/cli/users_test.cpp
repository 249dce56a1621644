#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/fake_register.h"

namespace certreg::cli {
namespace {

using testing::HasSubstr;

constexpr const char* kAda =
    R"({"id":"u1","name":"Ada","email":"ada@example.com","role":"buyer","blocked":false,)"
    R"("one_time_until":"2026-06-08T12:00:00Z","last_sign_in":null})";

std::string list_of(const std::string& user) { return R"({"items":[)" + user + "]}"; }

TEST(UsersCommand, TheOneTimePasswordIsPrintedAlone) {
  FakeRegister fake;
  fake.will_answer(201,
                   R"({"id":"u1","one_time_until":"2026-06-08T12:00:00Z","one_time_password":"ABCD-EFGH"})");
  const auto run =
      run_cli(fake, {"users", "create", "--name", "Ada", "--email", "ada@example.com", "--role", "buyer"});
  EXPECT_EQ(run.out, "ABCD-EFGH\n");
  EXPECT_THAT(run.err, HasSubstr("2026-06-08"));
  EXPECT_EQ(fake.asked[0].body, R"({"name":"Ada","email":"ada@example.com","role":"buyer"})");
}

TEST(UsersCommand, WhoeverIsCalledSoIsChanged) {
  struct {
    std::vector<std::string> words;
    const char* body;
  } const cases[] = {
      {{"users", "block", "Ada"}, R"({"role":"buyer","blocked":true})"},
      {{"users", "unblock", "u1"}, R"({"role":"buyer","blocked":false})"},
      {{"users", "role", "ada@example.com", "--role", "admin"}, R"({"role":"admin","blocked":false})"}};
  for (const auto& row : cases) {
    FakeRegister fake;
    fake.will_answer(200, list_of(kAda));
    fake.will_answer(200, kAda);
    EXPECT_EQ(run_cli(fake, row.words).code, 0);
    ASSERT_EQ(fake.asked.size(), 2U);
    EXPECT_EQ(fake.asked[1].method_text, "PUT");
    EXPECT_EQ(fake.asked[1].target, "/v1/users/u1");
    EXPECT_EQ(fake.asked[1].body, row.body);
  }
}

TEST(UsersCommand, NobodyOfThatNameIsAFailure) {
  FakeRegister fake;
  fake.will_answer(200, list_of(kAda));
  const auto run = run_cli(fake, {"users", "password", "Eve"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.err, HasSubstr("Eve"));
  EXPECT_EQ(fake.asked.size(), 1U);
}

}  // namespace
}  // namespace certreg::cli
