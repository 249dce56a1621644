// certreg source check | try | show
#include <nlohmann/json.hpp>

#include "certreg/crypto/base64.h"
#include "certreg/domain/error.h"
#include "certreg/service/sources.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/show.h"

namespace certreg::cli {
namespace {

constexpr std::size_t kShownQuotes = 12;

Json document_of(const std::string& argument) {
  const auto equals = argument.find('=');
  const bool addressed = argument.starts_with("http") && equals != std::string::npos;
  const auto path = addressed ? argument.substr(equals + 1) : argument;
  Json document{{"name", path}, {"content", crypto::encode_base64(read_file(path))}};
  if (addressed) document["address"] = argument.substr(0, equals);
  return document;
}

void print_quotes(std::ostream& out, const Json& certificate) {
  std::size_t shown = 0;
  for (const auto& quote : certificate.value("quotes", Json::array())) {
    if (++shown > kShownQuotes) break;
    auto field = text_at(quote, "field");
    field.resize(std::max<std::size_t>(16, field.size()), ' ');
    out << "      " << field << '"' << text_at(quote, "text") << "\"\n";
  }
}

void print_draft(std::ostream& out, const Json& draft) {
  const auto& certificate = draft.at("certificate");
  out << "    " << text_at(draft, "kind") << ": " << text_at(certificate, "standard_printed");
  if (const auto number = text_at(certificate, "number"); !number.empty()) out << ", number " << number;
  if (const auto expires = text_at(certificate, "expires"); !expires.empty()) out << ", until " << expires;
  out << '\n';
  print_quotes(out, certificate);
  for (const auto& ambiguity : draft.value("ambiguities", Json::array()))
    out << "      open: " << text_at(ambiguity, "field") << ", " << text_at(ambiguity, "why") << '\n';
}

void print_found(std::ostream& out, const Json& page) {
  for (const auto& part : page.value("parts", Json::array()))
    out << "    part " << text_at(part, "name") << ": " << text_at(part, "matches") << " elements, \""
        << text_at(part, "beginning") << "\"\n";
  for (const auto& draft : page.value("drafts", Json::array())) print_draft(out, draft);
  if (const auto why = text_at(page, "nothing_found_why"); !why.empty())
    out << "    nothing found: " << why << '\n';
  if (page.value("rows", 0) > 0) out << "    rows: " << text_at(page, "rows") << '\n';
  for (const auto& row : page.value("bad_rows", Json::array()))
    out << "    " << text_at(row, "field") << ": " << text_at(row, "rule") << '\n';
  for (const auto& address : page.value("leads_to", Json::array()))
    out << "    leads to " << printable(address.get<std::string>()) << '\n';
  for (const auto& warning : page.value("warnings", Json::array()))
    out << "    warning: " << printable(warning.get<std::string>()) << '\n';
}

void print_page(std::ostream& out, const Json& page) {
  out << text_at(page, "address");
  if (const auto on = text_at(page, "found_on"); !on.empty()) out << " (linked from " << on << ")";
  out << "\n  " << text_at(page, "result");
  if (const auto detail = text_at(page, "detail"); !detail.empty()) out << ": " << detail;
  out << '\n';
  print_found(out, page);
}

}  // namespace

ExitCode check_sources(Context& context, const std::vector<std::string>& files) {
  const auto reference = service::load_reference(service::built_in_reference_files()).reference;
  Json list = Json::array();
  for (const auto& file : files) {
    const auto text = read_file(file);
    for (const auto& problem : service::check_source({file, text}, reference))
      list.push_back({{"file", problem.file}, {"line", problem.line}, {"rule", problem.rule}});
  }
  if (context.wants_json()) {
    print_json(context.out(), list);
  } else {
    for (const auto& problem : list)
      context.out() << text_at(problem, "file") << ':' << text_at(problem, "line") << ": "
                    << text_at(problem, "rule") << '\n';
    if (list.empty()) context.out() << "no problems\n";
  }
  return list.empty() ? ExitCode::Ok : ExitCode::Failure;
}

ExitCode try_source(Context& context, const TrialArguments& arguments) {
  const auto definition = read_file(arguments.file);
  Json order{{"definition", definition}, {"documents", Json::array()}};
  for (const auto& document : arguments.documents) order["documents"].push_back(document_of(document));
  const auto trial = context.client().post(Target("/v1/sources/try"), order);
  if (context.wants_json()) {
    print_json(context.out(), trial);
    return ExitCode::Ok;
  }
  for (const auto& page : trial.value("pages", Json::array())) print_page(context.out(), page);
  if (const auto left = trial.value("left_out", 0); left > 0)
    context.out() << left << " linked documents were left out\n";
  context.out() << "nothing was kept\n";
  return ExitCode::Ok;
}

ExitCode show_source(Context& context, const std::string& name) {
  auto shown = context.client().get(Target("/v1/sources").segment(name));
  shown["state"] = context.client().get(Target("/v1/sources").segment(name).segment("state"));
  if (context.wants_json()) {
    print_json(context.out(), shown);
  } else {
    print_record(context.out(), shown);
  }
  return ExitCode::Ok;
}

}  // namespace certreg::cli
