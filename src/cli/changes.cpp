#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/output.h"

namespace certreg::cli {
namespace {

// A page's change has no supplier; its source stands there instead.
std::string whose(const Json& change) {
  const auto supplier = text_at(change, "supplier_name");
  return supplier.empty() ? text_at(change, "source") : supplier;
}

}  // namespace

ExitCode list_changes(Context& context, const ChangesArguments& arguments) {
  Target target("/v1/changes");
  target.with_some("source", arguments.source)
      .with_some("supplier", arguments.supplier)
      .with_some("since", arguments.since);
  if (arguments.adverse) target.with("adverse", "true");
  auto changes = context.client().list(target, arguments.limit);
  if (context.wants_json()) {
    print_json(context.out(), array_of(std::move(changes)));
    return ExitCode::Ok;
  }
  constexpr std::size_t day_length = 10;
  std::vector<std::vector<std::string>> rows;
  for (const auto& change : changes)
    rows.push_back({text_at(change, "at").substr(0, day_length), whose(change), text_at(change, "sentence")});
  print_table(context.out(), rows);
  return ExitCode::Ok;
}

}  // namespace certreg::cli
