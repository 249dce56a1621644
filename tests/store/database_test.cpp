#include "certreg/store/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "support/postgres.h"

namespace certreg::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

constexpr const char* kTables =
    "create table colour (id integer constraint colour_pkey primary key, name text not null,"
    " constraint colour_name_key unique (name), constraint colour_name_check check (name <> ''));"
    "create table paint (colour integer constraint paint_colour_fkey references colour (id),"
    " during int4range, constraint paint_excl exclude using gist (during with &&))";

const std::vector<EmbeddedFile> kFiles = {
    {"queries/transaction/begin_read_write.sql", "begin"},
    {"queries/transaction/begin_read_only.sql", "begin isolation level repeatable read read only"},
    {"queries/transaction/begin_serializable.sql", "begin isolation level serializable"},
    {"queries/transaction/commit.sql", "commit"},
    {"queries/transaction/rollback.sql", "rollback"},
    {"queries/colour/insert_colour.sql", "insert into colour (id, name) values ($1, $2)"},
    {"queries/colour/return_colour.sql", "insert into colour (id, name) values ($1, $2) returning id, name"},
    {"queries/colour/rename_colour.sql", "update colour set name = $2 where id = $1"},
    {"queries/colour/count_colours.sql", "select count(*) as number from colour"},
    {"queries/paint/insert_paint.sql", "insert into paint (colour, during) values ($1, $2::int4range)"},
    {"queries/paint/echo_values.sql",
     "select $1::text as text, $2::bigint as number, $3::boolean as flag, $4::bytea as bytes, $5::text[] as "
     "list,"
     " $6::double precision as real, $7::text as nothing"},
    {"queries/paint/sleep_long.sql", "select pg_sleep(30)"},
    {"queries/paint/lock_colours.sql", "lock table colour"},
    {"queries/paint/kill_session.sql", "select pg_terminate_backend($1)"},
    {"queries/paint/my_session.sql", "select pg_backend_pid()"},
    {"queries/paint/cast_number.sql", "select $1::text::integer"},
    {"queries/paint/raise_error.sql", "do $$ begin raise exception 'no'; end $$"},
    {"queries/paint/show_timeouts.sql",
     "select current_setting('statement_timeout'), current_setting('lock_timeout'),"
     " current_setting('idle_in_transaction_session_timeout'), current_setting('timezone')"},
    {"queries/paint/broken_syntax.sql", "selekt 1"},
};

class DatabaseTest : public testing::Test {
 protected:
  DatabaseTest() {
    Transaction transaction = database_.begin();
    transaction.run_script(kTables);
    transaction.commit();
  }

  DatabaseOptions options() const {
    return {.conninfo = conninfo_, .files = kFiles, .pool_size = 2, .pool_wait = 50ms};
  }
  std::int64_t count() { return database_.run("count_colours").only().integer("number"); }

  const std::string conninfo_ = test::empty_database();
  Database database_{options()};
};

