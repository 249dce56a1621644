// The user's own files in the data directory: what is read of the folder, and what a start and a reload make
// of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <thread>

#include "certreg/domain/error.h"
#include "overlay_files.h"
#include "system/program.h"

namespace certreg::system_test {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

void write(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::vector<std::string> names_in(const fs::path& data) {
  std::vector<std::string> names;
  for (const auto& file : read_overlay(data)) names.push_back(file.name);
  return names;
}

// "place: rule", a line each.
std::string problems_in(const fs::path& data) {
  try {
    read_overlay(data);
    return "";
  } catch (const Error& error) {
    std::string text;
    for (const auto& [field, rule] : error.fields) text += field + ": " + rule + "\n";
    return text;
  }
}

constexpr const char* kRegister =
    "registers:\n  - id: mine\n    name: Mine\n    operated_by: Me\n    address: https://me.example/\n"
    "    certificates: mine\n    source: me\n    seen: 2026-01-31\n";

TEST(Overlay, IsReferenceDataAndImportersByName) {
  const DataFolder folder;
  EXPECT_THAT(names_in(folder.path()), ElementsAre());
  write(folder.path() / "reference/b.yaml", kRegister);
  write(folder.path() / "reference/a.yaml", "registers: []\n");
  write(folder.path() / "reference/notes.txt", "x");
  write(folder.path() / "reference/.hidden.yaml", "x");
  write(folder.path() / "reference/old/c.yaml", "x");
  write(folder.path() / "importers/acme/source.yaml", "x");
  write(folder.path() / "importers/acme/pages/one.yaml", "x");
  write(folder.path() / "importers/acme/README.md", "x");
  fs::create_symlink("b.yaml", folder.path() / "reference/c.yaml");
  EXPECT_THAT(names_in(folder.path()),
              ElementsAre("importers/acme/pages/one.yaml", "importers/acme/source.yaml", "reference/a.yaml",
                          "reference/b.yaml", "reference/c.yaml"));
  EXPECT_EQ(read_overlay(folder.path())[3].bytes, kRegister);
}

TEST(Overlay, RefusesWhatItDoesNotTake) {
  const DataFolder folder, elsewhere;
  write(elsewhere.path() / "secret.yaml", "x");
  const struct {
    const char* problem;
    std::function<void(const fs::path&)> make;
  } cases[] = {{"reference/x.yaml: is a link that leads out of the data directory\n",
                [&](const fs::path& at) {
                  fs::create_symlink(elsewhere.path() / "secret.yaml", at / "reference/x.yaml");
                }},
               {"reference/x.yaml: is no regular file\n",
                [](const fs::path& at) { ASSERT_EQ(::mkfifo((at / "reference/x.yaml").c_str(), 0600), 0); }},
               {"reference/x.yaml: is larger than 1 MiB\n",
                [](const fs::path& at) { write(at / "reference/x.yaml", std::string((1 << 20) + 1, '#')); }},
               {"reference/x.yaml: cannot be read: No such file or directory\n",
                [](const fs::path& at) { fs::create_symlink("nothing.yaml", at / "reference/x.yaml"); }},
               {"reference/x.yml: is passed over unless its name ends in .yaml\n",
                [](const fs::path& at) { write(at / "reference/x.yml", "registers: []\n"); }},
               {"importers/out: a link to a folder is not followed\n",
                [&](const fs::path& at) {
                  fs::create_directories(at / "importers");
                  fs::create_directory_symlink(elsewhere.path(), at / "importers/out");
                }},
               {"importers/1/2/3/4/5/6/7/8: folders are nested too deeply\n",
                [](const fs::path& at) { fs::create_directories(at / "importers/1/2/3/4/5/6/7/8"); }},
               {"importers: there are more than 2,000 files\n", [](const fs::path& at) {
                  for (int i = 0; i < 2001; ++i) write(at / "importers" / std::to_string(i), "");
                }}};
  for (const auto& [problem, make] : cases) {
    const auto data = folder.path() / "data";
    fs::create_directories(data / "reference");
    make(data);
    EXPECT_EQ(problems_in(data), problem);
    fs::remove_all(data);
  }
}

TEST(Overlay, ABrokenOneStopsTheStartWithItsLines) {
  const DataFolder folder;
  const auto data = folder.path() / "data";
  write(data / "reference/mine.yaml", "registers:\n  - id: mine\n    colour: red\n");
  const auto run = run_program({"serve", "--data", data.string(), "--listen", "127.0.0.1:0"});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.err, HasSubstr("reference/mine.yaml:3 the key \"colour\" is not known here"));
}

bool knows_mine(Service& service) {
  const auto answer = service.ask("GET", "/v1/registers");
  EXPECT_EQ(answer.status, 200) << answer.body;
  return answer.body.find("\"mine\"") != std::string::npos;
}

TEST(Overlay, IsReadAgainOnRequestAndOnTheSignal) {
  const DataFolder folder;
  const auto data = folder.path() / "data";
  Service service(data);
  EXPECT_FALSE(knows_mine(service));
  write(data / "reference/mine.yaml", kRegister);
  const auto command = run_program({"reload", "--data", data.string()});
  EXPECT_EQ(command.code, 0) << command.err;
  EXPECT_THAT(command.out, testing::ContainsRegex("registers +[0-9]+ +1"));
  EXPECT_TRUE(knows_mine(service));

  write(data / "reference/mine.yaml", "registers: wrong\n");
  const auto refused = run_program({"reload", "--data", data.string()});
  EXPECT_EQ(refused.code, 1);
  EXPECT_THAT(refused.err, HasSubstr("reference/mine.yaml:1"));
  EXPECT_TRUE(knows_mine(service));

  fs::remove(data / "reference/mine.yaml");
  service.send(SIGHUP);
  for (int asked = 0; knows_mine(service) && asked < 200; ++asked)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  EXPECT_FALSE(knows_mine(service)) << service.log();
  service.send(SIGTERM);
  EXPECT_EQ(service.wait(), 0);
}

}  // namespace
}  // namespace certreg::system_test
