#include "certreg/cli/service_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "certreg/domain/error.h"

namespace certreg::cli {
namespace {

namespace fs = std::filesystem;

class ServiceFileTest : public testing::Test {
 protected:
  ServiceFileTest() {
    std::string name = (fs::temp_directory_path() / "certreg-cli-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~ServiceFileTest() override { fs::remove_all(folder_); }
  fs::path folder_;
};

TEST_F(ServiceFileTest, IsReadAsItWasWrittenAndByItsOwnerOnly) {
  write_service_file(folder_, {"http://127.0.0.1:8080", ::getpid(), "crk_key"});
  write_service_file(folder_, {"http://127.0.0.1:8081", ::getpid(), "crk_key2"});
  const auto file = read_service_file(folder_);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->address, "http://127.0.0.1:8081");
  EXPECT_EQ(file->key, "crk_key2");
  struct stat status {};
  ASSERT_EQ(::stat((folder_ / "service.json").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  remove_service_file(folder_);
  EXPECT_FALSE(read_service_file(folder_));
}

TEST_F(ServiceFileTest, OneOfADeadProcessIsNone) {
  const auto child = ::fork();
  if (child == 0) ::_exit(0);
  ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  write_service_file(folder_, {"http://127.0.0.1:8080", child, "crk_key"});
  EXPECT_FALSE(read_service_file(folder_));
}

TEST_F(ServiceFileTest, DamagedOnesAreRefused) {
  for (const auto* text : {"", "{", "[]", "{}", R"({"address":"x","pid":0,"key":"k"})",
                           R"({"address":"x","pid":"1","key":"k"})"}) {
    std::ofstream(folder_ / "service.json") << text;
    EXPECT_THROW(read_service_file(folder_), Error) << text;
  }
}

}  // namespace
}  // namespace certreg::cli
