#include "config.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <optional>

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/fetch/network.h"
#include "certreg/fetch/user_agent.h"
#include "oidc_config.h"
#include "signature_roots.h"

namespace certreg {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kMostThreads = 256, kMostSessionHours = 168;

struct Endpoint {
  std::string address;
  std::uint16_t port;
};

// "127.0.0.1:8080", "[::1]:8080".
std::optional<Endpoint> parse_endpoint(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  auto address = text.substr(0, colon);
  const auto digits = text.substr(colon + 1);
  const bool bracketed = address.size() > 2 && address.front() == '[' && address.back() == ']';
  if (bracketed) address = address.substr(1, address.size() - 2);
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  const auto parsed = fetch::IpAddress::parse(address);
  if (!parsed || parsed->is_v4() == bracketed) return std::nullopt;
  return Endpoint{std::string(address), port};
}

std::optional<LogLevel> parse_level(std::string_view text) {
  if (text.empty() || text == "info") return LogLevel::Info;
  if (text == "error") return LogLevel::Error;
  if (text == "debug") return LogLevel::Debug;
  return std::nullopt;
}

fs::path beside_the_program(const char* name) {
  std::error_code error;
  const auto program = fs::read_symlink("/proc/self/exe", error);
  if (error) throw Error(ErrorKind::Unavailable, "/proc/self/exe cannot be read: " + error.message());
  return program.parent_path() / name;
}

// What is written into messages must be an address that a link may have.
bool is_public_address(std::string_view text) {
  const bool is_web = text.starts_with("https://") || text.starts_with("http://");
  return is_web && text.find_first_of(" \"<>") == std::string_view::npos && text.back() != '/';
}

void read_session(const cli::ServeArguments& arguments, Config& config, std::vector<FieldProblem>& problems) {
  if (!arguments.session_hours) return;
  config.session_lasts = std::chrono::hours(*arguments.session_hours);
  if (*arguments.session_hours == 0 || *arguments.session_hours > kMostSessionHours)
    problems.push_back({"session-hours", "must be from 1 to 168"});
}

void read_mail(const cli::ServeArguments& arguments, Config& config, std::vector<FieldProblem>& problems) {
  if (!arguments.public_address.empty() && !is_public_address(arguments.public_address))
    problems.push_back({"public-address", "must start with https:// or http:// and not end with /"});
  config.public_address = arguments.public_address;
  if (arguments.smtp.empty()) return;
  if (!is_mail_address(arguments.mail_from))
    problems.push_back({"mail-from", "is required with smtp: the e-mail address that alerts come from"});
  config.mail_from = arguments.mail_from;
  try {
    config.smtp = mail::parse_smtp_url(arguments.smtp);
    if (!arguments.smtp_ca.empty()) config.smtp->ca_file = arguments.smtp_ca;
  } catch (const Error& error) {
    problems.insert(problems.end(), error.fields.begin(), error.fields.end());
  }
}

}  // namespace

Config make_config(const cli::ServeArguments& arguments) {
  Config config;
  std::vector<FieldProblem> problems;
  config.data_dir =
      fs::absolute(arguments.data.empty() ? default_data_dir() : arguments.data).lexically_normal();
  if (!arguments.listen.empty()) {
    const auto endpoint = parse_endpoint(arguments.listen);
    if (!endpoint)
      problems.push_back({"listen", "must be a numeric address and a port, 127.0.0.1:8080 or [::1]:8080"});
    config.address = endpoint ? endpoint->address : "";
    config.port = endpoint ? endpoint->port : std::uint16_t{0};
  }
  const auto level = parse_level(arguments.log_level);
  if (!level) problems.push_back({"log-level", "must be error, info or debug"});
  config.log_level = level.value_or(LogLevel::Info);
  for (const auto& network : arguments.allowed_networks) {
    if (!fetch::Network::parse(network))
      problems.push_back(
          {"allow-network", "\"" + network + "\" is no network: write 10.1.0.0/16 or fd00::/8"});
  }
  const auto user_agent = fetch::user_agent(arguments.contact);
  if (!user_agent)
    problems.push_back({"contact", "must be a mail address or start with https:// or http://"});
  if (arguments.threads > kMostThreads) problems.push_back({"threads", "must be at most 256"});
  read_session(arguments, config, problems);
  read_mail(arguments, config, problems);
  config.oidc = oidc_options(arguments, problems);
  if (!problems.empty()) throw invalid(problems);
  if (arguments.threads > 0) config.pool_threads = arguments.threads;
  config.allowed_networks = arguments.allowed_networks;
  config.allowed_ports = arguments.allowed_ports;
  config.user_agent = user_agent.value_or("");
  config.database = arguments.database;
  config.sample = arguments.sample;
  config.open_lookup = arguments.open_lookup || arguments.sample;
  config.behind_proxy = arguments.behind_proxy;
  config.reader = beside_the_program("certreg-reader");
  if (!arguments.signature_roots.empty())
    config.signature_roots = read_signature_roots(arguments.signature_roots);
  return config;
}

fs::path default_data_dir() {
  if (::geteuid() == 0) return "/var/lib/certreg";
  const char* data_home = std::getenv("XDG_DATA_HOME");
  if (data_home != nullptr && *data_home == '/') return fs::path(data_home) / "certreg";
  const char* home = std::getenv("HOME");
  return fs::path(home != nullptr ? home : ".") / ".local/share/certreg";
}

}  // namespace certreg
