#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "cli/fake_register.h"
#include "cli/import_plan.h"

namespace certreg::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class ImportCommand : public testing::Test {
 protected:
  ImportCommand() {
    std::string name = (fs::temp_directory_path() / "certreg-cli-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~ImportCommand() override { fs::remove_all(folder_); }

  void write(const fs::path& name, const std::string& text) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }

  fs::path folder_;
};

const char* const kDone =
    R"({"id":"run1","state":"done","error":null,"counts":[{"outcome":"documents","count":1}]})";
const char* const kNoItems = R"({"items":[]})";

TEST_F(ImportCommand, AFolderGivesItsRegularFilesInOrder) {
  write("b/2.pdf", "x");
  write("a.csv", "x");
  write(".hidden", "x");
  write(".git/config", "x");
  fs::create_symlink(folder_ / "a.csv", folder_ / "link.csv");
  fs::create_directory_symlink(folder_ / "b", folder_ / "linked");
  const auto plan = std::get<std::vector<FileToImport>>(plan_import(folder_.string()));
  ASSERT_EQ(plan.size(), 2U);
  EXPECT_EQ(plan[0].name, "a.csv");
  EXPECT_EQ(plan[1].name, "b/2.pdf");
}

TEST_F(ImportCommand, OtherThingsAreAddressesOrSources) {
  EXPECT_EQ(std::get<Address>(plan_import("https://a.example/trust")).text, "https://a.example/trust");
  EXPECT_EQ(std::get<SourceName>(plan_import("arduino")).text, "arduino");
  EXPECT_THROW(plan_import("missing/file.pdf"), std::exception);
  EXPECT_THROW(plan_import("missing.pdf"), std::exception);
}

TEST_F(ImportCommand, UploadsWaitsAndSums) {
  write("a.csv", "bytes of a");
  write("b.csv", "bytes of b");
  FakeRegister fake;
  fake.will_answer(202, R"({"id":"run1","state":"running","error":null,"counts":[]})");
  fake.will_answer(200, kDone);
  fake.will_answer(200, kNoItems);
  fake.will_answer(200, kDone);
  fake.will_answer(
      200,
      R"({"items":[{"outcome":"bad_row","detail":null,"errors":[{"field":"row 3, column expires","rule":"is no day"}]}]})");
  const auto run =
      run_cli(fake, {"import", folder_.string(), "--accept", "--source", "s", "--columns",
                     "expires=Valid until", "--date-format", "DD.MM.YYYY", "--delimiter", "semicolon"});
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.out, "documents  2\n");
  EXPECT_THAT(run.err, HasSubstr("b.csv: row 3, column expires is no day"));
  ASSERT_EQ(fake.asked.size(), 5U);
  EXPECT_EQ(fake.asked[0].target,
            "/v1/imports?name=a.csv&source=s&accept=true&column.expires=Valid%20until&date_format=DD.MM.YYYY"
            "&delimiter=semicolon&wait=2");
  EXPECT_EQ(fake.asked[0].content(), "bytes of a");
  EXPECT_EQ(fake.asked[1].target, "/v1/imports/run1");
}

TEST_F(ImportCommand, OneRefusedFileDoesNotEndTheOthers) {
  write("a.csv", "x");
  write("b.csv", "x");
  FakeRegister fake;
  fake.will_answer(413, R"({"title":"Too large","detail":"a document of this kind may have 8 MiB at most"})");
  fake.will_answer(200, kDone);
  fake.will_answer(200, kNoItems);
  const auto run = run_cli(fake, {"import", folder_.string()});
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out, "documents  1\nrefused    1\n");
  EXPECT_THAT(run.err, HasSubstr("a.csv: a document of this kind"));
}

TEST_F(ImportCommand, AServiceThatIsAwayEndsItAtOnce) {
  write("a.csv", "x");
  write("b.csv", "x");
  FakeRegister fake;
  fake.will_answer(503, R"({"title":"Unavailable","detail":"the database is away"})");
  EXPECT_EQ(run_cli(fake, {"import", folder_.string()}).code, 1);
  EXPECT_EQ(fake.asked.size(), 1U);
}

TEST_F(ImportCommand, AFailedRunIsAFailure) {
  FakeRegister fake;
  fake.will_answer(200, R"({"id":"run1","state":"failed","error":"no such host","counts":[]})");
  fake.will_answer(200, kNoItems);
  const auto run = run_cli(fake, {"import", "https://a.example/"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.err, HasSubstr("failed: no such host"));
  EXPECT_EQ(fake.asked[0].body, R"({"address":"https://a.example/","accept":false})");
}

}  // namespace
}  // namespace certreg::cli
