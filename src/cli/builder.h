// The subcommands' options. The only header of CLI11 beside its three sources: it compiles for long.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/commands.h"
#include "cli/parse.h"

namespace certreg::cli {

// Each subcommand keeps its arguments in a shared struct that its callback carries away.
class Builder {
 public:
  Builder(CLI::App& app, Parsed& parsed) : app_(app), parsed_(parsed) {}

  void build();

 private:
  template <class Run>
  void runs(CLI::App* command, Run run) {
    auto& common = parsed_.common;
    command->add_option("--data", common.place.data, "Data directory")->type_name("DIR");
    command->add_option("--database", common.place.database,
                        "PostgreSQL to use instead of an own one (conninfo)");
    command->add_option("--url", common.url, "Address of a service elsewhere, with --key");
    command->add_option("--key", common.key, "API key for --url (CERTREG_KEY keeps it off the process list)");
    command->add_flag("--json", common.json, "Print JSON");
    set_command(command, run);
  }

  template <class Run>
  void set_command(CLI::App* command, Run run) {
    command->callback([this, run] {
      parsed_.command = [run](Context& context) { return static_cast<int>(run(context)); };
    });
  }

  static CLI::App* group(CLI::App& parent, const char* name, const char* description) {
    auto* command = parent.add_subcommand(name, description);
    command->require_subcommand(1);
    return command;
  }

  using ListCommand = ExitCode (*)(Context&, const ListArguments&);
  CLI::App* add_list(CLI::App* parent, const char* name, const char* description, ListCommand run,
                     const std::shared_ptr<ListArguments>& arguments = std::make_shared<ListArguments>()) {
    auto* command = parent->add_subcommand(name, description);
    command->add_option("--limit", arguments->limit, "How many at most [100]")->check(CLI::Range(1, 1000000));
    runs(command, [arguments, run](Context& context) { return run(context, *arguments); });
    return command;
  }

  using RecordCommand = ExitCode (*)(Context&, const std::string&);
  void add_record(CLI::App* parent, const char* name, const char* description, RecordCommand run) {
    auto* command = parent->add_subcommand(name, description);
    const auto id = std::make_shared<std::string>();
    command->add_option("id", *id)->type_name("ID")->required();
    runs(command, [id, run](Context& context) { return run(context, *id); });
  }

  CLI::App* add_decision(CLI::App* parent, const char* name, const char* description,
                         const std::shared_ptr<Decision>& decision) {
    auto* command = parent->add_subcommand(name, description);
    command->add_option("id", decision->id)->type_name("ID")->required();
    return command;
  }

  void add_serve();
  void add_oidc(CLI::App* serve);
  void add_import();
  void add_export();
  void add_verify();
  void add_suppliers();
  void add_relationships();
  void add_findings();
  void add_alerts();
  void add_review();
  void add_screen();
  void add_certificates();
  void add_proposals();
  void add_changes();
  void add_checks();
  void add_keys();
  void add_users();
  void add_reference();
  void add_reload();
  void add_sources();
  void add_signatures();
  void add_read();
  void add_version();

  CLI::App& app_;
  Parsed& parsed_;
};

}  // namespace certreg::cli
