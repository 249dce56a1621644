// The same names in PostgreSQL with pg_trgm, as one would search them there: a GIN index, `%`, the most
// similar first.
#pragma once

#include <libpq-fe.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace certreg::bench {

class TrigramTable {
 public:
  // Fills a table in the database of `conninfo`.
  TrigramTable(const std::string& conninfo, const std::vector<std::string>& names);

  std::vector<std::size_t> search(const std::string& text, int limit);
  std::chrono::nanoseconds cpu_time() const;  // of the server's process for this connection
  std::size_t bytes();                        // of table and index

 private:
  struct Close {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Result = std::unique_ptr<PGresult, Clear>;
  Result run(const std::string& sql);
  Result checked(PGresult* result) const;
  void fill(const std::vector<std::string>& names);

  std::unique_ptr<PGconn, Close> connection_;
};

}  // namespace certreg::bench
