// The command line. Its subcommands speak the API only; what needs more than that is handed in.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "certreg/cli/transport.h"
#include "certreg/documents/signatures.h"
#include "certreg/service/text_reading.h"

namespace certreg::cli {

// What the process ends with.
enum ExitCode { Ok = 0, Failure = 1, Usage = 2, NotSatisfied = 3, Undecided = 4 };

// As typed or taken from the environment; empty = not given. Judged by whoever serves.
struct ServeArguments {
  std::filesystem::path data;
  std::string listen, database, log_level;
  std::vector<std::string> allowed_networks;
  std::vector<std::uint16_t> allowed_ports;
  std::string contact;  // told to the hosts that are fetched from
  unsigned threads = 0;
  std::optional<unsigned> session_hours;  // after which people sign in to the pages anew
  bool open_lookup = false;               // the look-up page answers this machine without a key
  bool behind_proxy = false;              // X-Forwarded-Proto and X-Forwarded-For are a proxy's of ours
  std::string smtp;                       // mail server, as certreg/mail/smtp_mailer.h reads it
  std::string mail_from;                  // address that messages come from
  std::string smtp_ca;  // who is trusted to answer for the mail server in place of the system's: a file
  std::string public_address;   // where people reach the pages, for links
  std::string signature_roots;  // a file or folder: who is trusted to answer for signatures on documents
  std::string oidc_issuer, oidc_client, oidc_secret_file,
      oidc_role_claim;                  // empty issuer: nobody signs in elsewhere
  std::vector<std::string> oidc_roles;  // VALUE=ROLE
  bool sample = false;                  // knows the made-up certification body of the sample, too
};

struct SignatureQuestion {
  std::string document;          // its bytes
  std::string roots;             // a file or folder; empty: nobody is trusted
  std::optional<Instant> asked;  // none: now
};

struct DocumentToRead {
  std::string name, bytes;
  std::optional<documents::MediaKind> kind;  // none: by bytes and name
};

struct ReadDocument {
  documents::MediaKind kind = documents::MediaKind::Unknown;
  service::TextReading reading;
  std::vector<std::string> remarks;  // what it says of standards and what is no claim, in words
};

// Throws documents::Failure.
using DocumentReader = std::function<ReadDocument(const DocumentToRead&)>;

struct Environment {
  std::ostream& out;
  std::ostream& err;
  bool is_terminal = false;                      // err is one: progress may be shown
  std::size_t columns = 0;                       // of the terminal that out is; 0: out is none
  std::map<std::string, std::string> variables;  // CERTREG_URL, CERTREG_KEY, CERTREG_DATABASE, CERTREG_DATA
  std::filesystem::path default_data;
  std::function<int(const ServeArguments&)> serve;  // returns the exit code
  // The register in the data directory, opened for this command alone since no service runs there.
  std::function<Transport(const ServeArguments&)> open;
  // By a worker of its own; needs no register.
  std::function<documents::SignaturesReport(const SignatureQuestion&)> judge_signatures;
  // In the same way. Knows what is built in and, over it, what the data directory has of the user's own.
  std::function<DocumentReader(const ServeArguments&)> open_reader;
};

// Runs one subcommand. Failures are told on `err`; throws nothing but std::bad_alloc.
int run(const std::vector<std::string>& arguments, const Environment& environment);

}  // namespace certreg::cli
