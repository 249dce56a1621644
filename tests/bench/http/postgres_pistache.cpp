// postgres_pistache CONNINFO FOLDER: stock Pistache, one thread, that answers GET /NAME/N by one prepared
// statement over one connection: FOLDER/NAME.sql with the values of line N (from 1) of FOLDER/NAME.values,
// tabs between them. The first column of the first row is the body. Prints its port on 127.0.0.1 and serves
// until SIGTERM.
#include <libpq-fe.h>
#include <pistache/endpoint.h>
#include <pistache/router.h>
#include <signal.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Pistache::Http::Code;
using Pistache::Rest::Request;
using Pistache::Rest::Route;
using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;
using Values = std::vector<std::string>;

std::vector<Values> read_values(const fs::path& file) {
  std::vector<Values> lines;
  std::ifstream in(file);
  for (std::string line, value; std::getline(in, line);) {
    std::istringstream text(line);
    for (lines.emplace_back(); std::getline(text, value, '\t');) lines.back().push_back(value);
  }
  return lines;
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Statement {
 public:
  Statement(PGconn* connection, const fs::path& sql)
      : connection_(connection),
        name_(sql.stem()),
        asked_(read_values(fs::path(sql).replace_extension("values"))) {
    const Result prepared(PQprepare(connection, name_.c_str(), read(sql).c_str(), 0, nullptr), PQclear);
    if (PQresultStatus(prepared.get()) != PGRES_COMMAND_OK)
      throw std::runtime_error(PQerrorMessage(connection));
  }

  // nullptr: there is no such line, or no row.
  Result run(std::size_t line) const {
    if (line == 0 || line > asked_.size()) return {nullptr, PQclear};
    std::vector<const char*> values;
    for (const auto& value : asked_[line - 1]) values.push_back(value.c_str());
    Result result(PQexecPrepared(connection_, name_.c_str(), static_cast<int>(values.size()), values.data(),
                                 nullptr, nullptr, 0),
                  PQclear);
    if (PQntuples(result.get()) == 0) result.reset();
    return result;
  }

  const std::string& name() const { return name_; }

 private:
  PGconn* connection_;
  std::string name_;
  std::vector<Values> asked_;
};

void add_route(Pistache::Rest::Router& router, const std::shared_ptr<const Statement>& statement) {
  router.get("/" + statement->name() + "/:line",
             [statement](const Request& request, Pistache::Http::ResponseWriter response) {
               const auto result = statement->run(request.param(":line").as<std::size_t>());
               if (result)
                 response.send(Code::Ok, PQgetvalue(result.get(), 0, 0), MIME(Application, Json));
               else
                 response.send(Code::Not_Found);
               return Route::Result::Ok;
             });
}

void serve(PGconn* connection, const fs::path& folder, const sigset_t& stop) {
  Pistache::Rest::Router router;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".sql")
      add_route(router, std::make_shared<Statement>(connection, entry.path()));
  Pistache::Http::Endpoint endpoint(Pistache::Address("127.0.0.1", Pistache::Port(0)));
  endpoint.init(Pistache::Http::Endpoint::options().threads(1).flags(Pistache::Tcp::Options::ReuseAddr));
  endpoint.setHandler(router.handler());
  endpoint.serveThreaded();
  std::cout << endpoint.getPort() << std::endl;

  int signal = 0;
  sigwait(&stop, &signal);
  endpoint.shutdown();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);
  try {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(argv[1]), PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK)
      throw std::runtime_error(PQerrorMessage(connection.get()));
    serve(connection.get(), argv[2], stop);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
