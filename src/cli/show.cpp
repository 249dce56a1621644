#include "cli/show.h"

#include <nlohmann/json.hpp>

#include "cli/commands.h"

namespace certreg::cli {
namespace {

bool is_nothing(const Json& value) {
  return value.is_null() || (value.is_structured() && value.empty()) || (value.is_string() && value.empty());
}

bool holds_objects(const Json& value) {
  return value.is_array() && !value.empty() && value.front().is_structured();
}

ExitCode show(Context& context, const Target& target) {
  const auto record = context.client().get(target);
  if (context.wants_json()) {
    print_json(context.out(), record);
  } else {
    print_record(context.out(), record);
  }
  return ExitCode::Ok;
}

}  // namespace

void print_record(std::ostream& out, const Json& record, int indent) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  for (const auto& [member, value] : record.items()) {
    if (is_nothing(value)) continue;
    out << margin << member << ':';
    if (value.is_object()) {
      out << '\n';
      print_record(out, value, indent + 2);
    } else if (holds_objects(value)) {
      out << '\n';
      for (const auto& item : value) {
        out << margin << "  -\n";
        print_record(out, item, indent + 4);
      }
    } else {
      out << ' ' << text_at(record, member) << '\n';
    }
  }
}

ExitCode show_supplier(Context& context, const std::string& id) {
  const auto supplier = context.client().get(Target("/v1/suppliers").segment(id));
  auto certificates =
      context.client().list(Target("/v1/suppliers").segment(id).segment("certificates"), 1000);
  const Json both = {{"supplier", supplier}, {"certificates", array_of(std::move(certificates))}};
  if (context.wants_json()) {
    print_json(context.out(), both);
  } else {
    print_record(context.out(), both);
  }
  return ExitCode::Ok;
}

ExitCode show_certificate(Context& context, const std::string& id) {
  return show(context, Target("/v1/certificates").segment(id));
}

ExitCode show_proposal(Context& context, const std::string& id) {
  return show(context, Target("/v1/proposals").segment(id));
}

}  // namespace certreg::cli
