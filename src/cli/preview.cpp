// certreg import TABLE --preview
#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/import_plan.h"
#include "cli/output.h"
#include "cli/table_target.h"

namespace certreg::cli {
namespace {

Json preview_of(Context& context, const FileToImport& file, const ImportArguments& arguments) {
  Target target("/v1/imports/preview");
  target.with("name", file.name).with_some("source", arguments.source);
  describe_table(target, arguments);
  return context.client().upload(target, {"application/octet-stream", hold_file(file.path)});
}

void print_preview(std::ostream& out, const Json& preview) {
  out << "columns: " << text_at(preview, "columns") << '\n';
  std::vector<std::vector<std::string>> rows{{"HOLDER", "STANDARD", "NUMBER", "ISSUER", "ISSUED", "EXPIRES"}};
  for (const auto& draft : preview.at("drafts")) {
    const auto& certificate = draft.at("certificate");
    const auto& holders = certificate.at("holders");
    rows.push_back({holders.empty() ? "" : text_at(holders.front(), "name"),
                    text_at(certificate, "standard_printed"), text_at(certificate, "number"),
                    text_at(certificate, "issuer_printed"), text_at(certificate, "issued"),
                    text_at(certificate, "expires")});
  }
  print_table(out, rows);
  for (const auto& warning : preview.at("warnings")) out << printable(warning.get<std::string>()) << '\n';
  for (const auto& row : preview.at("bad_rows"))
    out << text_at(row, "field") << ": " << text_at(row, "rule") << '\n';
  out << text_at(preview, "good") << " of " << text_at(preview, "rows")
      << " rows can be read; nothing was kept\n";
}

}  // namespace

ExitCode preview_import(Context& context, const ImportArguments& arguments) {
  const auto plan = plan_import(arguments.what);
  const auto* files = std::get_if<std::vector<FileToImport>>(&plan);
  if (files == nullptr || files->size() != 1) throw invalid("what", "must be one file to be previewed");
  const auto preview = preview_of(context, files->front(), arguments);
  if (context.wants_json()) {
    print_json(context.out(), preview);
  } else {
    print_preview(context.out(), preview);
  }
  return preview.at("bad_rows").empty() ? ExitCode::Ok : ExitCode::Failure;
}

}  // namespace certreg::cli
