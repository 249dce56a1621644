// Imports the real documents that may stand beside the project, by the command line into a new register: all
// of them go through.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "system/program.h"

namespace certreg::system_test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path corpus() { return fs::path(CERTREG_SOURCE_DIR) / "../shared/corpus"; }

long count_of(const json& report, const char* outcome) { return report["counts"].value(outcome, 0L); }

// The tables of names there are no registers of certificates, and are refused as such.
bool is_table_of_names(const std::string& problem) { return problem.starts_with("names/"); }
bool is_failure(const std::string& problem) {
  return problem.find(": failed") != std::string::npos || problem.find(": invalid") != std::string::npos;
}

TEST(Corpus, GoesThroughWhole) {
  if (!fs::exists(corpus() / "truth.jsonl")) GTEST_SKIP() << "no corpus beside the project";
  const DataFolder data;
  const auto run =
      run_program({"import", fs::canonical(corpus()).string(), "--data", data.path().string(), "--json"});
  const auto report = json::parse(run.out);
  for (const auto& problem : report["problems"])
    EXPECT_TRUE(!is_failure(problem) || is_table_of_names(problem)) << problem;
  EXPECT_EQ(count_of(report, "runs_failed"), 0);
  EXPECT_GE(count_of(report, "documents"), 85);
  EXPECT_GE(count_of(report, "certificates"), 24);
  EXPECT_GE(count_of(report, "claims"), 21);
  EXPECT_GE(count_of(report, "accepted"), 7);
  for (const auto* outcome :
       {"documents", "certificates", "claims", "accepted", "pending", "nothing_found", "failed"})
    fmt::print("{}: {}\n", outcome, count_of(report, outcome));
}

TEST(Corpus, NobodyElsesPageIsCounted) {
  if (!fs::exists(corpus() / "truth.jsonl")) GTEST_SKIP() << "no corpus beside the project";
  const DataFolder data;
  run_program({"import", (fs::canonical(corpus()) / "pages/concept/azure-and-aws.md").string(), "--data",
               data.path().string()});
  for (const auto* entity : {"Amazon Web Services, Inc.", "AWS", "Microsoft Corporation", "Azure"}) {
    const auto run = run_program(
        {"verify", "--entity", entity, "--standard", "27001", "--data", data.path().string(), "--json"});
    EXPECT_EQ(run.code, 4) << entity;
    EXPECT_NE(run.out.find("nothing_found"), std::string::npos) << entity;
  }
}

}  // namespace
}  // namespace certreg::system_test
