#include "store/connection.h"

#include <poll.h>

#include <cstdlib>
#include <utility>

#include "certreg/domain/error.h"
#include "store/failure.h"

namespace certreg::store {
namespace {

struct ClearResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using OwnedResult = std::unique_ptr<PGresult, ClearResult>;

// Parameters in the shape that libpq takes.
struct Wire {
  explicit Wire(const Params& params) {
    for (const Param& param : params) {
      // libpq takes a text up to its first NUL: what follows would be lost silently.
      if (!param.is_null() && !param.is_binary() && param.value().find('\0') != std::string::npos)
        throw Error(ErrorKind::Invalid, "a text must not hold a NUL character");
      values.push_back(param.is_null() ? nullptr : param.value().data());
      lengths.push_back(param.is_null() ? 0 : static_cast<int>(param.value().size()));
      formats.push_back(param.is_binary() ? 1 : 0);
    }
  }
  int count() const { return static_cast<int>(values.size()); }
  std::vector<const char*> values;
  std::vector<int> lengths;
  std::vector<int> formats;
};

PGconn* connect(const ConninfoEntries& conninfo) {
  std::vector<const char*> keywords;
  std::vector<const char*> values;
  for (const auto& [keyword, value] : conninfo) {
    keywords.push_back(keyword.c_str());
    values.push_back(value.c_str());
  }
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  return PQconnectdbParams(keywords.data(), values.data(), 0);
}

// libpq writes notices to standard error by default.
void drop_notice(void*, const PGresult*) {}

}  // namespace

Connection::Connection(const ConninfoEntries& conninfo, const Statements& statements)
    : statements_(statements), connection_(connect(conninfo)) {
  if (PQstatus(raw()) != CONNECTION_OK) throw_failure(raw(), nullptr, "connect");
  PQsetNoticeReceiver(raw(), drop_notice, nullptr);
}

Result Connection::run(std::string_view statement, const Params& params, Format format) {
  const std::string name(statement);
  prepare(name);
  const Wire wire(params);
  OwnedResult result(PQexecPrepared(raw(), name.c_str(), wire.count(), wire.values.data(),
                                    wire.lengths.data(), wire.formats.data(), format == Format::Binary));
  check_result(raw(), result.get(), statement);
  return Result(result.release());
}

void Connection::run_script(const std::string& text, std::string_view about) {
  const OwnedResult result(PQexec(raw(), text.c_str()));
  check_result(raw(), result.get(), about);
}

std::size_t Connection::copy(std::string_view statement, std::string_view rows) {
  OwnedResult result(PQexec(raw(), statements_.text(statement).c_str()));
  if (PQresultStatus(result.get()) != PGRES_COPY_IN) throw_failure(raw(), result.get(), statement);
  if (PQputCopyData(raw(), rows.data(), static_cast<int>(rows.size())) != 1 ||
      PQputCopyEnd(raw(), nullptr) != 1)
    throw_failure(raw(), nullptr, statement);
  result.reset(PQgetResult(raw()));
  check_result(raw(), result.get(), statement);
  const std::size_t count = std::strtoull(PQcmdTuples(result.get()), nullptr, 10);
  while (OwnedResult rest{PQgetResult(raw())}) result = std::move(rest);
  return count;
}

void Connection::prepare(const std::string& name) {
  if (prepared_.contains(name)) return;
  const OwnedResult result(PQprepare(raw(), name.c_str(), statements_.text(name).c_str(), 0, nullptr));
  check_result(raw(), result.get(), name);
  prepared_.insert(name);
}

std::vector<Result> Connection::run_pipeline(std::span<const Execution> executions) {
  for (const Execution& execution : executions) prepare(execution.statement);
  if (!PQenterPipelineMode(raw())) throw_failure(raw(), nullptr, "enter pipeline");
  for (const Execution& execution : executions) send(execution);
  if (!PQpipelineSync(raw())) throw_failure(raw(), nullptr, "sync pipeline");
  return receive(executions);
}

void Connection::send(const Execution& execution) {
  const Wire wire(execution.params);
  if (!PQsendQueryPrepared(raw(), execution.statement.c_str(), wire.count(), wire.values.data(),
                           wire.lengths.data(), wire.formats.data(), 0))
    throw_failure(raw(), nullptr, execution.statement);
}

std::vector<Result> Connection::receive(std::span<const Execution> executions) {
  std::vector<Result> results;
  OwnedResult failed;
  for (;;) {
    OwnedResult result(PQgetResult(raw()));
    if (!result && PQstatus(raw()) != CONNECTION_OK) throw_failure(raw(), nullptr, "pipeline");
    if (!result) continue;  // stands between the answers of two statements
    if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) break;
    if (failed) continue;
    if (is_success(result.get()))
      results.emplace_back(result.release());
    else
      failed = std::move(result);
  }
  if (!PQexitPipelineMode(raw())) throw_failure(raw(), nullptr, "exit pipeline");
  if (failed) throw_failure(raw(), failed.get(), executions[results.size()].statement);
  return results;
}

bool Connection::is_idle() const {
  return PQstatus(raw()) == CONNECTION_OK && PQtransactionStatus(raw()) == PQTRANS_IDLE;
}

bool Connection::is_stale() const {
  pollfd socket{PQsocket(raw()), POLLIN, 0};
  return !is_idle() || poll(&socket, 1, 0) != 0;
}

}  // namespace certreg::store
