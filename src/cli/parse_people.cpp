// Keys, users, and accounts of elsewhere.
#include "cli/builder.h"

namespace certreg::cli {
namespace {

CLI::Option* add_role(CLI::App* command, std::string& role) {
  return command->add_option("--role", role, "reader, buyer, reviewer or admin")
      ->check(CLI::IsMember({"reader", "buyer", "reviewer", "admin"}))
      ->required();
}

}  // namespace

void Builder::add_keys() {
  auto* keys = group(app_, "key", "API keys");
  auto* create = keys->add_subcommand("create", "Make one; it is shown this once");
  const auto arguments = std::make_shared<KeyArguments>();
  add_role(create, arguments->role);
  create->add_option("--name", arguments->name, "Who or what uses it")->required();
  create->add_option("--expires-at", arguments->expires_at)->type_name("INSTANT");
  runs(create, [arguments](Context& context) { return create_key(context, *arguments); });
  auto* list = keys->add_subcommand("list", "All, revoked ones too");
  runs(list, [](Context& context) { return list_keys(context); });
  add_record(keys, "revoke", "Make one useless at once", revoke_key);
}

void Builder::add_oidc(CLI::App* serve) {
  auto& place = parsed_.common.place;
  serve
      ->add_option("--oidc-issuer", place.oidc_issuer,
                   "People may sign in with accounts of this OpenID Connect issuer, as it writes itself")
      ->type_name("URL");
  serve->add_option("--oidc-client", place.oidc_client, "What the issuer calls certreg")->type_name("ID");
  serve->add_option("--oidc-secret-file", place.oidc_secret_file, "A file that holds the client's secret")
      ->type_name("FILE");
  serve
      ->add_option("--oidc-role-claim", place.oidc_role_claim,
                   "The claim of the ID token that gives roles: groups, realm_access.roles")
      ->type_name("CLAIM");
  serve
      ->add_option("--oidc-role", place.oidc_roles,
                   "What the claim holds, and the role that it gives; who is given none is refused")
      ->type_name("VALUE=ROLE");
}

void Builder::add_users() {
  auto* users = group(app_, "users", "People who sign in to the pages with a password");
  const auto arguments = std::make_shared<UserArguments>();
  auto* create = users->add_subcommand("create", "Make one; the one-time password is shown this once");
  create->add_option("--name", arguments->name, "To sign in with; no two are called the same")->required();
  create->add_option("--email", arguments->email, "Mail address, also to sign in with")->required();
  add_role(create, arguments->role);
  runs(create, [arguments](Context& context) { return create_user(context, *arguments); });
  auto* list = users->add_subcommand("list", "All, blocked ones too");
  runs(list, [](Context& context) { return list_users(context); });
  auto* role = users->add_subcommand("role", "Give another role; it counts from the next request on");
  role->add_option("user", arguments->name, "Name, address or id")->required();
  add_role(role, arguments->role);
  runs(role, [arguments](Context& context) { return set_user_role(context, *arguments); });
  add_record(users, "password", "Set a one-time password; ends the user's sessions", set_user_password);
  add_record(users, "block", "Let nobody in as this user; ends the user's sessions", block_user);
  add_record(users, "unblock", "Let the user in again", unblock_user);
}

}  // namespace certreg::cli
