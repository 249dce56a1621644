// The subcommands: what each takes, and the function that runs it. They throw Error for what fails.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/cli/cli.h"
#include "cli/context.h"

namespace certreg::cli {

struct VerifyArguments {
  std::string supplier, entity, standard, site, role, on, known_at;
  std::vector<std::string> services;
};
ExitCode run_verify(Context& context, const VerifyArguments& arguments);

struct ImportArguments {
  std::string what;    // a file, a folder, an address, or a source's name
  std::string source;  // read it as this source's
  bool accept = false;
  bool preview = false;              // of a table: show what its rows would be and keep nothing
  std::vector<std::string> columns;  // "expires=Valid until"
  std::string date_format, delimiter;
};
ExitCode run_import(Context& context, const ImportArguments& arguments);
ExitCode preview_import(Context& context, const ImportArguments& arguments);

struct ExportArguments {
  std::string noun = "certificates";  // or "suppliers"
  std::string format = "jsonl";       // or "csv"
  std::string out;                    // a file; empty: where the output goes
};
ExitCode run_export(Context& context, const ExportArguments& arguments);

struct ListArguments {
  std::size_t limit = 100;
  std::string text;    // of a search
  std::string before;  // a day
  std::string state;
};
ExitCode list_suppliers(Context& context, const ListArguments& arguments);
ExitCode search_suppliers(Context& context, const ListArguments& arguments);
ExitCode show_supplier(Context& context, const std::string& id);
ExitCode show_certificate(Context& context, const std::string& id);
ExitCode list_expiring(Context& context, const ListArguments& arguments);

struct TrialArguments {
  std::string file;                    // a source.yaml
  std::vector<std::string> documents;  // "PATH", or "ADDRESS=PATH": stands in for what would be fetched
};
ExitCode list_sources(Context& context, const ListArguments& arguments);
ExitCode show_source(Context& context, const std::string& name);
ExitCode try_source(Context& context, const TrialArguments& arguments);
// Needs no register.
ExitCode check_sources(Context& context, const std::vector<std::string>& files);

struct Decision {
  std::string id, reason, supplier, claimant;
  std::vector<std::string> corrections;  // "expires=2027-03-31"; the value is JSON or plain text
};
ExitCode list_proposals(Context& context, const ListArguments& arguments);
ExitCode show_proposal(Context& context, const std::string& id);
ExitCode accept_proposal(Context& context, const Decision& decision);
ExitCode reject_proposal(Context& context, const Decision& decision);

struct ChangesArguments {
  std::size_t limit = 100;
  std::string source, supplier, since;
  bool adverse = false;
};
ExitCode list_changes(Context& context, const ChangesArguments& arguments);

struct CheckArguments {
  std::string certificate, register_name, address, source, result, checked_on, note;
};
ExitCode add_check(Context& context, const CheckArguments& arguments);

struct KeyArguments {
  std::string name, role, expires_at;
};
ExitCode create_key(Context& context, const KeyArguments& arguments);
ExitCode list_keys(Context& context);
ExitCode revoke_key(Context& context, const std::string& id);

struct UserArguments {
  std::string name, email, role;
};
ExitCode create_user(Context& context, const UserArguments& arguments);
ExitCode list_users(Context& context);
// `name`, and `called` of the others: the user's name, mail address or id.
ExitCode set_user_role(Context& context, const UserArguments& arguments);
ExitCode set_user_password(Context& context, const std::string& called);
ExitCode block_user(Context& context, const std::string& called);
ExitCode unblock_user(Context& context, const std::string& called);

struct ReferenceArguments {
  std::vector<std::string> files;  // none: those that are built in
  bool overlay = false;            // over those that are built in
};
ExitCode check_reference(Context& context, const ReferenceArguments& arguments);  // needs no register

ExitCode reload(Context& context);

struct SignatureArguments {
  std::string file, roots, at;
};
ExitCode show_signatures(Context& context, const SignatureArguments& arguments);  // needs no register

struct ReadArguments {
  std::vector<std::string> files;
  std::string kind;  // "pdf", "html", ...: instead of what bytes and name say
};
ExitCode read_documents(Context& context, const ReadArguments& arguments);  // needs no register

}  // namespace certreg::cli
