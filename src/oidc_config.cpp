#include "oidc_config.h"

#include <fstream>
#include <iterator>

#include "certreg/fetch/poster.h"

namespace certreg {
namespace {

// The file's text without what an editor puts at its end; empty when there is none.
std::string secret_in(const std::string& file) {
  std::ifstream in(file);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  text.resize(text.find_last_not_of(" \r\n") + 1);
  return text;
}

void read_roles(const cli::ServeArguments& arguments, service::OidcOptions& options,
                std::vector<FieldProblem>& problems) {
  for (const auto& pair : arguments.oidc_roles) {
    const auto equals = pair.rfind('=');
    const auto role = service::role_of(equals == std::string::npos ? "" : pair.substr(equals + 1));
    if (!role || equals == 0)
      problems.push_back(
          {"oidc-role", "\"" + pair + "\" is not VALUE=ROLE, with reader, buyer, reviewer or admin"});
    else
      options.roles.emplace_back(pair.substr(0, equals), *role);
  }
  if (options.role_claim.empty() || arguments.oidc_roles.empty())
    problems.push_back(
        {"oidc-role", "and oidc-role-claim are required with oidc-issuer: nobody has a role otherwise"});
}

}  // namespace

std::optional<service::OidcOptions> oidc_options(const cli::ServeArguments& arguments,
                                                 std::vector<FieldProblem>& problems) {
  if (arguments.oidc_issuer.empty()) return std::nullopt;
  service::OidcOptions options{.issuer = arguments.oidc_issuer,
                               .client_id = arguments.oidc_client,
                               .return_address = arguments.public_address + "/sign-in/return",
                               .role_claim = arguments.oidc_role_claim};
  if (const auto problem = fetch::problem_of_endpoint(options.issuer); !problem.empty())
    problems.push_back({"oidc-issuer", problem});
  if (options.client_id.empty()) problems.push_back({"oidc-client", "is required with oidc-issuer"});
  if (arguments.public_address.empty())
    problems.push_back({"public-address", "is required with oidc-issuer, which sends people back there"});
  if (!arguments.oidc_secret_file.empty()) {
    options.client_secret = secret_in(arguments.oidc_secret_file);
    if (options.client_secret.empty())
      problems.push_back({"oidc-secret-file", "cannot be read, or holds nothing"});
  }
  read_roles(arguments, options, problems);
  return options;
}

}  // namespace certreg
