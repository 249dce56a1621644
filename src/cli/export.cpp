#include <ostream>

#include "certreg/domain/error.h"
#include "cli/commands.h"
#include "cli/files.h"

namespace certreg::cli {

ExitCode run_export(Context& context, const ExportArguments& arguments) {
  auto target = Target("/v1/export").segment(arguments.noun);
  target.with("format", arguments.format);
  if (arguments.out.empty()) {
    context.client().stream(target, [&](std::string_view part) {
      if (!context.out().write(part.data(), static_cast<std::streamsize>(part.size())))
        throw Error(ErrorKind::Unavailable, "the output cannot be written");
    });
    context.out().flush();
    return ExitCode::Ok;
  }
  write_file_whole(arguments.out, [&](const Sink& put) { context.client().stream(target, put); });
  return ExitCode::Ok;
}

}  // namespace certreg::cli
