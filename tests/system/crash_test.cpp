// What was acknowledged is there after a crash, and a repeat completes the rest.
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "certreg/codec/json.h"
#include "system/program.h"

namespace certreg::system_test {
namespace {

using codec::Json;

// 10,000 in the measurement (CERTREG_TEST_ROWS=10000); fewer keep a usual run short.
int row_count() {
  const char* rows = std::getenv("CERTREG_TEST_ROWS");
  return rows != nullptr ? std::atoi(rows) : 20'000;
}

std::string register_of(int rows) {
  std::ostringstream csv;
  csv << "holder,country,number,standard,issuer,issued,expires,scope\n";
  for (int i = 1; i <= rows; ++i)
    csv << "Made Up Company " << i << " GmbH,DE,MU-" << i
        << ",ISO/IEC 27001:2022,Made Up Certification Ltd,2025-01-01,2027-12-31,"
        << "Operation of service " << i << "\n";
  return csv.str();
}

Json json_of(const http::Response& response) { return codec::parse(response.body); }

std::int64_t count_of(const Json& run, const std::string& outcome) {
  for (const auto& row : run["counts"]) {
    if (row["outcome"] == outcome) return row["count"].get<std::int64_t>();
  }
  return 0;
}

std::int64_t certificates_in(Service& service) {
  std::int64_t count = 0;
  std::string after;
  std::string target = "/v1/certificates?limit=500";
  while (!target.empty()) {
    const auto response = service.ask("GET", target);
    count += static_cast<std::int64_t>(json_of(response)["items"].size());
    target.clear();
    for (const auto& header : response.headers) {
      if (http::is_same_name(header.name, "Link"))
        target = header.value.substr(1, header.value.find('>') - 1);
    }
  }
  return count;
}

std::string start_import(Service& service, const std::string& csv) {
  const auto response = service.ask("POST", "/v1/imports?name=register.csv&accept=true", csv, "text/csv");
  EXPECT_EQ(response.status, 202) << response.body;
  return json_of(response)["id"].get<std::string>();
}

// The run when `enough` says so or when it ended.
template <class Enough>
Json poll_import(Service& service, const std::string& id, const Enough& enough) {
  for (;;) {
    auto run = json_of(service.ask("GET", "/v1/imports/" + id));
    if (run["state"] != "running" || enough(run)) return run;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

pid_t postmaster_of(const std::filesystem::path& data) {
  std::ifstream in(data / "postgres/postmaster.pid");
  pid_t pid = 0;
  in >> pid;
  return pid;
}

// Makes suppliers until the answer has the status, for a minute at most.
int poll_create(Service& service, int status) {
  int last = 0;
  for (int i = 0; i < 600; ++i) {
    last =
        service
            .ask("POST", "/v1/suppliers", R"({"name":"Another Company )" + std::to_string(i) + R"( GmbH"})")
            .status;
    if (last == status) return last;
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  return last;
}

TEST(Crash, InTheMiddleOfAnImportLosesNothingAcknowledged) {
  const int rows = row_count();
  const auto csv = register_of(rows);
  const DataFolder folder;
  const auto data = folder.path() / "data";
  std::int64_t acknowledged = 0;
  std::string id;
  {
    Service service(data);
    id = start_import(service, csv);
    const auto run = poll_import(service, id, [](const Json& now) { return count_of(now, "accepted") > 0; });
    acknowledged = count_of(run, "accepted");
    service.send(SIGKILL);
    EXPECT_EQ(service.wait(), 128 + SIGKILL);
  }
  ASSERT_GT(acknowledged, 0);
  EXPECT_LT(acknowledged, rows) << "the import ended before the kill: take more rows";

  Service service(data);
  EXPECT_EQ(json_of(service.ask("GET", "/v1/imports/" + id))["state"], "interrupted");
  EXPECT_GE(certificates_in(service), acknowledged);
  const auto again = start_import(service, csv);
  const auto run = poll_import(service, again, [](const Json&) { return false; });
  EXPECT_EQ(run["state"], "done") << run.dump();
  EXPECT_EQ(certificates_in(service), rows);
}

TEST(Crash, ReadsGoOnWhileTheDatabaseIsAway) {
  const DataFolder folder;
  const auto data = folder.path() / "data";
  Service service(data);
  const auto created = service.ask("POST", "/v1/suppliers", R"({"name":"Made Up Company GmbH"})");
  ASSERT_EQ(created.status, 201) << created.body;
  const auto id = json_of(created)["id"].get<std::string>();

  // Without its folder the server cannot be started again by itself, until the folder is back.
  const auto postmaster = postmaster_of(data);
  ASSERT_GT(postmaster, 0);
  std::filesystem::rename(data / "postgres", data / "postgres.away");
  ASSERT_EQ(::kill(postmaster, SIGKILL), 0);
  EXPECT_EQ(poll_create(service, 503), 503);
  EXPECT_EQ(service.ask("GET", "/v1/suppliers/" + id).status, 200);
  EXPECT_EQ(service.ask("GET", "/v1/verify?entity=Made%20Up%20Company%20GmbH&standard=27001").status, 200);
  EXPECT_EQ(service.ask("GET", "/healthz").status, 200);

  std::filesystem::rename(data / "postgres.away", data / "postgres");
  EXPECT_EQ(poll_create(service, 201), 201);
}

}  // namespace
}  // namespace certreg::system_test
