#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/output.h"

namespace certreg::cli {

ExitCode reload(Context& context) {
  const auto report = context.client().post(Target("/v1/reload"), Json::object());
  if (context.wants_json()) {
    print_json(context.out(), report);
    return ExitCode::Ok;
  }
  std::vector<std::vector<std::string>> rows{{"LIST", "ROWS", "OVERLAID"}};
  for (const auto& count : report.at("lists"))
    rows.push_back({text_at(count, "list"), text_at(count, "rows"), text_at(count, "overlaid")});
  print_table(context.out(), rows);
  context.out() << "reference version " << text_at(report, "reference_version") << '\n';
  return ExitCode::Ok;
}

}  // namespace certreg::cli
