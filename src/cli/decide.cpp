#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/show.h"

namespace certreg::cli {
namespace {

ExitCode print_done(Context& context, const Json& record) {
  if (context.wants_json()) {
    print_json(context.out(), record);
  } else {
    print_record(context.out(), record);
  }
  return ExitCode::Ok;
}

// "expires=2027-03-31": a value that reads as a JSON list, object, true, false or null is one, else it is
// text.
Json corrections_of(const std::vector<std::string>& pairs) {
  Json corrections = Json::object();
  for (const auto& pair : pairs) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals == 0)
      throw invalid("set", "\"" + pair + "\" is not member=value");
    const auto value = pair.substr(equals + 1);
    const bool is_json = !value.empty() && (value.front() == '[' || value.front() == '{' || value == "true" ||
                                            value == "false" || value == "null");
    corrections[pair.substr(0, equals)] = is_json ? codec::parse(value) : Json(value);
  }
  return corrections;
}

void put(Json& body, const char* member, const std::string& value) {
  if (!value.empty()) body[member] = value;
}

}  // namespace

ExitCode accept_proposal(Context& context, const Decision& decision) {
  Json body = Json::object();
  if (!decision.corrections.empty()) body["corrections"] = corrections_of(decision.corrections);
  put(body, "supplier", decision.supplier);
  put(body, "claimant", decision.claimant);
  put(body, "reason", decision.reason);
  return print_done(
      context, context.client().post(Target("/v1/proposals").segment(decision.id).segment("accept"), body));
}

ExitCode reject_proposal(Context& context, const Decision& decision) {
  const Json body = {{"reason", decision.reason}};
  return print_done(
      context, context.client().post(Target("/v1/proposals").segment(decision.id).segment("reject"), body));
}

ExitCode add_check(Context& context, const CheckArguments& arguments) {
  Json body = Json::object();
  put(body, "certificate", arguments.certificate);
  put(body, "register", arguments.register_name);
  put(body, "address", arguments.address);
  put(body, "source", arguments.source);
  put(body, "result", arguments.result);
  put(body, "checked_on", arguments.checked_on);
  put(body, "note", arguments.note);
  return print_done(context, context.client().post(Target("/v1/checks"), body));
}

ExitCode create_key(Context& context, const KeyArguments& arguments) {
  Json body = {{"name", arguments.name}, {"role", arguments.role}};
  put(body, "expires_at", arguments.expires_at);
  const auto answer = context.client().post(Target("/v1/keys"), body);
  if (context.wants_json()) {
    print_json(context.out(), answer);
  } else {
    context.out() << text_at(answer, "key") << '\n';
    context.err() << "Keep it: it is shown this once.\n";
  }
  return ExitCode::Ok;
}

ExitCode revoke_key(Context& context, const std::string& id) {
  context.client().remove(Target("/v1/keys").segment(id));
  if (!context.wants_json()) context.out() << "revoked " << printable(id) << '\n';
  return ExitCode::Ok;
}

}  // namespace certreg::cli
