// Longer texts of --help.
#pragma once

namespace certreg::cli::help {

inline constexpr const char* kProgram =
    "A register of suppliers' ISO certificates. It answers one question with evidence:\n"
    "may we rely on this supplier's certificate for what we buy?";

inline constexpr const char* kProgramFooter =
    "Subcommands but serve, reference, signatures and read talk to the service that runs on the data "
    "directory, to the\n"
    "one at --url with --key, or, when none runs, open the data directory themselves.\n"
    "\n"
    "Exit codes: 0 done, or the verdict is satisfied; 1 failure; 2 wrong usage; 3 not satisfied; 4 "
    "undecided.\n"
    "Environment: CERTREG_DATA, CERTREG_DATABASE, CERTREG_URL, CERTREG_KEY.\n"
    "\n"
    "Examples:\n"
    "  certreg serve\n"
    "  certreg import ./certificates --accept\n"
    "  certreg verify --entity \"Example GmbH\" --standard 27001 --service \"Example Cloud\"";

inline constexpr const char* kVerify =
    "Exit codes: 0 satisfied, 3 not satisfied, 4 undecided, 1 failure.\n"
    "\n"
    "Examples:\n"
    "  certreg verify --entity \"Example GmbH\" --standard \"ISO/IEC 27001\"\n"
    "  certreg verify --supplier 01890a5d-... --standard 27018 --service Mail --role processor --on "
    "2026-01-31\n"
    "  certreg verify --entity \"Example GmbH\" --standard 22301 --json";

inline constexpr const char* kImport =
    "WHAT is a file, a folder (all regular files in it; hidden ones and links are passed over), an address, "
    "or the\n"
    "name of a source. The same document again changes nothing; a table that was cut goes on where it was.\n"
    "Tables are CSV, XLSX, JSON lines (a certificate a line, as the API has them) and certreg's own JSON.\n"
    "\n"
    "Fields of a table: holder, number, standard, edition, issuer, issued, expires, first_issued, "
    "valid_from, scope,\n"
    "services, sites, lei, registration_number, vat, country, accreditation, status.\n"
    "\n"
    "Examples:\n"
    "  certreg import certificate.pdf\n"
    "  certreg import ./certificates --accept\n"
    "  certreg import https://supplier.example/trust --source supplier\n"
    "  certreg import list.csv --columns holder=Company \"expires=Valid until\" --date-format DD.MM.YYYY";

inline constexpr const char* kExport =
    "A row for each issue of a certificate, or each supplier, in the order in which they came in. JSON lines "
    "can be "
    "imported\n"
    "into another register, where they are claims. Cells of CSV that a spreadsheet would take for a formula "
    "begin "
    "with an apostrophe.\n"
    "\n"
    "Examples:\n"
    "  certreg export > certificates.jsonl\n"
    "  certreg export certificates --format csv --out certificates.csv\n"
    "  certreg export suppliers | jq -r .name";

inline constexpr const char* kSupplierList =
    "Columns: reference, supplier, supplier_lei, supplier_vat, supplier_domain, provider, our_entity, "
    "their_entity,\n"
    "contract, group_guarantee, contact_name, contact_email, services, sites, data, our_role, their_role, "
    "deployment,\n"
    "tier, critical_function, owner_name, owner_email, deputies, review_months, starts, ends, note. Lists "
    "are "
    "separated\n"
    "by \";\". The same file again changes nothing. Exit code 1: a row was refused; the others are kept.\n"
    "\n"
    "Examples:\n"
    "  certreg suppliers import suppliers.xlsx --dry-run\n"
    "  certreg suppliers import suppliers.csv";

inline constexpr const char* kReview =
    "Examples:\n"
    "  certreg review 01890a5d-... --format pdf --out review.pdf\n"
    "  certreg review --all --on 2026-06-30 --known-at 2026-07-01T00:00:00Z --out review.html\n"
    "  certreg review --all --finish --sign-off \"Ada Example\" --role CISO";

inline constexpr const char* kScreen =
    "Examples:\n"
    "  certreg screen names.csv --standard 27001 --service Mail\n"
    "  certreg screen names.jsonl --json";

inline constexpr const char* kServe =
    "Without --database it runs its own PostgreSQL in the data directory. SIGTERM ends it cleanly; a second "
    "one\n"
    "does not wait for requests.\n"
    "\n"
    "Examples:\n"
    "  certreg serve\n"
    "  certreg serve --data ./register --listen 127.0.0.1:9000\n"
    "  certreg serve --database \"host=db.example dbname=certreg user=certreg\"";

inline constexpr const char* kAccept =
    "Example:\n"
    "  certreg proposals accept 01890a5d-... --set expires=2027-03-31 --reason \"day and month as on page "
    "2\"";

inline constexpr const char* kChanges =
    "A line each: day, supplier (or source), what changed. A program that follows asks GET /v1/changes with "
    "after=.\n"
    "\n"
    "Examples:\n"
    "  certreg changes --since 2026-01-01\n"
    "  certreg changes --supplier 01890a5d-... --adverse";

inline constexpr const char* kCheck =
    "Example:\n"
    "  certreg checks add --certificate 01890a5d-... --register \"IAF CertSearch\" --result active --on "
    "2026-01-31";

inline constexpr const char* kSourceCheck =
    "Each problem is a line \"file:line: rule\". Exit codes: 0 none, 1 some.\n"
    "\n"
    "Example:\n"
    "  certreg source check importers/acme/source.yaml";

inline constexpr const char* kSourceTry =
    "Examples:\n"
    "  certreg source try importers/acme/source.yaml\n"
    "  certreg source try importers/acme/source.yaml --document saved-page.html\n"
    "  certreg source try importers/acme/source.yaml --document https://acme.example/trust=saved-page.html";

inline constexpr const char* kReference =
    "Each problem is a line \"file:line: rule\". Exit codes: 0 none, 1 some.\n"
    "\n"
    "Examples:\n"
    "  certreg reference check schema/reference/*.yaml\n"
    "  certreg reference check --overlay DATA/reference/*.yaml";

inline constexpr const char* kSignatures =
    "Five answers for each signature: is it intact, does it cover the file as it is or what came after, who "
    "signed\n"
    "and who answers for that, were the certificates in their days, and was the signer's revoked. What is "
    "not known\n"
    "is said so. Nothing is asked of the network, and without --roots nobody is trusted.\n"
    "Exit codes: 0 judged, whatever the answers are; 1 failure.\n"
    "\n"
    "Examples:\n"
    "  certreg signatures certificate.pdf\n"
    "  certreg signatures certificate.pdf --roots ./trusted --at 2026-01-31 --json";

inline constexpr const char* kRead =
    "Each field is a line: field, value, confidence, page, box (x y width height, in points from the top "
    "left), how it\n"
    "was read, and the words. What has several readings is left open, with all of them. PDFs and pictures "
    "are read as\n"
    "certificates, pages for what they claim, plain text as either. Needs no register and no service.\n"
    "Exit codes: 0 all were read, whatever was found; 1 some could not be.\n"
    "\n"
    "Examples:\n"
    "  certreg read certificate.pdf\n"
    "  certreg read scan.png page.html --json";

inline constexpr const char* kReload =
    "The running service reads reference/ and importers/ of its data directory again. What is wrong in them "
    "is\n"
    "told, and the service goes on with what it had. The signal SIGHUP does the same.";

}  // namespace certreg::cli::help
