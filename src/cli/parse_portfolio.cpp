// What the subcommands about what we buy take.
#include "cli/builder.h"
#include "cli/help.h"
#include "cli/portfolio.h"

namespace certreg::cli {

void Builder::add_relationships() {
  auto* relationships = group(app_, "relationships", "What we buy, from whom");
  add_list(relationships, "list", "All that are not retired", list_relationships);
  add_record(relationships, "assess", "One, by the policy of its tier", assess_relationship);
  auto* policy =
      group(app_, "policy", "What each tier must hold")->add_subcommand("show", "The one that holds");
  runs(policy, [](Context& context) { return show_policy(context); });
  auto* watch = app_.add_subcommand("watch", "Assess every relationship now");
  runs(watch, [](Context& context) { return run_watch(context); });
}

void Builder::add_findings() {
  auto* findings = group(app_, "findings", "What is wrong with relying on suppliers");
  auto* list = findings->add_subcommand("list", "Most severe first");
  const auto arguments = std::make_shared<FindingArguments>();
  list->add_option("--state", arguments->state, "open, accepted, not_applicable, compensated or cured");
  list->add_option("--rule", arguments->rule, "Such as expiring or out_of_scope");
  list->add_option("--severity", arguments->severity, "At least low, medium, high or critical");
  list->add_option("--limit", arguments->limit, "How many at most [100]")->check(CLI::Range(1, 1000000));
  runs(list, [arguments](Context& context) { return list_findings(context, *arguments); });
  auto* decide = findings->add_subcommand("decide", "Decide one");
  const auto decision = std::make_shared<FindingDecision>();
  decide->add_option("id", decision->id)->type_name("ID")->required();
  decide
      ->add_option("kind", decision->kind,
                   "accept_risk, ask_supplier, replace_supplier, not_applicable, confirm_scope, "
                   "confirm_successor or withdraw")
      ->type_name("KIND")
      ->required();
  decide->add_option("--reason", decision->reason, "Why")->required();
  decide->add_option("--until", decision->until, "The last day on which it holds")->type_name("YYYY-MM-DD");
  decide->add_option("--attachment", decision->attachment, "A document of the register")
      ->type_name("SHA-256");
  decide->add_option("--in-scope", decision->in_scope, "Of confirm_scope: yes or no")
      ->check(CLI::IsMember({"yes", "no"}));
  decide->add_option("--service", decision->services, "Of confirm_scope")->allow_extra_args(false);
  runs(decide, [decision](Context& context) { return decide_finding(context, *decision); });
  add_record(findings, "letter", "A letter about one to the supplier, ready to be sent", show_letter);
}

void Builder::add_alerts() {
  auto* preview =
      group(app_, "alerts", "E-mails to owners")->add_subcommand("preview", "What would go out on a day");
  const auto on = std::make_shared<std::string>();
  preview->add_option("--on", *on, "[today]")->type_name("YYYY-MM-DD");
  runs(preview, [on](Context& context) { return preview_alerts(context, *on); });
}

void Builder::add_review() {
  auto* command =
      app_.add_subcommand("review", "The review that an auditor of Annex A 5.19 to 5.23 asks for");
  const auto arguments = std::make_shared<ReviewArguments>();
  command->footer(help::kReview);
  command->add_option("supplier", arguments->supplier, "Supplier's id")->type_name("SUPPLIER");
  command->add_flag("--all", arguments->all, "The whole portfolio");
  command->add_option("--on", arguments->on, "[today]")->type_name("YYYY-MM-DD");
  command->add_option("--known-at", arguments->known_at, "What the register knew then")->type_name("INSTANT");
  command->add_option("--title", arguments->title);
  command->add_option("--format", arguments->format, "html, pdf, xlsx, csv or json [html]")
      ->check(CLI::IsMember({"html", "pdf", "xlsx", "csv", "json"}));
  command->add_option("--out", arguments->out, "Write it there")->type_name("FILE");
  command->add_flag("--finish", arguments->finish, "Freeze it: it is kept and never changed");
  command->add_option("--sign-off", arguments->sign_name, "Who signs it off, with --finish")
      ->type_name("NAME");
  command->add_option("--role", arguments->sign_role, "Of who signs it off");
  runs(command, [arguments](Context& context) { return run_review(context, *arguments); });
}

void Builder::add_screen() {
  auto* command = app_.add_subcommand("screen", "A list of names against the register");
  const auto arguments = std::make_shared<ScreenArguments>();
  command->footer(help::kScreen);
  command->add_option("file", arguments->file, "CSV with a column name, or JSON lines")
      ->type_name("FILE")
      ->required();
  command->add_option("--standard", arguments->standard, "Of rows that state none");
  command->add_option("--service", arguments->services, "Of rows that state none")->allow_extra_args(false);
  runs(command, [arguments](Context& context) { return run_screen(context, *arguments); });
}

}  // namespace certreg::cli
