// The program that measures names, on a folder that the test writes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "accuracy/run_program.h"

namespace certreg::accuracy {
namespace {

using nlohmann::json;
using testing::HasSubstr;

Answer run_names(const std::string& arguments) { return run_program("accuracy_names", arguments); }

class NamesProgram : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string path() const { return folder_.string(); }

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("certreg-accuracy-names-" + std::to_string(::getpid()));
};

TEST_F(NamesProgram, CountsAnswersAgainstTheTruth) {
  write("nomenklatura_company_pairs.csv",
        "name1,name2,is_match\n"
        "Juniper Limited,JUNIPER LTD,true\n"
        "Quince,Quince Ltd,true\n"
        "Quince AG,Quince GmbH,false\n"
        "Plum Ltd,Anise Ltd,false\n");
  const auto answer = run_names(path() + " --json");
  ASSERT_EQ(answer.code, 0) << answer.text;
  const auto all = json::parse(answer.text)["pairs"]["all"];
  EXPECT_EQ(all["same"], 2);
  EXPECT_EQ(all["different"], 2);
  EXPECT_EQ(all["area_under_curve"], 1.0);
  EXPECT_EQ(all["precision_at_recall_0.9"], 1.0);
  EXPECT_EQ(all["answers_of_same"]["same_entity"], 1);
  EXPECT_EQ(all["answers_of_same"]["unclear"], 1);
  EXPECT_EQ(all["answers_of_different"]["same_group"], 1);
  EXPECT_EQ(all["answers_of_different"]["different_entity"], 1);
}

TEST_F(NamesProgram, EqualScoresCountHalfAndHalvesMakeTheWhole) {
  write("entity_variants_seen.csv",
        "name1,name2,same\n"
        "Juniper Ltd,Juniper Ltd,true\n"
        "Quince Ltd,Quince Ltd,false\n"
        "Plum Ltd,Anise Ltd,brand\n");
  const auto answer = run_names(path() + " --json");
  ASSERT_EQ(answer.code, 0) << answer.text;
  const auto variants = json::parse(answer.text)["variants"];
  EXPECT_EQ(variants["all"]["area_under_curve"], 0.5);
  EXPECT_EQ(variants["looked at"]["same"].get<int>() + variants["kept"]["same"].get<int>(), 1);
  EXPECT_EQ(variants["looked at"]["different"].get<int>() + variants["kept"]["different"].get<int>(), 1);
}

TEST_F(NamesProgram, LooksVendorsAndCompaniesUpAndPrintsEveryMiss) {
  write("probo-common-third-parties.json",
        R"([{"name":"Juniper","legalName":"Juniper Harbour Ltd","websiteUrl":"https://juniperharbour.com"},)"
        R"({"name":"Unheard","legalName":"Quince AG"},{"name":"No legal name"}])");
  write("cleanco_companies.csv", "Anise Ltd.;Canada\nPlum Trees Inc.;Ireland\nANISE LIMITED;Canada\n");
  const auto answer = run_names(path());
  EXPECT_EQ(answer.code, 0);
  EXPECT_THAT(answer.text, HasSubstr("all: first suggestion right 1 of 2 (50.0 %)"));
  EXPECT_THAT(answer.text, HasSubstr("Unheard | expected: Quince AG | got: "));
  EXPECT_THAT(answer.text, HasSubstr("all: first suggestion right 1 of 1 (100.0 %)"));
  EXPECT_THAT(answer.text,
              HasSubstr("Rows of 3 companies that are said to be one: 1\n    Anise Ltd. | ANISE LIMITED"));
}

TEST_F(NamesProgram, AnUnusableFolderIsAnErrorThatNamesTheRule) {
  EXPECT_EQ(run_names("").code, 2);
  EXPECT_EQ(run_names(path() + " --colour").code, 2);
  const auto empty = run_names(path());
  EXPECT_EQ(empty.code, 1);
  EXPECT_THAT(empty.text, HasSubstr("must hold a file of names with truth"));
  write("nomenklatura_company_pairs.csv", "name1,name2\na,b\n");
  EXPECT_THAT(run_names(path()).text, HasSubstr("must have a column `is_match`"));
  write("probo-common-third-parties.json", "{");
  std::filesystem::remove(path() + "/nomenklatura_company_pairs.csv");
  EXPECT_THAT(run_names(path()).text, HasSubstr("must be a list in JSON"));
}

}  // namespace
}  // namespace certreg::accuracy
