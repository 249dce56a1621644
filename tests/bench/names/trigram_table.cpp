#include "bench/names/trigram_table.h"

#include <time.h>

#include <stdexcept>

namespace certreg::bench {

TrigramTable::TrigramTable(const std::string& conninfo, const std::vector<std::string>& names)
    : connection_(PQconnectdb(conninfo.c_str())) {
  if (PQstatus(connection_.get()) != CONNECTION_OK)
    throw std::runtime_error(PQerrorMessage(connection_.get()));
  run("create extension if not exists pg_trgm");
  run("set maintenance_work_mem = '512MB'");
  run("set max_parallel_workers_per_gather = 0");
  run("create table bench_name (id integer not null, name text not null)");
  fill(names);
  run("create index on bench_name using gin (name gin_trgm_ops)");
  run("vacuum analyze bench_name");
  const auto* sql =
      "select id from bench_name where name % $1 order by similarity(name, $1) desc, id limit $2";
  checked(PQprepare(connection_.get(), "search", sql, 0, nullptr));
}

TrigramTable::Result TrigramTable::checked(PGresult* made) const {
  Result result(made);
  const auto status = PQresultStatus(made);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
    throw std::runtime_error(PQerrorMessage(connection_.get()));
  return result;
}

TrigramTable::Result TrigramTable::run(const std::string& sql) {
  return checked(PQexec(connection_.get(), sql.c_str()));
}

void TrigramTable::fill(const std::vector<std::string>& names) {
  run("copy bench_name (id, name) from stdin");
  for (std::size_t id = 0; id < names.size(); ++id) {
    const auto row = std::to_string(id) + '\t' + names[id] + '\n';
    if (PQputCopyData(connection_.get(), row.data(), static_cast<int>(row.size())) != 1)
      throw std::runtime_error(PQerrorMessage(connection_.get()));
  }
  PQputCopyEnd(connection_.get(), nullptr);
  while (auto* result = PQgetResult(connection_.get())) checked(result);
}

std::vector<std::size_t> TrigramTable::search(const std::string& text, int limit) {
  const auto most = std::to_string(limit);
  const char* const values[] = {text.c_str(), most.c_str()};
  const auto result = checked(PQexecPrepared(connection_.get(), "search", 2, values, nullptr, nullptr, 0));
  std::vector<std::size_t> found;
  for (int row = 0; row < PQntuples(result.get()); ++row)
    found.push_back(std::stoul(PQgetvalue(result.get(), row, 0)));
  return found;
}

std::chrono::nanoseconds TrigramTable::cpu_time() const {
  clockid_t clock{};
  timespec time{};
  if (clock_getcpuclockid(PQbackendPID(connection_.get()), &clock) != 0 || clock_gettime(clock, &time) != 0)
    throw std::runtime_error("the server's CPU time cannot be read");
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::size_t TrigramTable::bytes() {
  const auto result = run("select pg_total_relation_size('bench_name')");
  return std::stoul(PQgetvalue(result.get(), 0, 0));
}

}  // namespace certreg::bench
