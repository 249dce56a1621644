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
  for (const auto* command : {"verify", "import", "serve"}) {
    const auto run = run_cli(fake, {command, "--help"});
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, HasSubstr(std::string("certreg ") + command)) << command;
  }
  EXPECT_THAT(run_cli(fake, {"--help"}).out, HasSubstr("3 not satisfied; 4 undecided"));
  EXPECT_THAT(run_cli(fake, {"version"}).out, HasSubstr("certreg 0."));
}

TEST(Usage, AKeyIsNeededBesideAnAddress) {
  FakeRegister fake;
  const auto run = run_cli(fake, {"suppliers", "list", "--url", "http://127.0.0.1:1"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.err, HasSubstr("CERTREG_KEY"));
}

}  // namespace
}  // namespace certreg::cli
