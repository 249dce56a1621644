#include <nlohmann/json.hpp>
#include <set>

#include "cli/commands.h"
#include "cli/output.h"

namespace certreg::cli {
namespace {

constexpr const char* kTopics[] = {"standard", "holder", "scope", "dates", "issuer", "evidence"};

ExitCode code_of(const std::string& outcome) {
  if (outcome == "satisfied") return ExitCode::Ok;
  return outcome == "not_satisfied" ? ExitCode::NotSatisfied : ExitCode::Undecided;
}

Target target_of(const VerifyArguments& arguments) {
  Target target("/v1/verify");
  target.with_some("supplier", arguments.supplier).with_some("entity", arguments.entity);
  target.with("standard", arguments.standard);
  for (const auto& service : arguments.services) target.with("service", service);
  target.with_some("site", arguments.site).with_some("role", arguments.role);
  target.with_some("on", arguments.on).with_some("known_at", arguments.known_at);
  return target;
}

std::string quote_line(const Json& quote) {
  auto line = '"' + text_at(quote, "text") + '"';
  const auto address = text_at(quote, "address");
  if (!address.empty()) line += ", " + address;
  const auto page = quote.value("page", 0);
  if (page > 0) line += (text_at(quote, "method") == "table" ? ", row " : ", page ") + std::to_string(page);
  return line;
}

// Words that prove several fields are shown once.
void print_quotes(std::ostream& out, const Json& reason) {
  std::set<std::string> shown;
  for (const auto& quote : reason.value("quotes", Json::array())) {
    const auto line = quote_line(quote);
    if (shown.insert(line).second) out << "              " << line << '\n';
  }
}

void print_answer(std::ostream& out, const char* topic, const Json& answer) {
  std::string head = topic;
  head.resize(10, ' ');
  for (const auto& reason : answer.value("reasons", Json::array())) {
    auto value = reason.value("warns", false) ? std::string("warns") : text_at(reason, "answer");
    value.resize(8, ' ');
    out << "  " << head << value << text_at(reason, "code") << ": " << text_at(reason, "detail") << '\n';
    print_quotes(out, reason);
    head.assign(10, ' ');
  }
}

void print_disregarded(std::ostream& out, const Json& answer) {
  for (const auto& claim : answer.value("disregarded_claims", Json::array()))
    out << "  shown, not counted: " << text_at(claim, "claimant.name") << " ("
        << text_at(claim, "claimant.kind") << ") claims " << text_at(claim, "standard") << ' '
        << text_at(claim, "edition") << '\n';
}

void print_candidates(std::ostream& out, const Json& answer) {
  for (const auto& candidate : answer.value("candidates", Json::array()))
    out << "  did you mean: " << text_at(candidate, "name") << " (--supplier " << text_at(candidate, "id")
        << ")\n";
}

}  // namespace

ExitCode run_verify(Context& context, const VerifyArguments& arguments) {
  const auto answer = context.client().get(target_of(arguments));
  const auto outcome = text_at(answer, "outcome");
  if (context.wants_json()) {
    print_json(context.out(), answer);
    return code_of(outcome);
  }
  auto& out = context.out();
  const auto name = text_at(answer, "supplier.name");
  out << outcome << ": " << (name.empty() ? printable(arguments.entity) : name) << ", "
      << text_at(answer, "standard.name") << ", on " << text_at(answer, "question.on") << '\n';
  for (const auto* topic : kTopics) {
    if (answer["answers"].contains(topic)) print_answer(out, topic, answer["answers"][topic]);
  }
  print_disregarded(out, answer);
  print_candidates(out, answer);
  return code_of(outcome);
}

}  // namespace certreg::cli