TEST_F(DatabaseTest, ValuesComeBackAsTheyWent) {
  const std::string bytes("\0\xff'\\x", 5);
  const std::vector<std::string> list = {"plain", "", "a,b", "quote \" and \\", "{}", "NULL"};
  const Row row = database_
                      .run("echo_values", {"Zürich 'x'", std::int64_t{-9'000'000'000}, true,
                                           Param::bytes(bytes), Param::array(list), 0.1, std::nullopt})
                      .only();
  EXPECT_EQ(row.text("text"), "Zürich 'x'");
  EXPECT_EQ(row.integer("number"), -9'000'000'000);
  EXPECT_TRUE(row.boolean(2));
  EXPECT_EQ(row.bytes("bytes"), bytes);
  EXPECT_EQ(row.array("list"), list);
  EXPECT_EQ(row.number("real"), 0.1);
  EXPECT_EQ(row.optional_text("nothing"), std::nullopt);
  EXPECT_TRUE(row.is_null("nothing"));
  EXPECT_EQ(row.optional_integer("number"), -9'000'000'000);
}

TEST_F(DatabaseTest, OptionalParametersMayBeAbsent) {
  const std::optional<std::string> text;
  const std::optional<int> number = 7;
  const Row row = database_
                      .run("echo_values", {text, number, std::optional<bool>(false), Param::bytes(""),
                                           Param::array({}), std::nullopt, ""})
                      .only();
  EXPECT_TRUE(row.is_null("text"));
  EXPECT_EQ(row.integer("number"), 7);
  EXPECT_FALSE(row.boolean("flag"));
  EXPECT_EQ(row.bytes("bytes"), "");
  EXPECT_TRUE(row.array("list").empty());
  EXPECT_EQ(row.optional_text("nothing"), "");
}

TEST_F(DatabaseTest, MisuseIsAProgrammersError) {
  const Row row = database_.run("my_session").only();
  EXPECT_THROW(row.text("no_such_column"), std::logic_error);
  EXPECT_THROW(row.text(1), std::logic_error);
  EXPECT_THROW(row.boolean(0), std::logic_error);
  EXPECT_THROW(database_.run("no_such_statement"), std::logic_error);
  EXPECT_THROW(database_.run("broken_syntax"), std::logic_error);
  EXPECT_THROW(database_.run("my_session", {"one too many"}), std::logic_error);
  EXPECT_THROW(
      Database({.conninfo = conninfo_,
                .files = std::vector<EmbeddedFile>{{"queries/a/same.sql", ""}, {"queries/b/same.sql", ""}}}),
      std::logic_error);
}

TEST_F(DatabaseTest, TransactionRollsBackUnlessCommitted) {
  database_.begin().run("insert_colour", {1, "red"});
  EXPECT_EQ(count(), 0);
  {
    Transaction transaction = database_.begin();
    transaction.run("insert_colour", {1, "red"});
    Transaction moved = std::move(transaction);
    moved.commit();
  }
  EXPECT_EQ(count(), 1);
}

TEST_F(DatabaseTest, FailedTransactionCannotBeCommitted) {
  Transaction transaction = database_.begin();
  transaction.run("insert_colour", {1, "red"});
  EXPECT_THROW(transaction.run("insert_colour", {1, "blue"}), ConstraintViolation);
  EXPECT_THROW(transaction.commit(), Error);
  EXPECT_EQ(count(), 0);
}

TEST_F(DatabaseTest, ReadOnlyTransactionSeesOneSnapshotAndTakesNoChanges) {
  Transaction reader = database_.begin(TransactionMode::ReadOnly);
  EXPECT_EQ(reader.run("count_colours").only().integer(0), 0);
  database_.run("insert_colour", {1, "red"});
  EXPECT_EQ(reader.run("count_colours").only().integer(0), 0);
  EXPECT_THROW(reader.run("insert_colour", {2, "blue"}), Error);
}

TEST_F(DatabaseTest, RefusalsBecomeErrors) {
  database_.run("insert_colour", {1, "red"});
  database_.run("insert_paint", {1, "[1,3)"});
  struct Case {
    const char* statement;
    Params params;
    ErrorKind kind;
    const char* constraint;
  };
  for (const Case& c : {
           Case{"insert_colour", {1, "blue"}, ErrorKind::Conflict, "colour_pkey"},
           Case{"insert_colour", {2, "red"}, ErrorKind::Conflict, "colour_name_key"},
           Case{"insert_colour", {2, ""}, ErrorKind::Invalid, "colour_name_check"},
           Case{"insert_colour", {2, std::nullopt}, ErrorKind::Invalid, ""},
           Case{"insert_paint", {9, "[7,8)"}, ErrorKind::Conflict, "paint_colour_fkey"},
           Case{"insert_paint", {1, "[2,4)"}, ErrorKind::Conflict, "paint_excl"},
       }) {
    SCOPED_TRACE(c.constraint);
    try {
      database_.run(c.statement, c.params);
      ADD_FAILURE() << "was accepted";
    } catch (const ConstraintViolation& error) {
      EXPECT_EQ(error.kind, c.kind);
      EXPECT_EQ(error.constraint, c.constraint);
      EXPECT_THAT(error.internal, testing::StartsWith(c.statement));
      EXPECT_THAT(error.what(), testing::Not(testing::HasSubstr("colour")));
    }
  }
}

ErrorKind kind_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.kind;
  }
  throw std::runtime_error("was accepted");
}

TEST_F(DatabaseTest, FailuresBecomeErrors) {
  DatabaseOptions hasty = options();
  hasty.statement_timeout = 50ms;
  hasty.lock_timeout = 20ms;
  Database impatient(hasty);
  Transaction holder = database_.begin();
  holder.run("lock_colours");
  EXPECT_EQ(kind_of([&] { impatient.run("sleep_long"); }), ErrorKind::Busy);
  EXPECT_EQ(kind_of([&] { impatient.run("count_colours"); }), ErrorKind::Busy);
  EXPECT_EQ(kind_of([&] { impatient.run("cast_number", {"many"}); }), ErrorKind::Invalid);
  EXPECT_EQ(kind_of([&] { impatient.run("cast_number", {std::string("1\0002", 3)}); }), ErrorKind::Invalid);
  EXPECT_EQ(kind_of([&] { impatient.run("cast_number", {"\xff"}); }), ErrorKind::Invalid);
  EXPECT_EQ(kind_of([&] { impatient.run("raise_error"); }), ErrorKind::Conflict);
  EXPECT_EQ(kind_of([&] { Database({.conninfo = "host=/nowhere"}).begin(); }), ErrorKind::Unavailable);
  EXPECT_EQ(kind_of([&] { Database({.conninfo = "nonsense"}); }), ErrorKind::Invalid);
}

TEST_F(DatabaseTest, WriteSkewIsAConflict) {
  database_.run("insert_colour", {1, "red"});
  Transaction first = database_.begin(TransactionMode::Serializable);
  Transaction second = database_.begin(TransactionMode::Serializable);
  for (Transaction* transaction : {&first, &second}) transaction->run("count_colours");
  first.run("insert_colour", {2, "blue"});
  second.run("insert_colour", {3, "green"});
  first.commit();
  EXPECT_EQ(kind_of([&] { second.commit(); }), ErrorKind::Conflict);
}

TEST_F(DatabaseTest, TimeoutsAreAlwaysSet) {
  const Row row = database_.run("show_timeouts").only();
  EXPECT_THAT((std::vector{row.text(0), row.text(1), row.text(2), row.text(3)}),
              ElementsAre("30s", "5s", "1min", "UTC"));
}

TEST_F(DatabaseTest, PoolIsBounded) {
  const Transaction first = database_.begin();
  {
    const Transaction second = database_.begin();
    EXPECT_EQ(kind_of([&] { database_.begin(); }), ErrorKind::Busy);
  }
  EXPECT_NO_THROW(database_.begin());
}

TEST_F(DatabaseTest, PoolServesMoreThreadsThanItHasConnections) {
  DatabaseOptions patient = options();
  patient.pool_wait = 30s;
  Database shared(patient);
  std::atomic<int> answers = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int j = 0; j < 20; ++j) answers += !shared.run("my_session").empty();
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(answers, 160);
}

