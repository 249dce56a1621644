#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "certreg/cli/cli.h"
#include "certreg/domain/error.h"
#include "config.h"
#include "open_register.h"
#include "serve.h"

namespace {

int run_service(const certreg::cli::ServeArguments& arguments) {
  const auto config = certreg::make_config(arguments);
  const certreg::Log log(config.log_level);
  certreg::ServeHooks hooks;
  hooks.ready = [&](const std::string& address) {
    std::cout << "certreg listens on " << address << "\n"
              << "A key: certreg key create --role reader --name NAME --data " << config.data_dir.string()
              << std::endl;
  };
  try {
    return certreg::serve(config, log, hooks);
  } catch (const certreg::Error& error) {
    log.error("start", {{"detail", error.what()}, {"internal", error.internal}});
    throw;
  }
}

std::map<std::string, std::string> variables() {
  std::map<std::string, std::string> found;
  for (const char* name : {"CERTREG_DATA", "CERTREG_DATABASE", "CERTREG_URL", "CERTREG_KEY"}) {
    if (const char* value = std::getenv(name)) found[name] = value;
  }
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  const certreg::cli::Environment environment{
      .out = std::cout,
      .err = std::cerr,
      .is_terminal = ::isatty(STDERR_FILENO) == 1,
      .variables = variables(),
      .default_data = certreg::default_data_dir(),
      .serve = run_service,
      .open = [](const auto& arguments) { return certreg::open_register(certreg::make_config(arguments)); }};
  return certreg::cli::run({argv + 1, argv + argc}, environment);
}
