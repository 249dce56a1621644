// The README's commands are run and answer what the README says: a block "```sh run", then what it prints in
// a block
// "```json answer" (compared as JSON; ids, digests, instants and confidences count as equal) or "```text
// answer".
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "certreg/codec/json.h"
#include "system/program.h"

namespace certreg::system_test {
namespace {

namespace fs = std::filesystem;

struct Example {
  int line = 0;
  std::string command, answer;
  bool is_json = false;
};

std::vector<Example> examples_of(const fs::path& file) {
  std::ifstream in(file);
  std::vector<Example> examples;
  std::string* block = nullptr;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line == "```sh run") {
      examples.push_back({number, "", "", false});
      block = &examples.back().command;
    } else if ((line == "```json answer" || line == "```text answer") && !examples.empty()) {
      examples.back().is_json = line == "```json answer";
      block = &examples.back().answer;
    } else if (line == "```") {
      block = nullptr;
    } else if (block != nullptr) {
      *block += line + "\n";
    }
  }
  return examples;
}

std::string normalised(std::string text) {
  static const std::pair<std::regex, const char*> rules[] = {
      {std::regex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"), "ID"},
      {std::regex("[0-9a-f]{64}"), "DIGEST"},
      {std::regex(R"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)"), "INSTANT"},
      {std::regex("crk_[A-Za-z0-9_-]{43}"), "KEY"},
      {std::regex(" [01]\\.[0-9]{2}  page "), " CONFIDENCE  page "}};
  for (const auto& [pattern, name] : rules) text = std::regex_replace(text, pattern, name);
  return text;
}

std::string comparable(const std::string& text, bool is_json) {
  return normalised(is_json ? codec::parse(text).dump(1) : text);
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string run_shell(const std::string& command) {
  std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string out;
  std::array<char, 4096> buffer{};
  while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    out.append(buffer.data(), count);
  return out;
}

void import_sample(const fs::path& data) {
  for (const auto& folder : fs::directory_iterator(fs::path(CERTREG_SOURCE_DIR) / "importers/sample")) {
    if (!fs::exists(folder.path() / "documents")) continue;
    const auto run = run_program({"import", (folder.path() / "documents").string(), "--source",
                                  "sample-" + folder.path().filename().string(), "--data", data.string()});
    ASSERT_EQ(run.code, 0) << run.err;
  }
}

TEST(Readme, ItsCommandsAnswerWhatItSays) {
  const auto examples = examples_of(fs::path(CERTREG_SOURCE_DIR) / "README.md");
  ASSERT_GE(examples.size(), 3U);
  const DataFolder folder;
  const auto data = folder.path() / "data";
  Service service(data, {"--sample"});
  import_sample(data);
  const auto key =
      run_program({"key", "create", "--role", "reviewer", "--name", "readme", "--data", data.string()});
  ASSERT_EQ(key.code, 0) << key.err;
  ::setenv("KEY", key.out.substr(0, key.out.find('\n')).c_str(), 1);
  ::setenv("CERTREG_DATA", data.c_str(), 1);
  ASSERT_EQ(::chdir(CERTREG_SOURCE_DIR), 0);
  for (const auto& example : examples) {
    auto command = replaced(example.command, "http://127.0.0.1:8080", service.address());
    command = replaced(command, "build/certreg", CERTREG_BUILD_DIR "/certreg");
    EXPECT_EQ(comparable(run_shell(command), example.is_json), comparable(example.answer, example.is_json))
        << "README.md:" << example.line;
  }
}

}  // namespace
}  // namespace certreg::system_test
