#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/output.h"

namespace certreg::cli {
namespace {

struct Column {
  const char* title;
  const char* member;
};

ExitCode print_list(Context& context, const Target& target, std::size_t limit,
                    const std::vector<Column>& columns) {
  auto items = context.client().list(target, limit);
  if (context.wants_json()) {
    print_json(context.out(), array_of(std::move(items)));
    return ExitCode::Ok;
  }
  std::vector<std::vector<std::string>> rows(1);
  for (const auto& column : columns) rows.front().push_back(column.title);
  for (const auto& item : items) {
    rows.emplace_back();
    for (const auto& column : columns) rows.back().push_back(text_at(item, column.member));
  }
  print_table(context.out(), rows);
  return ExitCode::Ok;
}

}  // namespace

ExitCode list_suppliers(Context& context, const ListArguments& arguments) {
  return print_list(context, Target("/v1/suppliers"), arguments.limit,
                    {{"ID", "supplier.id"}, {"COUNTRY", "supplier.country"}, {"NAME", "supplier.name"}});
}

ExitCode search_suppliers(Context& context, const ListArguments& arguments) {
  return print_list(context, Target("/v1/suppliers").with("q", arguments.text), arguments.limit,
                    {{"SCORE", "score"},
                     {"ID", "supplier.id"},
                     {"COUNTRY", "supplier.country"},
                     {"NAME", "supplier.name"}});
}

ExitCode list_expiring(Context& context, const ListArguments& arguments) {
  return print_list(context, Target("/v1/expiring").with("before", arguments.before), arguments.limit,
                    {{"EXPIRES", "latest.expires"},
                     {"STANDARD", "latest.standard"},
                     {"NUMBER", "latest.number"},
                     {"CERTIFICATE", "id"}});
}

ExitCode list_sources(Context& context, const ListArguments& arguments) {
  return print_list(context, Target("/v1/sources"), arguments.limit,
                    {{"NAME", "name"}, {"SAMPLE", "sample"}, {"TITLE", "title"}, {"ADDRESSES", "addresses"}});
}

ExitCode list_proposals(Context& context, const ListArguments& arguments) {
  return print_list(context, Target("/v1/proposals").with_some("state", arguments.state), arguments.limit,
                    {{"ID", "id"}, {"STATE", "state"}, {"ADDRESS", "address"}, {"WHY", "rule"}});
}

ExitCode list_keys(Context& context) {
  return print_list(context, Target("/v1/keys"), 1000,
                    {{"ID", "id"},
                     {"ROLE", "role"},
                     {"EXPIRES", "expires_at"},
                     {"REVOKED", "revoked_at"},
                     {"NAME", "name"}});
}

ExitCode list_users(Context& context) {
  return print_list(context, Target("/v1/users"), 100'000,
                    {{"ID", "id"},
                     {"ROLE", "role"},
                     {"BLOCKED", "blocked"},
                     {"ONE-TIME UNTIL", "one_time_until"},
                     {"LAST SIGN-IN", "last_sign_in"},
                     {"EMAIL", "email"},
                     {"NAME", "name"}});
}

}  // namespace certreg::cli
