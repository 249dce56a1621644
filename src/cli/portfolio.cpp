#include "cli/portfolio.h"

#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "cli/files.h"
#include "cli/output.h"

namespace certreg::cli {
namespace {

using Rows = std::vector<std::vector<std::string>>;

ExitCode print(Context& context, const Json& json, const Rows& rows) {
  if (context.wants_json()) {
    print_json(context.out(), json);
  } else {
    print_table(context.out(), rows);
  }
  return ExitCode::Ok;
}

std::string problems_of(const Json& row) {
  std::string text;
  for (const auto& problem : row.at("problems"))
    text += (text.empty() ? "" : "; ") + text_at(problem, "field") + " " + text_at(problem, "rule");
  return text;
}

std::string suggestions_of(const Json& row) {
  std::string text;
  for (const auto& one : row.at("suggestions"))
    text += (text.empty() ? "may be " : ", ") + text_at(one, "name");
  return text;
}

std::string changes_of(const Json& row) {
  const auto value = [](const Json& change, const char* name) {
    const auto text = text_at(change, name);
    return text.empty() ? "nothing" : text;
  };
  std::string text;
  for (const auto& change : row.at("changes"))
    text +=
        "; " + text_at(change, "column") + ": " + value(change, "before") + " -> " + value(change, "after");
  return text;
}

std::string match_of(const Json& row) {
  if (!row.at("matched").is_null()) return "matched";
  auto suggestions = suggestions_of(row);
  return suggestions.empty() ? "not matched" : "not matched: " + suggestions;
}

std::string remark_of(const Json& row) {
  auto problems = problems_of(row);
  return problems.empty() ? match_of(row) + changes_of(row) : problems;
}

}  // namespace

ExitCode import_supplier_list(Context& context, const SupplierListArguments& arguments) {
  auto target = Target("/v1/relationships/import").with("name", file_name_of(arguments.file));
  if (arguments.dry_run) target.with("dry_run", "true");
  const auto report = context.client().upload(target, {"", read_file(arguments.file)});
  Rows rows{{"ROW", "OUTCOME", "REFERENCE", "SUPPLIER", "REMARK"}};
  for (const auto& row : report.at("rows"))
    rows.push_back({text_at(row, "row"), text_at(row, "outcome"), text_at(row, "reference"),
                    text_at(row, "supplier"), remark_of(row)});
  print(context, report, rows);
  if (!context.wants_json())
    context.out() << text_at(report, "new") << " new, " << text_at(report, "changed") << " changed, "
                  << text_at(report, "unchanged") << " unchanged, " << text_at(report, "refused")
                  << " refused" << (arguments.dry_run ? " (dry run: nothing was kept)" : "") << '\n';
  return report.at("refused").get<int>() > 0 ? ExitCode::Failure : ExitCode::Ok;
}

ExitCode list_relationships(Context& context, const ListArguments& arguments) {
  auto items = context.client().list(Target("/v1/relationships"), arguments.limit);
  Rows rows{{"ID", "REFERENCE", "TIER", "OWNER", "SUPPLIER", "MATCHED"}};
  for (const auto& item : items)
    rows.push_back({text_at(item, "id"), text_at(item, "reference"), text_at(item, "tier"),
                    text_at(item, "owner.email"), text_at(item, "supplier.name"),
                    text_at(item, "supplier.supplier").empty() ? "no" : "yes"});
  return print(context, array_of(std::move(items)), rows);
}

ExitCode assess_relationship(Context& context, const std::string& id) {
  const auto answer = context.client().get(Target("/v1/relationships").segment(id).segment("assessment"));
  Rows rows{{"SEVERITY", "RULE", "STANDARD", "FACTS"}};
  for (const auto& finding : answer.at("findings"))
    rows.push_back({text_at(finding, "severity"), text_at(finding, "rule"), text_at(finding, "standard"),
                    text_at(finding, "sentence")});
  print(context, answer, rows);
  const auto outcome = text_at(answer, "outcome");
  if (!context.wants_json()) context.out() << "outcome: " << outcome << '\n';
  if (outcome == "satisfied") return ExitCode::Ok;
  return outcome == "undecided" ? ExitCode::Undecided : ExitCode::NotSatisfied;
}

ExitCode list_findings(Context& context, const FindingArguments& arguments) {
  auto target = Target("/v1/findings");
  target.with_some("state", arguments.state)
      .with_some("rule", arguments.rule)
      .with_some("severity", arguments.severity);
  auto items = context.client().list(target, arguments.limit);
  Rows rows{{"ID", "SEVERITY", "STATE", "RULE", "DUE", "FACTS"}};
  for (const auto& item : items)
    rows.push_back({text_at(item, "id"), text_at(item, "severity"), text_at(item, "state"),
                    text_at(item, "rule"), text_at(item, "due"), text_at(item, "sentence")});
  return print(context, array_of(std::move(items)), rows);
}

ExitCode decide_finding(Context& context, const FindingDecision& decision) {
  Json body{{"kind", decision.kind}, {"reason", decision.reason}};
  if (!decision.until.empty()) body["until"] = decision.until;
  if (!decision.attachment.empty()) body["attachment"] = decision.attachment;
  if (!decision.services.empty()) body["services"] = decision.services;
  if (!decision.in_scope.empty()) body["in_scope"] = decision.in_scope == "yes";
  const auto made =
      context.client().post(Target("/v1/findings").segment(decision.id).segment("decisions"), body);
  return print(
      context, made,
      {{"ID", "KIND", "UNTIL"}, {text_at(made, "id"), text_at(made, "kind"), text_at(made, "until")}});
}

ExitCode show_letter(Context& context, const std::string& finding) {
  const auto letter = context.client().get(Target("/v1/findings").segment(finding).segment("letter"));
  if (context.wants_json()) {
    print_json(context.out(), letter);
    return ExitCode::Ok;
  }
  context.out() << "To: " << printable(text_at(letter, "to.name")) << " <"
                << printable(text_at(letter, "to.email"))
                << ">\nSubject: " << printable(text_at(letter, "subject")) << "\n\n"
                << printable_lines(letter.at("text").get<std::string>());
  return ExitCode::Ok;
}

ExitCode run_watch(Context& context) {
  const auto report = context.client().post(Target("/v1/watch"), Json::object());
  return print(context, report,
               {{"RELATIONSHIPS", "OPENED", "AGAIN", "CHANGED", "CURED"},
                {text_at(report, "relationships"), text_at(report, "opened"), text_at(report, "reopened"),
                 text_at(report, "changed"), text_at(report, "cured")}});
}

ExitCode preview_alerts(Context& context, const std::string& on) {
  auto items = context.client().list(Target("/v1/alerts/preview").with_some("on", on), 100'000);
  if (context.wants_json()) {
    print_json(context.out(), array_of(std::move(items)));
    return ExitCode::Ok;
  }
  for (const auto& item : items)
    context.out() << "To: " << printable(text_at(item, "recipient"))
                  << "\nSubject: " << printable(text_at(item, "subject")) << "\n\n"
                  << printable_lines(item.at("text").get<std::string>()) << '\n';
  if (items.empty()) context.out() << "nothing would go out\n";
  return ExitCode::Ok;
}

ExitCode show_policy(Context& context) {
  const auto policy = context.client().get(Target("/v1/policy"));
  Rows rows{{"TIER", "NEED", "STANDARDS", "EVIDENCE", "SCOPE", "ACCREDITED"}};
  for (const auto& tier : policy.at("tiers"))
    for (const auto& need : tier.at("needs"))
      rows.push_back({text_at(tier, "id"), text_at(need, "id"), text_at(need, "standards"),
                      text_at(need, "least_evidence"), text_at(need, "scope"), text_at(need, "accredited")});
  return print(context, policy, rows);
}

}  // namespace certreg::cli
