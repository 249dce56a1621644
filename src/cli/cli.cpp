#include "certreg/cli/cli.h"

#include <exception>
#include <new>
#include <ostream>

#include "certreg/domain/error.h"
#include "cli/output.h"
#include "cli/parse.h"

namespace certreg::cli {
namespace {

void tell(std::ostream& err, const Error& error) {
  err << "certreg: " << printable(error.what()) << '\n';
  for (const auto& [field, rule] : error.fields)
    err << "  " << printable(field) << ' ' << printable(rule) << '\n';
}

}  // namespace

int run(const std::vector<std::string>& arguments, const Environment& environment) {
  try {
    auto parsed = parse(arguments, environment);
    if (!parsed.command) return parsed.code;
    Context context(environment, std::move(parsed.common));
    return parsed.command(context);
  } catch (const Error& error) {
    tell(environment.err, error);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    environment.err << "certreg: " << printable(error.what()) << '\n';
  }
  return ExitCode::Failure;
}

}  // namespace certreg::cli
