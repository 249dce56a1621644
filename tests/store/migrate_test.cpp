#include "certreg/store/migrate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "support/postgres.h"

namespace certreg::store {
namespace {

using Files = std::vector<EmbeddedFile>;

const EmbeddedFile kFirst = {"migrations/0001_begin.sql",
                             "create table a (n int); insert into a values (1), (2);"};
const EmbeddedFile kSecond = {"migrations/0002_go_on.sql",
                              "alter table a add column m int; create table b (n int);"};
const EmbeddedFile kThird = {"migrations/0003_end.sql", "insert into a (n) values (3)"};

class MigrateTest : public testing::Test {
 protected:
  std::string refusal(const Files& files) {
    try {
      migrate(database_, files);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::Conflict);
      return error.what();
    }
    return "accepted";
  }

  const std::string conninfo_ = test::empty_database();
  Database database_{{.conninfo = conninfo_}};
};

TEST_F(MigrateTest, RunsWhatIsNewInOrder) {
  EXPECT_EQ(migrate(database_, Files{kFirst}), 1);
  EXPECT_EQ(migrate(database_, Files{kFirst}), 0);
  EXPECT_EQ(migrate(database_, Files{kThird, kSecond, kFirst}), 2);
}

TEST_F(MigrateTest, RefusesAnEditedMigration) {
  migrate(database_, Files{kFirst, kSecond});
  EmbeddedFile edited = kFirst;
  edited.bytes = "create table a (n bigint)";
  EXPECT_EQ(refusal({edited, kSecond, kThird}),
            "migration 0001_begin.sql was edited after the database had run it");
  EXPECT_EQ(migrate(database_, Files{kFirst, kSecond}), 0);
}

TEST_F(MigrateTest, RefusesANewerDatabase) {
  migrate(database_, Files{kFirst, kSecond, kThird});
  EXPECT_THAT(refusal({kFirst, kSecond}), testing::HasSubstr("newer than this program"));
  EXPECT_THAT(refusal({}), testing::HasSubstr("newer than this program"));
}

TEST_F(MigrateTest, RefusesAMigrationBeforeARecordedOne) {
  migrate(database_, Files{kFirst, kThird});
  EXPECT_THAT(refusal({kFirst, kSecond, kThird}), testing::HasSubstr("0002_go_on.sql lies before"));
}

TEST_F(MigrateTest, FailingMigrationLeavesTheOneBefore) {
  const EmbeddedFile failing = {"migrations/0002_fails.sql", "create table b (n int); select 1 / 0;"};
  try {
    migrate(database_, Files{kFirst, failing});
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_THAT(error.internal, testing::HasSubstr("0002_fails.sql"));
  }
  EXPECT_EQ(migrate(database_, Files{kFirst, kSecond}), 1) << "table b must not be there";
}

TEST_F(MigrateTest, MisnamedFilesAreAProgrammersError) {
  for (const char* name : {"migrations/begin.sql", "migrations/0001.sql", "migrations/0000_x.sql"})
    EXPECT_THROW(migrate(database_, Files{{name, "select 1"}}), std::logic_error) << name;
  EXPECT_THROW(migrate(database_, Files{kFirst, {"migrations/01_twin.sql", ""}}), std::logic_error);
}

TEST_F(MigrateTest, ProgramsThatStartAtOnceRunEachMigrationOnce) {
  std::atomic<int> run = 0;
  std::vector<std::thread> programs;
  for (int i = 0; i < 4; ++i)
    programs.emplace_back([&] {
      Database own({.conninfo = conninfo_});
      run += migrate(own, Files{kFirst, kSecond, kThird});
    });
  for (std::thread& program : programs) program.join();
  EXPECT_EQ(run, 3);
}

TEST(EmbeddedMigrations, RunOnAnEmptyDatabase) {
  Database database({.conninfo = test::empty_database()});
  migrate(database);
  EXPECT_EQ(migrate(database), 0);
}

}  // namespace
}  // namespace certreg::store
