// The service from outside: start, stop, privileges, the command line beside it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "certreg/domain/date.h"
#include "system/program.h"

namespace certreg::system_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

fs::path sample(const char* name) {
  return fs::path(CERTREG_SOURCE_DIR) / "importers/sample" / name / "documents";
}

// Most systems allow 1024 open files at first, which ten thousand waiting clients would use up.
TEST(System, MayOpenAsManyFilesAsTheSystemLets) {
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  auto few = before;
  few.rlim_cur = std::min<rlim_t>(256, before.rlim_max);
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
  DataFolder data;
  Service service(data.path());
  ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
  std::ifstream limits("/proc/" + std::to_string(service.pid()) + "/limits");
  std::string line;
  while (std::getline(limits, line) && !line.starts_with("Max open files")) {
  }
  std::istringstream words(line.substr(std::min(line.size(), std::string("Max open files").size())));
  std::string soft, hard;
  words >> soft >> hard;
  EXPECT_EQ(soft, hard);
  EXPECT_NE(soft, "256");
}

TEST(System, StartsAnswersAndStopsCleanly) {
  const DataFolder folder;
  const auto data = folder.path() / "data";
  for (int round = 0; round < 2; ++round) {
    Service service(data);
    EXPECT_EQ(service.ask("GET", "/readyz").status, 200);
    EXPECT_EQ(service.ask("GET", "/v1/suppliers").status, 200);
    service.send(SIGTERM);
    EXPECT_EQ(service.wait(), 0) << service.log();
    EXPECT_FALSE(fs::exists(data / "service.json"));
  }
}

// Lines about requests are gathered, and none is lost by a stop.
TEST(System, LogsEveryRequestOnceAndWhole) {
  constexpr int kRequests = 300;
  const DataFolder folder;
  Service service(folder.path() / "data");
  for (int i = 0; i < kRequests; ++i)
    service.ask("GET", "/v1/suppliers?limit=" + std::to_string(i % 100 + 1));
  service.send(SIGTERM);
  EXPECT_EQ(service.wait(), 0);
  std::istringstream lines(service.log());
  int requests = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto parsed = nlohmann::json::parse(line, nullptr, false);
    ASSERT_FALSE(parsed.is_discarded()) << line;
    if (parsed.at("event") != "request" ||
        parsed.at("target").get<std::string>().find("limit=") == std::string::npos)
      continue;
    ++requests;
    EXPECT_EQ(parsed.at("status"), 200) << line;
    EXPECT_TRUE(parse_instant(parsed.at("at").get<std::string>())) << line;
  }
  EXPECT_EQ(requests, kRequests);
}

TEST(System, TwoServicesNeverShareAFolder) {
  const DataFolder folder;
  const auto data = folder.path() / "data";
  Service service(data);
  const auto second = run_program({"serve", "--data", data.string(), "--listen", "127.0.0.1:0"});
  EXPECT_EQ(second.code, 1);
  EXPECT_THAT(second.err, HasSubstr(std::to_string(service.pid())));
  EXPECT_EQ(service.ask("GET", "/v1/suppliers").status, 200);
}

TEST(System, SettingsThatAreNoneAreNamed) {
  for (const auto* listen : {"127.0.0.1", "localhost:80", "127.0.0.1:99999", "::1:80", "127.0.0.1:"}) {
    const auto run = run_program({"serve", "--listen", listen, "--data", "/nonexistent/certreg"});
    EXPECT_EQ(run.code, 1) << listen;
    EXPECT_THAT(run.err, HasSubstr("listen must be")) << listen;
  }
}

TEST(System, TheCommandLineSpeaksToTheServiceOrOpensTheFolder) {
  const DataFolder folder;
  const auto data = folder.path() / "data";
  const std::vector<std::string> ask = {"verify", "--entity", "Nobody Known", "--standard",
                                        "27001",  "--data",   data.string()};
  const auto alone = run_program(ask);
  EXPECT_EQ(alone.code, 4) << alone.err;
  EXPECT_THAT(alone.out, HasSubstr("nothing_found"));
  EXPECT_FALSE(fs::exists(data / "service.json"));

  Service service(data);
  EXPECT_EQ(run_program(ask).code, 4);
  service.send(SIGKILL);
  service.wait();
  EXPECT_EQ(run_program(ask).code, 4) << "a file that a killed service left must not matter";
}

TEST(System, ReadsTheSample) {
  const DataFolder folder;
  const auto data = folder.path() / "data";
  Service service(data, {"--sample"});
  const auto import = run_program({"import", sample("harbour-cloud").string(), "--source",
                                   "sample-harbour-cloud", "--data", data.string()});
  EXPECT_EQ(import.code, 0) << import.err;
  const std::vector<std::string> ask = {"verify",          "--entity",   "Sample Harbour Cloud GmbH",
                                        "--standard",      "27001",      "--service",
                                        "Harbour Compute", "--on",       "2026-11-22",
                                        "--data",          data.string()};
  const auto answer = run_program(ask);
  EXPECT_EQ(answer.code, 0) << answer.out << answer.err << import.out;
  EXPECT_THAT(answer.out, HasSubstr("satisfied: Sample Harbour Cloud GmbH"));
}

}  // namespace
}  // namespace certreg::system_test
