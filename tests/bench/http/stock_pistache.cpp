// stock_pistache FILE...: Pistache as it comes, one thread, answering GET /<name of a file> with its bytes on
// a free port of 127.0.0.1. Prints the port and serves until SIGTERM.
#include <pistache/endpoint.h>
#include <pistache/router.h>
#include <signal.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

namespace fs = std::filesystem;
using Pistache::Rest::Request;
using Pistache::Rest::Route;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void add_route(Pistache::Rest::Router& router, const fs::path& file) {
  router.get("/" + file.filename().string(),
             [body = read(file)](const Request&, Pistache::Http::ResponseWriter response) {
               response.send(Pistache::Http::Code::Ok, body, MIME(Application, Json));
               return Route::Result::Ok;
             });
}

}  // namespace

int main(int argc, char** argv) {
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop, nullptr);

  Pistache::Rest::Router router;
  for (int i = 1; i < argc; ++i) add_route(router, argv[i]);
  Pistache::Http::Endpoint endpoint(Pistache::Address("127.0.0.1", Pistache::Port(0)));
  endpoint.init(Pistache::Http::Endpoint::options().threads(1).flags(Pistache::Tcp::Options::ReuseAddr));
  endpoint.setHandler(router.handler());
  endpoint.serveThreaded();
  std::cout << endpoint.getPort() << std::endl;

  int signal = 0;
  sigwait(&stop, &signal);
  endpoint.shutdown();
}
