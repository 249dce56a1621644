// What the service is told at its start, validated.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "certreg/cli/cli.h"
#include "certreg/mail/smtp_mailer.h"
#include "certreg/service/oidc.h"

namespace certreg {

enum class LogLevel { Error, Info, Debug };

struct Config {
  std::filesystem::path data_dir;     // absolute
  std::string address = "127.0.0.1";  // numeric, IPv4 or IPv6
  std::uint16_t port = 8080;          // 0: any free one
  std::string database;               // conninfo; empty: an own PostgreSQL in data_dir
  std::vector<std::string> allowed_networks;
  std::vector<std::uint16_t> allowed_ports;  // besides 80 and 443
  std::string user_agent;                    // of what is fetched
  LogLevel log_level = LogLevel::Info;
  std::size_t pool_threads = 8;
  std::filesystem::path reader;           // the worker that reads documents
  std::string signature_roots;            // certificates in PEM form
  std::optional<mail::SmtpOptions> smtp;  // none: nobody is written to
  std::string mail_from;
  std::string public_address;
  std::optional<service::OidcOptions> oidc;  // none: nobody signs in elsewhere
  std::chrono::hours session_lasts{12};
  bool open_lookup = false;
  bool behind_proxy = false;
  bool sample = false;
  bool follows_schedules = true;  // false: opened for one command
};

// Throws Error(Invalid) with a field for each mistake.
Config make_config(const cli::ServeArguments& arguments);

// /var/lib/certreg as root, else certreg below XDG_DATA_HOME or ~/.local/share.
std::filesystem::path default_data_dir();

}  // namespace certreg
