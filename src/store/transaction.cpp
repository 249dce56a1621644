#include <fmt/format.h>

#include "certreg/store/database.h"
#include "store/pool.h"

namespace certreg::store {
namespace {

std::string_view begin_statement(TransactionMode mode) {
  switch (mode) {
    case TransactionMode::ReadWrite:
      return "begin_read_write";
    case TransactionMode::ReadOnly:
      return "begin_read_only";
    case TransactionMode::Serializable:
      return "begin_serializable";
  }
  throw std::logic_error("unknown transaction mode");
}

}  // namespace

Transaction::Transaction(std::shared_ptr<Pool> pool, TransactionMode mode)
    : pool_(std::move(pool)), connection_(pool_->take()) {
  try {
    connection_->run(begin_statement(mode), {});
  } catch (...) {
    pool_->give_back(std::move(connection_));
    throw;
  }
  open_ = true;
}

Transaction::Transaction(Transaction&& other) noexcept
    : pool_(std::move(other.pool_)),
      connection_(std::move(other.connection_)),
      open_(std::exchange(other.open_, false)),
      incomplete_(other.incomplete_) {}

Transaction::~Transaction() {
  if (!connection_) return;
  try {
    if (open_) connection_->run("rollback", {});
  } catch (const std::exception&) {
    // The pool drops a connection that is still in a transaction, and with it the server ends the
    // transaction.
  }
  pool_->give_back(std::move(connection_));
}

Result Transaction::run(std::string_view statement, const Params& params) {
  return connection_->run(statement, params);
}

Result Transaction::run_binary(std::string_view statement, const Params& params) {
  return connection_->run(statement, params, Connection::Format::Binary);
}

std::size_t Transaction::copy(std::string_view statement, std::string_view rows) {
  return connection_->copy(statement, rows);
}

void Transaction::run_script(const std::string& text) { connection_->run_script(text, "script"); }

void Transaction::commit() {
  // PostgreSQL answers the commit of a failed transaction with a rollback that looks like success.
  if (incomplete_ || PQtransactionStatus(connection_->raw()) == PQTRANS_INERROR)
    throw Error(ErrorKind::Conflict, "an earlier step of the transaction failed");
  connection_->run("commit", {});
  open_ = false;
}

}  // namespace certreg::store
