// One connection, with the statements that were prepared on it.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/store/param.h"
#include "certreg/store/result.h"
#include "store/conninfo.h"
#include "store/statements.h"

namespace certreg::store {

struct Execution {
  std::string statement;
  Params params;
};

// For one thread at a time. Whatever throws here may leave the connection of no more use: ask is_idle().
class Connection {
 public:
  // Throws Error Unavailable when no server answers.
  Connection(const ConninfoEntries& conninfo, const Statements& statements);

  enum class Format { Text, Binary };
  Result run(std::string_view statement, const Params& params, Format format = Format::Text);
  void run_script(const std::string& text, std::string_view about);

  // `rows`, in the text format of COPY, to a statement "copy ... from stdin". Returns how many they were.
  std::size_t copy(std::string_view statement, std::string_view rows);

  // Sends all of them before it reads the answers, which come in the same order. After an error nothing of
  // what follows has run.
  std::vector<Result> run_pipeline(std::span<const Execution> executions);

  // Connected and in no transaction.
  bool is_idle() const;

  // The server has sent something that nobody asked for: as a rule, its farewell.
  bool is_stale() const;

  PGconn* raw() const { return connection_.get(); }

 private:
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  void prepare(const std::string& name);
  void send(const Execution& execution);
  std::vector<Result> receive(std::span<const Execution> executions);
  const Statements& statements_;
  std::unique_ptr<PGconn, Finish> connection_;
  std::set<std::string, std::less<>> prepared_;
};

}  // namespace certreg::store
