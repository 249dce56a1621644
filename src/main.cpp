#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <iostream>

#include "certreg/cli/cli.h"
#include "certreg/documents/worker.h"
#include "certreg/domain/error.h"
#include "config.h"
#include "document_reader.h"
#include "open_register.h"
#include "serve.h"
#include "signature_roots.h"

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

certreg::documents::SignaturesReport judge_signatures(const certreg::cli::SignatureQuestion& question) {
  const certreg::documents::Worker worker(certreg::make_config({}).reader);
  const auto roots = question.roots.empty() ? std::string() : certreg::read_signature_roots(question.roots);
  const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
  return worker.check_signatures(question.document, roots, question.asked.value_or(now));
}

std::size_t columns_of(int descriptor) {
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

int main(int argc, char** argv) {
  const certreg::cli::Environment environment{
      .out = std::cout,
      .err = std::cerr,
      .is_terminal = ::isatty(STDERR_FILENO) == 1,
      .columns = columns_of(STDOUT_FILENO),
      .variables = variables(),
      .default_data = certreg::default_data_dir(),
      .serve = run_service,
      .open = [](const auto& arguments) { return certreg::open_register(certreg::make_config(arguments)); },
      .judge_signatures = judge_signatures,
      .open_reader =
          [](const auto& arguments) { return certreg::open_reader(certreg::make_config(arguments)); }};
  return certreg::cli::run({argv + 1, argv + argc}, environment);
}
