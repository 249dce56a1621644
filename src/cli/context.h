// What a subcommand works with.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "certreg/cli/cli.h"
#include "cli/client.h"

namespace certreg::cli {

// Options that every subcommand takes.
struct Common {
  ServeArguments place;  // where the register is when no service runs: data directory and database
  std::string url, key;
  bool json = false;
};

class Context {
 public:
  Context(const Environment& environment, Common common)
      : environment_(environment), common_(std::move(common)) {}

  // Of the service at --url, else of the one that runs on the data directory, else of the directory itself.
  Client& client();

  std::ostream& out() const { return environment_.out; }
  std::ostream& err() const { return environment_.err; }
  bool shows_progress() const { return environment_.is_terminal && !common_.json; }
  bool wants_json() const { return common_.json; }
  const Environment& environment() const { return environment_; }
  const ServeArguments& place() const { return common_.place; }

 private:
  const Environment& environment_;
  Common common_;
  std::optional<Client> client_;
};

}  // namespace certreg::cli
