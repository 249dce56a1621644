#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "certreg/service/reference_files.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"

namespace certreg::cli {
namespace {

struct NamedFiles {
  std::vector<std::string> names, texts;

  std::vector<service::NamedText> files() const {
    std::vector<service::NamedText> files;
    for (std::size_t i = 0; i < names.size(); ++i) files.push_back({names[i], texts[i]});
    return files;
  }
};

NamedFiles read_files(const std::vector<std::string>& names) {
  NamedFiles read{names, {}};
  for (const auto& name : names) read.texts.push_back(read_file(name));
  return read;
}

void print_counts(std::ostream& out, const std::vector<service::ListCount>& counts) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& [list, count, overlaid] : counts) {
    rows.push_back({std::to_string(count), list});
    if (overlaid > 0) rows.back().back() += fmt::format(", {} of them overlaid", overlaid);
  }
  out << "no problems\n";
  print_table(out, rows);
}

}  // namespace

ExitCode check_reference(Context& context, const ReferenceArguments& arguments) {
  const auto named = read_files(arguments.files);
  const bool over_built_in = arguments.overlay || named.names.empty();
  const auto files = over_built_in ? service::built_in_reference_files() : named.files();
  const auto overlay = over_built_in ? named.files() : std::vector<service::NamedText>();
  const auto problems = service::check_reference(files, overlay);
  if (context.wants_json()) {
    Json list = Json::array();
    for (const auto& problem : problems)
      list.push_back({{"file", problem.file}, {"line", problem.line}, {"rule", problem.rule}});
    print_json(context.out(), list);
  } else {
    for (const auto& problem : problems)
      context.out() << problem.file << ':' << problem.line << ": " << printable(problem.rule) << '\n';
    if (problems.empty()) print_counts(context.out(), service::load_reference(files, overlay).counts);
  }
  return problems.empty() ? ExitCode::Ok : ExitCode::Failure;
}

}  // namespace certreg::cli
