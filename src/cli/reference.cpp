#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "certreg/service/reference_files.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace certreg::cli {
namespace {

std::string read_file(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  if (!in) throw Error(ErrorKind::NotFound, name + " cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<service::ReferenceProblem> check(const std::vector<std::string>& names) {
  if (names.empty()) return service::check_reference(service::built_in_reference_files());
  std::vector<std::string> texts;
  for (const auto& name : names) texts.push_back(read_file(name));
  std::vector<service::NamedText> files;
  for (std::size_t i = 0; i < names.size(); ++i) files.push_back({names[i], texts[i]});
  return service::check_reference(files);
}

}  // namespace

ExitCode check_reference(Context& context, const std::vector<std::string>& files) {
  const auto problems = check(files);
  if (context.wants_json()) {
    Json list = Json::array();
    for (const auto& problem : problems)
      list.push_back({{"file", problem.file}, {"line", problem.line}, {"rule", problem.rule}});
    print_json(context.out(), list);
  } else {
    for (const auto& problem : problems)
      context.out() << problem.file << ':' << problem.line << ": " << printable(problem.rule) << '\n';
    if (problems.empty()) context.out() << "no problems\n";
  }
  return problems.empty() ? ExitCode::Ok : ExitCode::Failure;
}

}  // namespace certreg::cli
