#include "certreg/store/private_postgres.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "certreg/store/database.h"
#include "certreg/store/privileges.h"
#include "store/service_process.h"

namespace certreg::store {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using testing::HasSubstr;

std::string query(const std::string& conninfo, const std::string& sql) {
  const std::vector<EmbeddedFile> files = {{"queries/test/test_statement.sql", sql}};
  const Result result =
      Database({.conninfo = conninfo, .files = files, .pool_size = 1}).run("test_statement");
  return result.empty() ? "" : result.only().text(0);
}

void write_row(const PrivatePostgres& postgres) {
  query(postgres.conninfo(), "create table if not exists kept (n int)");
  query(postgres.conninfo(), "insert into kept values (1)");
}

std::string rows(const PrivatePostgres& postgres) {
  return query(postgres.conninfo(), "select count(*) from kept");
}

// A process that owns the cluster and has committed a row; its answer is the server's pid.
pid_t own_cluster(const fs::path& directory) {
  auto* postgres = new PrivatePostgres({.data_dir = directory});
  write_row(*postgres);
  return postgres->server_pid();
}

class PrivatePostgresTest : public testing::Test {
 protected:
  void in_service(const std::function<void()>& body) { test::in_service_process(directory_.path(), body); }
  PrivatePostgresOptions options() const { return {.data_dir = directory_.path()}; }
  const test::TemporaryDirectory directory_;
};

TEST_F(PrivatePostgresTest, IsDurableAndClosedToOthers) {
  in_service([&] {
    const PrivatePostgres postgres(options());
    for (const auto& [setting, value] : {std::pair{"fsync", "on"},
                                         {"full_page_writes", "on"},
                                         {"synchronous_commit", "on"},
                                         {"data_checksums", "on"},
                                         {"listen_addresses", ""},
                                         {"unix_socket_permissions", "0700"},
                                         {"server_encoding", "UTF8"},
                                         {"lc_collate", "C.UTF-8"}})
      EXPECT_EQ(query(postgres.conninfo(), std::string("select current_setting('") + setting + "')"), value)
          << setting;
    EXPECT_EQ(query(postgres.conninfo(), "select current_user"), "certreg");
    EXPECT_THROW(query(postgres.conninfo() + " user=postgres", "select 1"), Error);
    for (const char* name : {"run", "postgres"}) {
      struct stat status {};
      ASSERT_EQ(stat((directory_.path() / name).c_str(), &status), 0);
      EXPECT_EQ(status.st_mode & 0777U, 0700U) << name;
    }
  });
}

TEST_F(PrivatePostgresTest, StopsCleanlyAndStartsAgain) {
  in_service([&] {
    {
      PrivatePostgres postgres(options());
      write_row(postgres);
      const pid_t server = postgres.server_pid();
      postgres.stop();
      EXPECT_EQ(postgres.server_pid(), 0);
      EXPECT_NE(kill(server, 0), 0);
      EXPECT_FALSE(fs::exists(directory_.path() / "postgres/postmaster.pid"));
      postgres.stop();
    }
    const PrivatePostgres again(options());
    EXPECT_EQ(rows(again), "1");
    EXPECT_EQ(again.restarts(), 0);
  });
}

// Empty while the server is away.
std::string rows_if_there(const PrivatePostgres& postgres) try {
  return postgres.restarts() == 1 ? rows(postgres) : "";
} catch (const Error&) {
  return "";
}

// Committed rows are there again without anybody's help.
void expect_recovery(const PrivatePostgres& postgres) {
  std::string seen;
  for (int attempt = 0; attempt < 600 && seen.empty(); ++attempt, std::this_thread::sleep_for(100ms))
    seen = rows_if_there(postgres);
  EXPECT_EQ(seen, "1");
}

TEST_F(PrivatePostgresTest, KilledServerComesBack) {
  in_service([&] {
    const PrivatePostgres postgres(options());
    write_row(postgres);
    ASSERT_EQ(kill(postgres.server_pid(), SIGKILL), 0);
    expect_recovery(postgres);
  });
}

TEST_F(PrivatePostgresTest, KilledServerComesBackThoughASessionIsBusy) {
  in_service([&] {
    const PrivatePostgres postgres(options());
    write_row(postgres);
    std::thread busy(
        [&] { EXPECT_THROW(query(postgres.conninfo(), "do $$ begin loop end loop; end $$"), Error); });
    const std::string running = "select count(*) from pg_stat_activity where query like 'do %'";
    while (query(postgres.conninfo(), running) == "0") std::this_thread::sleep_for(10ms);
    ASSERT_EQ(kill(postgres.server_pid(), SIGKILL), 0);
    expect_recovery(postgres);
    busy.join();
  });
}

TEST_F(PrivatePostgresTest, StartsAfterItsOwnerWasKilled) {
  in_service([&] {
    test::Victim owner([&] { return own_cluster(directory_.path()); });
    owner.kill_and_wait();
    EXPECT_EQ(rows(PrivatePostgres(options())), "1");
  });
}

TEST_F(PrivatePostgresTest, StartsAfterServerAndOwnerWereKilled) {
  in_service([&] {
    test::Victim owner([&] { return own_cluster(directory_.path()); });
    ASSERT_EQ(kill(owner.answer(), SIGKILL), 0);
    owner.kill_and_wait();
    EXPECT_EQ(rows(PrivatePostgres(options())), "1");
  });
}

TEST_F(PrivatePostgresTest, StartsWhenItsOldNumberBelongsToAnotherProgram) {
  in_service([&] {
    { write_row(PrivatePostgres(options())); }
    const test::Victim other([] { return 1; });
    std::ofstream(directory_.path() / "postgres/postmaster.pid")
        << other.pid() << '\n'
        << (directory_.path() / "postgres").string() << "\n1\n5432\n";
    EXPECT_EQ(rows(PrivatePostgres(options())), "1");
  });
}

TEST_F(PrivatePostgresTest, StartsAfterAnInterruptedInitdb) {
  in_service([&] {
    fs::create_directories(directory_.path() / "postgres.new/base");
    std::ofstream(directory_.path() / "postgres.new/PG_VERSION") << "15\n";
    write_row(PrivatePostgres(options()));
    EXPECT_FALSE(fs::exists(directory_.path() / "postgres.new"));
  });
}

struct Refusal {
  const char* name;
  ErrorKind kind;
  const char* said;
  std::function<void(const fs::path&)> prepare;
  std::function<void(PrivatePostgresOptions&)> change;
};

void expect_refusal(PrivatePostgresOptions options, const Refusal& refusal) {
  SCOPED_TRACE(refusal.name);
  if (refusal.prepare) refusal.prepare(options.data_dir);
  if (refusal.change) refusal.change(options);
  try {
    const PrivatePostgres postgres(options);
    ADD_FAILURE() << "was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, refusal.kind);
    EXPECT_THAT(error.what(), HasSubstr(refusal.said));
  }
}

void make_version(const fs::path& directory, const char* version) {
  fs::create_directory(directory / "postgres");
  std::ofstream(directory / "postgres/PG_VERSION") << version;
}

TEST_F(PrivatePostgresTest, RefusesDirectoriesThatItCannotServe) {
  const std::vector<Refusal> refusals = {
      {"other version",
       ErrorKind::Conflict,
       "made by PostgreSQL 14",
       [](const fs::path& directory) { make_version(directory, "14\n"); },
       {}},
      {"no cluster",
       ErrorKind::Conflict,
       "not a PostgreSQL data directory",
       [](const fs::path& directory) { make_version(directory, ""); },
       {}},
      {"no programs",
       ErrorKind::Unavailable,
       "install Debian's postgresql-15",
       {},
       [](PrivatePostgresOptions& options) { options.bin_dir = "/nowhere"; }},
      {"long path",
       ErrorKind::Invalid,
       "bytes where the system takes 107",
       {},
       [](PrivatePostgresOptions& options) { options.data_dir /= std::string(90, 'x'); }},
      {"comma",
       ErrorKind::Invalid,
       "comma",
       {},
       [](PrivatePostgresOptions& options) { options.data_dir /= "a,b"; }},
      {"somebody else's",
       ErrorKind::Forbidden,
       "belongs to",
       {},
       [](PrivatePostgresOptions& options) { options.data_dir = "/usr"; }},
      {"no directory", ErrorKind::Forbidden, "not a directory",
       [](const fs::path& directory) { std::ofstream(directory / "file") << "x"; },
       [](PrivatePostgresOptions& options) { options.data_dir /= "file"; }},
      {"open to others",
       ErrorKind::Forbidden,
       "others may write",
       [](const fs::path& directory) { fs::permissions(directory, fs::perms::all); },
       {}},
  };
  in_service([&] {
    for (const Refusal& refusal : refusals) expect_refusal(options(), refusal);
  });
}

TEST_F(PrivatePostgresTest, RefusesADirectoryInUse) {
  in_service([&] {
    test::Victim owner([&] { return own_cluster(directory_.path()); });
    const std::string said = "is in use by pid " + std::to_string(owner.pid());
    expect_refusal(options(), {"in use", ErrorKind::Conflict, said.c_str(), {}, {}});
    owner.kill_and_wait();
    EXPECT_NO_THROW(PrivatePostgres{options()});
  });
}

TEST_F(PrivatePostgresTest, PathsMayHoldSpacesAndQuotes) {
  in_service([&] {
    PrivatePostgresOptions odd = options();
    odd.data_dir /= "it's \"odd\" \\ here";
    write_row(PrivatePostgres(odd));
  });
}

TEST_F(PrivatePostgresTest, RootGivesItsRightsUpForGood) {
  const bool is_root = geteuid() == 0;
  const fs::path data = directory_.path() / "data";
  ASSERT_EQ(chmod(directory_.path().c_str(), 0755), 0);
  if (is_root) expect_refusal(options(), {"root", ErrorKind::Forbidden, "does not run as root", {}, {}});
  std::fflush(nullptr);
  const test::Victim process([&] {
    const std::string name = drop_privileges(data);
    const bool dropped =
        !name.empty() && geteuid() != 0 && getgid() != 0 && setuid(0) != 0 && fs::exists(data);
    return is_root ? dropped : name.empty();
  });
  EXPECT_EQ(process.answer(), 1);
}

}  // namespace
}  // namespace certreg::store
