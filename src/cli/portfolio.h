// Subcommands about what we buy: relationships, findings, alerts, reviews, screening.
#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"

namespace certreg::cli {

struct SupplierListArguments {
  std::string file;
  bool dry_run = false;
};
ExitCode import_supplier_list(Context& context, const SupplierListArguments& arguments);

ExitCode list_relationships(Context& context, const ListArguments& arguments);
ExitCode assess_relationship(Context& context, const std::string& id);

struct FindingArguments {
  std::string state, rule, severity;
  std::size_t limit = 100;
};
ExitCode list_findings(Context& context, const FindingArguments& arguments);

struct FindingDecision {
  std::string id, kind, until, reason, attachment, in_scope;
  std::vector<std::string> services;
};
ExitCode decide_finding(Context& context, const FindingDecision& decision);

ExitCode show_letter(Context& context, const std::string& finding);

ExitCode run_watch(Context& context);
ExitCode preview_alerts(Context& context, const std::string& on);
ExitCode show_policy(Context& context);

struct ReviewArguments {
  std::string supplier;  // id; empty with `all`
  bool all = false;
  std::string on, known_at, title, format = "html", out;
  bool finish = false;
  std::string sign_name, sign_role;
};
ExitCode run_review(Context& context, const ReviewArguments& arguments);

struct ScreenArguments {
  std::string file, standard;
  std::vector<std::string> services;
};
ExitCode run_screen(Context& context, const ScreenArguments& arguments);

}  // namespace certreg::cli
