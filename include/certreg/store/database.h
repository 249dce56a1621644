// The database: a bounded pool of connections, and statements that are known by name only.
//
// A statement is an embedded file `queries/<noun>/<verb_noun>.sql`; its name is `<verb_noun>`. It is prepared
// once a connection, on first use. What PostgreSQL refuses becomes an Error (ConstraintViolation where a
// constraint spoke):
//   Conflict     unique, foreign key or exclusion constraint; a serialization failure or deadlock; raised by
//   a trigger Invalid      check or not-null constraint; a value that its type does not take Busy statement
//   or lock time-out; no free connection within `pool_wait` Unavailable  no connection, a connection that
//   broke, a server that may not write or is out of resources
// What PostgreSQL said goes to `internal` only. A statement that is wrong in itself (unknown name, syntax,
// wrong number of parameters) is a programmer's error: std::logic_error.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certreg/domain/embedded.h"
#include "certreg/domain/error.h"
#include "certreg/store/param.h"
#include "certreg/store/result.h"

namespace certreg::store {

class Connection;
class Pool;
struct Execution;

// The files under schema/: "queries/<noun>/<verb_noun>.sql" and "migrations/NNNN_what.sql".
std::span<const EmbeddedFile> embedded_files();

// A constraint refused a row. `constraint` is its name in the schema; turn the ones that a caller can cause
// into sentences for the caller. Empty when PostgreSQL names none (not null).
struct ConstraintViolation : Error {
  ConstraintViolation(ErrorKind error_kind, const std::string& detail, std::string internal_text,
                      std::string constraint_name)
      : Error(error_kind, detail, std::move(internal_text)), constraint(std::move(constraint_name)) {}
  std::string constraint;
};

struct DatabaseOptions {
  std::string conninfo;  // libpq's, keywords or URI; several hosts with target_session_attrs are welcome
  std::span<const EmbeddedFile> files = embedded_files();
  std::size_t pool_size = 8;
  std::chrono::milliseconds pool_wait{5'000};
  std::chrono::seconds connect_timeout{5};  // for each host
  std::chrono::milliseconds statement_timeout{30'000};
  std::chrono::milliseconds lock_timeout{5'000};
  std::chrono::milliseconds idle_in_transaction_timeout{60'000};
};

enum class TransactionMode {
  ReadWrite,     // read committed
  ReadOnly,      // one snapshot for all its statements (repeatable read)
  Serializable,  // may end in Conflict; try again
};

// A transaction on a connection of its own. Rolls back unless commit() was called. After an Error only the
// destructor is of use. For one thread at a time.
class Transaction {
 public:
  Transaction(Transaction&&) noexcept;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

  Result run(std::string_view statement, const Params& params = {});

  // With the values in PostgreSQL's binary format: Row::raw() alone is of use.
  Result run_binary(std::string_view statement, const Params& params = {});

  // Rows in the text format of COPY, to a statement "copy ... from stdin". Returns how many they were.
  std::size_t copy(std::string_view statement, std::string_view rows);

  // Throws Conflict when the transaction had failed, Unavailable when the connection broke meanwhile: whether
  // the changes were kept is unknown then.
  void commit();

  // Many statements in one text. For migrations only.
  void run_script(const std::string& text);

 private:
  friend class Database;
  friend class Batch;
  Transaction(std::shared_ptr<Pool> pool, TransactionMode mode);
  std::shared_ptr<Pool> pool_;
  std::unique_ptr<Connection> connection_;
  bool open_ = false;
  bool incomplete_ = false;
};

// Many executions without waiting for each answer (pipeline mode), within a transaction. Rows are gathered
// and sent in spans, so an Error of an earlier row may come out of a later add() or of finish(), and
// statements that are run on the transaction directly may overtake it.
class Batch {
 public:
  explicit Batch(Transaction& transaction);
  ~Batch();  // without finish() the transaction can no longer be committed
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  void add(std::string_view statement, Params params);

  // The results in the order of add().
  std::vector<Result> finish();

 private:
  void flush();
  Transaction& transaction_;
  std::vector<Execution> queued_;
  std::vector<Result> results_;
  bool finished_ = false;
};

// Thread-safe. Makes no connection before the first use. Transactions must not outlive it.
class Database {
 public:
  explicit Database(DatabaseOptions options);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  Transaction begin(TransactionMode mode = TransactionMode::ReadWrite);

  // One statement as a transaction of its own.
  Result run(std::string_view statement, const Params& params = {});

  const DatabaseOptions& options() const;

 private:
  std::shared_ptr<Pool> pool_;
};

}  // namespace certreg::store
