#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/fake_register.h"

namespace certreg::cli {
namespace {

using testing::HasSubstr;

TEST(Usage, MistakesEndWithTwoAndAskNothing) {
  const std::vector<std::string> lines[] = {{},
                                            {"nonsense"},
                                            {"verify", "--entity", "x"},
                                            {"verify", "--standard"},
                                            {"suppliers"},
                                            {"suppliers", "show"},
                                            {"key", "create", "--name", "x", "--role", "king"},
                                            {"proposals", "reject", "1"},
                                            {"certificates", "expiring"},
                                            {"suppliers", "list", "--limit", "0"},
                                            {"import"},
                                            {"read"},
                                            {"serve", "--threads", "many"}};
  for (const auto& line : lines) {
    FakeRegister fake;
    const auto run = run_cli(fake, line);
    EXPECT_EQ(run.code, 2) << testing::PrintToString(line);
    EXPECT_NE(run.err, "") << testing::PrintToString(line);
    EXPECT_TRUE(fake.asked.empty()) << testing::PrintToString(line);
  }
}

TEST(Usage, HelpNamesExitCodesAndExamples) {
  FakeRegister fake;
  for (const auto* command : {"verify", "import", "serve", "read"}) {
    const auto run = run_cli(fake, {command, "--help"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, HasSubstr(std::string("certreg ") + command)) << command;
  }
  EXPECT_THAT(run_cli(fake, {"--help"}).out, HasSubstr("3 not satisfied; 4 undecided"));
  EXPECT_THAT(run_cli(fake, {"version"}).out, HasSubstr("certreg 0."));
}

TEST(Usage, ServeGetsWhatWasTyped) {
  std::ostringstream out, err;
  ServeArguments got;
  const Environment environment{.out = out,
                                .err = err,
                                .variables = {{"CERTREG_DATABASE", "dbname=x"}},
                                .default_data = "/nonexistent/certreg",
                                .serve =
                                    [&](const ServeArguments& arguments) {
                                      got = arguments;
                                      return 7;
                                    },
                                .open = {},
                                .judge_signatures = {},
                                .open_reader = {}};
  EXPECT_EQ(run({"serve", "--listen", "127.0.0.1:1", "--sample", "--allow-network", "10.0.0.0/8", "--contact",
                 "a@b.example", "--session-hours", "9"},
                environment),
            7);
  EXPECT_EQ(got.data, "/nonexistent/certreg");
  EXPECT_EQ(got.database, "dbname=x");
  EXPECT_EQ(got.listen, "127.0.0.1:1");
  EXPECT_EQ(got.allowed_networks, std::vector<std::string>{"10.0.0.0/8"});
  EXPECT_EQ(got.contact, "a@b.example");
  EXPECT_EQ(got.session_hours, 9U);
  EXPECT_TRUE(got.sample);
}

TEST(Usage, AKeyIsNeededBesideAnAddress) {
  FakeRegister fake;
  const auto run = run_cli(fake, {"suppliers", "list", "--url", "http://127.0.0.1:1"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.err, HasSubstr("CERTREG_KEY"));
}

}  // namespace
}  // namespace certreg::cli
