#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "cli/fake_register.h"

namespace certreg::cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class ReferenceCheck : public testing::Test {
 protected:
  ReferenceCheck() {
    std::ofstream(file_)
        << "accreditation_bodies:\n  - id: mine\n    name: Mine\n    looks_like: ukas\n    source: me\n"
           "    seen: 2026-01-31\n";
  }
  ~ReferenceCheck() override { std::filesystem::remove(file_); }

  cli::Run check(std::vector<std::string> further) {
    std::vector<std::string> line{"reference", "check"};
    line.insert(line.end(), further.begin(), further.end());
    return run_cli(fake_, line);
  }

  const std::string file_ = testing::TempDir() + "certreg-" + std::to_string(::getpid()) + ".yaml";
  FakeRegister fake_;
};

TEST_F(ReferenceCheck, CountsRowsWhenAllIsWell) {
  const auto run = check({});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, StartsWith("no problems\n"));
  for (const auto* list :
       {"standards", "arrangements", "registers", "legal_forms", "cloud_regions", "scope_words"})
    EXPECT_THAT(run.out, HasSubstr(list));
  EXPECT_THAT(run.out, testing::Not(HasSubstr("overlaid")));
  EXPECT_TRUE(fake_.asked.empty());
}

TEST_F(ReferenceCheck, JudgesAFileByItselfOrOverWhatIsBuiltIn) {
  const auto alone = check({file_});
  EXPECT_EQ(alone.code, 1);
  EXPECT_EQ(alone.out, file_ + ":2: the accreditation body \"ukas\" is not known\n");
  const auto over = check({"--overlay", file_});
  EXPECT_EQ(over.code, 0) << over.out;
  EXPECT_THAT(over.out, HasSubstr("accreditation_bodies, 1 of them overlaid"));
}

}  // namespace
}  // namespace certreg::cli
