#include "cli/parse.h"

#include <memory>
#include <ostream>
#include <sstream>
#include <type_traits>

#include "certreg/codec/records.h"
#include "certreg/service/actor.h"
#include "cli/builder.h"
#include "cli/help.h"
#include "cli/portfolio.h"

namespace certreg::cli {
namespace {

constexpr const char* kVersion = "certreg " CERTREG_VERSION;

std::string variable(const Environment& environment, const char* name) {
  const auto found = environment.variables.find(name);
  return found == environment.variables.end() ? std::string() : found->second;
}

Common defaults(const Environment& environment) {
  Common common;
  common.place.data = variable(environment, "CERTREG_DATA");
  if (common.place.data.empty()) common.place.data = environment.default_data;
  common.place.database = variable(environment, "CERTREG_DATABASE");
  common.place.smtp = variable(environment, "CERTREG_SMTP");
  common.place.mail_from = variable(environment, "CERTREG_MAIL_FROM");
  common.url = variable(environment, "CERTREG_URL");
  common.key = variable(environment, "CERTREG_KEY");
  return common;
}

}  // namespace

void Builder::build() {
  add_serve();
  add_import();
  add_export();
  add_verify();
  add_suppliers();
  add_certificates();
  add_proposals();
  add_relationships();
  add_findings();
  add_alerts();
  add_review();
  add_screen();
  add_changes();
  add_checks();
  add_keys();
  add_users();
  add_reference();
  add_reload();
  add_sources();
  add_signatures();
  add_read();
  add_version();
}

void Builder::add_serve() {
  auto* command = app_.add_subcommand("serve", "Run the service");
  auto& place = parsed_.common.place;
  command->footer(help::kServe);
  command->add_option("--data", place.data, "Data directory")->type_name("DIR");
  command->add_option("--listen", place.listen, "Numeric address and port [127.0.0.1:8080]")
      ->type_name("ADDR:PORT");
  command->add_option("--database", place.database, "PostgreSQL to use instead of an own one")
      ->type_name("CONNINFO");
  command->add_option("--allow-network", place.allowed_networks,
                      "Private network that may be fetched from (10.1.0.0/16)");
  command->add_option("--allow-port", place.allowed_ports,
                      "Port that may be fetched from besides 80 and 443");
  command->add_option("--contact", place.contact,
                      "Address or mail address that hosts are told when they are fetched from");
  command
      ->add_option(
          "--signature-roots", place.signature_roots,
          "Certificates that are trusted to answer for signatures on documents, in PEM form: a file or "
          "folder")
      ->type_name("PATH");
  command
      ->add_option("--smtp", place.smtp,
                   "Mail server for alerts: smtp://USER:PASSWORD@HOST[:PORT] (STARTTLS), smtps://..., or "
                   "smtp://127.0.0.1:25?tls=none; CERTREG_SMTP")
      ->type_name("URL");
  command->add_option("--mail-from", place.mail_from, "Address that alerts come from; CERTREG_MAIL_FROM")
      ->type_name("ADDRESS");
  command
      ->add_option("--smtp-ca", place.smtp_ca, "Certificates that the mail server is trusted by, in PEM form")
      ->type_name("FILE");
  command
      ->add_option("--public-address", place.public_address,
                   "Where people reach certreg, for links in messages: https://certreg.example")
      ->type_name("URL");
  add_oidc(command);
  command->add_option("--log-level", place.log_level, "error, info or debug [info]");
  command->add_option("--threads", place.threads, "Threads for requests that ask the database [8]");
  command
      ->add_option("--session-hours", place.session_hours,
                   "After which people sign in to the pages anew, however busy they are [12]")
      ->type_name("HOURS");
  command->add_flag("--open-lookup", place.open_lookup,
                    "The look-up page answers users of this machine without a key; on with --sample");
  command->add_flag("--behind-proxy", place.behind_proxy,
                    "Believe X-Forwarded-Proto and X-Forwarded-For: only behind a proxy that sets both");
  command->add_flag("--sample", place.sample, "Know the made-up bodies and sources of the sample");
  set_command(command, [](Context& context) { return context.environment().serve(context.place()); });
}

void Builder::add_export() {
  auto* command = app_.add_subcommand("export", "Write all certificates, or all suppliers");
  const auto arguments = std::make_shared<ExportArguments>();
  command->footer(help::kExport);
  command->add_option("noun", arguments->noun, "certificates or suppliers [certificates]")
      ->type_name("NOUN")
      ->check(CLI::IsMember({"certificates", "suppliers"}));
  command->add_option("--format", arguments->format, "jsonl or csv [jsonl]")
      ->check(CLI::IsMember({"jsonl", "csv"}));
  command->add_option("--out", arguments->out, "Write it there, whole or not at all")->type_name("FILE");
  runs(command, [arguments](Context& context) { return run_export(context, *arguments); });
}

void Builder::add_import() {
  auto* command = app_.add_subcommand("import", "Read documents, tables and pages");
  const auto arguments = std::make_shared<ImportArguments>();
  command->footer(help::kImport);
  command->add_option("what", arguments->what, "A file, a folder, an address or a source")
      ->type_name("WHAT")
      ->required();
  command->add_option("--source", arguments->source, "Read it as this source's");
  command->add_flag("--accept", arguments->accept,
                    "Accept what is quoted and unambiguous, first certificates too");
  command->add_flag("--preview", arguments->preview,
                    "Of a table: show what its rows would be, and keep nothing");
  command->add_option("--columns", arguments->columns, "Columns of a table")->type_name("FIELD=COLUMN ...");
  command->add_option("--date-format", arguments->date_format, "Of a table, such as DD.MM.YYYY");
  command->add_option("--delimiter", arguments->delimiter, "Of a table");
  runs(command, [arguments](Context& context) { return run_import(context, *arguments); });
}

void Builder::add_verify() {
  auto* command =
      app_.add_subcommand("verify", "May we rely on this supplier's certificate for what we buy?");
  const auto arguments = std::make_shared<VerifyArguments>();
  command->footer(help::kVerify);
  command->add_option("--supplier", arguments->supplier, "Supplier's id");
  command->add_option("--entity", arguments->entity, "Name of the legal entity that operates the service");
  command->add_option("--standard", arguments->standard, "In any usual spelling")->required();
  command->add_option("--service", arguments->services, "A service that we use")->allow_extra_args(false);
  command->add_option("--site", arguments->site, "A site or region that we use");
  command->add_option("--role", arguments->role, "controller, processor, cloud_provider or cloud_customer");
  command->add_option("--on", arguments->on, "The day the question is about [today]")
      ->type_name("YYYY-MM-DD");
  command->add_option("--known-at", arguments->known_at, "What the register knew then")->type_name("INSTANT");
  runs(command, [arguments](Context& context) { return run_verify(context, *arguments); });
}

void Builder::add_suppliers() {
  auto* suppliers = group(app_, "suppliers", "Look at suppliers");
  add_list(suppliers, "list", "In the order in which they came", list_suppliers);
  const auto arguments = std::make_shared<ListArguments>();
  add_list(suppliers, "search", "By name, alias, LEI, VAT number, domain or certificate number",
           search_suppliers, arguments)
      ->add_option("text", arguments->text)
      ->required();
  add_record(suppliers, "show", "One, with its certificates", show_supplier);
  auto* import =
      suppliers->add_subcommand("import", "Take over a list of what we buy from whom: CSV or XLSX");
  const auto list = std::make_shared<SupplierListArguments>();
  import->footer(help::kSupplierList);
  import->add_option("file", list->file)->type_name("FILE")->required();
  import->add_flag("--dry-run", list->dry_run, "Only say what would happen");
  runs(import, [list](Context& context) { return import_supplier_list(context, *list); });
}

void Builder::add_certificates() {
  auto* certificates = group(app_, "certificates", "Look at certificates");
  add_record(certificates, "show", "One, with its issues, checks and quotes", show_certificate);
  const auto arguments = std::make_shared<ListArguments>();
  add_list(certificates, "expiring", "Those that print an expiry from today until before a day",
           list_expiring, arguments)
      ->add_option("--before", arguments->before)
      ->type_name("YYYY-MM-DD")
      ->required();
}

void Builder::add_proposals() {
  auto* proposals = group(app_, "proposals", "Decide what was read and waits for a person");
  const auto listed = std::make_shared<ListArguments>();
  listed->state = "pending";
  add_list(proposals, "list", "The latest first", list_proposals, listed)
      ->add_option("--state", listed->state, "pending, accepted or rejected [pending]");
  add_record(proposals, "show", "One, with its draft, quotes and differences", show_proposal);

  const auto accepted = std::make_shared<Decision>();
  auto* accept = add_decision(proposals, "accept", "Accept it, with corrections", accepted);
  accept->footer(help::kAccept);
  accept
      ->add_option("--set", accepted->corrections, "A member of the certificate that replaces what was read")
      ->type_name("MEMBER=VALUE")
      ->allow_extra_args(false);
  accept->add_option("--supplier", accepted->supplier, "Whose it is (id)");
  accept->add_option("--claimant", accepted->claimant, "Of a claim: supplier, third_party or unknown");
  accept->add_option("--reason", accepted->reason);
  runs(accept, [accepted](Context& context) { return accept_proposal(context, *accepted); });

  const auto rejected = std::make_shared<Decision>();
  auto* reject = add_decision(proposals, "reject", "Reject it", rejected);
  reject->add_option("--reason", rejected->reason)->required();
  runs(reject, [rejected](Context& context) { return reject_proposal(context, *rejected); });
}

void Builder::add_changes() {
  auto* command = app_.add_subcommand("changes", "What changed, the latest first");
  const auto arguments = std::make_shared<ChangesArguments>();
  command->footer(help::kChanges);
  command->add_option("--source", arguments->source, "What came from this source");
  command->add_option("--supplier", arguments->supplier, "Supplier's id");
  command->add_option("--since", arguments->since, "From this instant or day")->type_name("INSTANT");
  command->add_flag("--adverse", arguments->adverse, "Only what may take something away that one relied on");
  command->add_option("--limit", arguments->limit, "How many at most [100]")->check(CLI::Range(1, 1000000));
  runs(command, [arguments](Context& context) { return list_changes(context, *arguments); });
}

void Builder::add_checks() {
  auto* command =
      group(app_, "checks", "Record what a person saw in a register")->add_subcommand("add", "Record one");
  const auto arguments = std::make_shared<CheckArguments>();
  command->footer(help::kCheck);
  command->add_option("--certificate", arguments->certificate, "Its id")->required();
  command->add_option("--register", arguments->register_name, "Where it was looked up")->required();
  command
      ->add_option("--result", arguments->result,
                   "active, suspended, withdrawn, expired, not_found or source_failed")
      ->required();
  command
      ->add_option("--source", arguments->source,
                   "Whose register: issuer, accreditation_body or public_register")
      ->default_val("public_register");
  command->add_option("--on", arguments->checked_on, "The day of the look-up")
      ->type_name("YYYY-MM-DD")
      ->required();
  command->add_option("--address", arguments->address, "The page that was seen");
  command->add_option("--note", arguments->note);
  runs(command, [arguments](Context& context) { return add_check(context, *arguments); });
}

void Builder::add_reference() {
  auto* check =
      group(app_, "reference", "Reference data")->add_subcommand("check", "Judge files of reference data");
  const auto arguments = std::make_shared<ReferenceArguments>();
  check->footer(help::kReference);
  check->add_option("files", arguments->files, "Those that are built in when none are named")
      ->type_name("FILE ...");
  check->add_flag("--overlay", arguments->overlay, "Judge them over those that are built in");
  check->add_flag("--json", parsed_.common.json, "Print JSON");
  set_command(check, [arguments](Context& context) { return check_reference(context, *arguments); });
}

void Builder::add_reload() {
  auto* command = app_.add_subcommand("reload", "Read the files of the data directory again");
  command->footer(help::kReload);
  runs(command, [](Context& context) { return reload(context); });
}

void Builder::add_sources() {
  auto* sources = group(app_, "sources", "Where suppliers publish");
  sources->alias("source");
  add_list(sources, "list", "Those that are defined", list_sources);
  add_record(sources, "show", "One, when it is due and how its pages stand", show_source);

  auto* check = sources->add_subcommand("check", "Judge definitions");
  const auto files = std::make_shared<std::vector<std::string>>();
  check->footer(help::kSourceCheck);
  check->add_option("files", *files)->type_name("FILE ...")->required();
  check->add_flag("--json", parsed_.common.json, "Print JSON");
  set_command(check, [files](Context& context) { return check_sources(context, *files); });

  auto* trial =
      sources->add_subcommand("try", "Show what a definition would read, with quotes; keeps nothing");
  const auto arguments = std::make_shared<TrialArguments>();
  trial->footer(help::kSourceTry);
  trial->add_option("file", arguments->file)->type_name("FILE")->required();
  trial
      ->add_option("--document", arguments->documents,
                   "A file to read as this source's, or one that stands in for an address")
      ->type_name("[ADDRESS=]PATH")
      ->allow_extra_args(false);
  runs(trial, [arguments](Context& context) { return try_source(context, *arguments); });
}

void Builder::add_signatures() {
  auto* command = app_.add_subcommand("signatures", "Judge the signatures of a PDF");
  const auto arguments = std::make_shared<SignatureArguments>();
  command->footer(help::kSignatures);
  command->add_option("file", arguments->file)->type_name("FILE")->required();
  command
      ->add_option("--roots", arguments->roots,
                   "Certificates that are trusted, in PEM form: a file or folder")
      ->type_name("PATH");
  command->add_option("--at", arguments->at, "The time the answers are about [now]")->type_name("INSTANT");
  command->add_flag("--json", parsed_.common.json, "Print JSON");
  set_command(command, [arguments](Context& context) { return show_signatures(context, *arguments); });
}

void Builder::add_read() {
  auto* command = app_.add_subcommand("read", "Show what is read from documents, and keep nothing");
  const auto arguments = std::make_shared<ReadArguments>();
  command->footer(help::kRead);
  command->add_option("files", arguments->files)->type_name("FILE")->required();
  command
      ->add_option("--kind", arguments->kind,
                   "What they are, when their bytes and names do not say: pdf, html, markdown, "
                   "restructured, plain_text, source, png, jpeg or tiff")
      ->type_name("KIND");
  command->add_option("--data", parsed_.common.place.data, "Data directory with words of your own")
      ->type_name("DIR");
  command->add_flag("--sample", parsed_.common.place.sample, "Know the made-up bodies of the sample");
  command->add_flag("--json", parsed_.common.json, "Print JSON");
  set_command(command, [arguments](Context& context) { return read_documents(context, *arguments); });
}

void Builder::add_version() {
  set_command(app_.add_subcommand("version", "Print the version"), [](Context& context) {
    context.out() << kVersion << '\n';
    return ExitCode::Ok;
  });
}

Parsed parse(const std::vector<std::string>& arguments, const Environment& environment) {
  Parsed parsed;
  parsed.common = defaults(environment);
  CLI::App app(help::kProgram, "certreg");
  app.footer(help::kProgramFooter);
  app.require_subcommand(1);
  app.set_version_flag("--version", kVersion);
  Builder builder(app, parsed);
  builder.build();
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    const bool is_mistake = app.exit(error, environment.out, environment.err) != 0;
    return {.common = {}, .command = {}, .code = is_mistake ? ExitCode::Usage : ExitCode::Ok};
  }
  return parsed;
}

}  // namespace certreg::cli