TEST_F(DatabaseTest, BrokenConnectionsAreReplaced) {
  DatabaseOptions lonely = options();
  lonely.pool_size = 1;
  Database victim(lonely);
  const auto session = victim.run("my_session").only().integer(0);
  database_.run("kill_session", {session});
  // The farewell may still be on its way: then the first use says Unavailable, the next one works.
  try {
    victim.run("my_session");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Unavailable);
  }
  EXPECT_NE(victim.run("my_session").only().integer(0), session);
}

TEST_F(DatabaseTest, ConnectionThatBreaksWithinATransactionIsUnavailable) {
  Transaction transaction = database_.begin();
  const auto session = transaction.run("my_session").only().integer(0);
  database_.run("kill_session", {session});
  EXPECT_EQ(kind_of([&] { transaction.run("my_session"), transaction.run("my_session"); }),
            ErrorKind::Unavailable);
}

TEST_F(DatabaseTest, BatchGivesResultsInOrder) {
  Transaction transaction = database_.begin();
  Batch batch(transaction);
  for (int i = 0; i < 1000; ++i) {
    batch.add("return_colour", {i, "colour " + std::to_string(i)});
    batch.add("rename_colour", {i, "paint " + std::to_string(i)});
  }
  const std::vector<Result> results = batch.finish();
  ASSERT_EQ(results.size(), 2000U);
  EXPECT_EQ(results[998].only().text("name"), "colour 499");
  EXPECT_EQ(results[999].affected(), 1U);
  transaction.commit();
  EXPECT_EQ(count(), 1000);
}

TEST_F(DatabaseTest, BatchWithARefusedRowKeepsNothing) {
  {
    Transaction transaction = database_.begin();
    Batch batch(transaction);
    for (const int id : {1, 2, 1, 3}) batch.add("insert_colour", {id, std::to_string(id) + " again"});
    EXPECT_THROW(batch.finish(), ConstraintViolation);
    EXPECT_THROW(transaction.commit(), Error);
  }
  EXPECT_EQ(count(), 0);
}

TEST_F(DatabaseTest, BatchThatWasNotFinishedCannotBeCommitted) {
  Transaction transaction = database_.begin();
  { Batch(transaction).add("insert_colour", {1, "red"}); }
  EXPECT_THROW(transaction.commit(), Error);
}

}  // namespace
}  // namespace certreg::store
