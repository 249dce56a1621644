// accuracy_names FOLDER [--json]: how well names of companies are told apart and found, held against the
// truth in a folder (tests/accuracy/names/files.h). Exit code 1: the folder cannot be used; 2: wrong
// arguments.
#include <fmt/format.h>

#include <cstdio>
#include <optional>
#include <span>
#include <string_view>

#include "accuracy/names/report.h"
#include "certreg/domain/error.h"

namespace certreg::accuracy {
namespace {

struct NameArguments {
  std::string folder;
  bool json = false;
};

std::optional<NameArguments> parse(std::span<char*> given) {
  NameArguments arguments;
  for (const std::string_view word : given.subspan(1)) {
    if (word == "--json") {
      arguments.json = true;
    } else if (word.starts_with('-') || !arguments.folder.empty()) {
      return std::nullopt;
    } else {
      arguments.folder = word;
    }
  }
  return arguments.folder.empty() ? std::nullopt : std::optional(arguments);
}

void measure(const NameArguments& arguments) {
  const auto measurement = measure_names(load_names(arguments.folder));
  const auto shown = arguments.json ? names_json(measurement).dump(2) + "\n" : names_text(measurement);
  std::fwrite(shown.data(), 1, shown.size(), stdout);
}

}  // namespace
}  // namespace certreg::accuracy

int main(int count, char** words) {
  using namespace certreg;
  const auto arguments = accuracy::parse({words, static_cast<std::size_t>(count)});
  if (!arguments) {
    fmt::print(stderr, "usage: accuracy_names FOLDER [--json]\n");
    return 2;
  }
  try {
    accuracy::measure(*arguments);
  } catch (const std::exception& error) {
    fmt::print(stderr, "accuracy_names: {}\n", error.what());
    return 1;
  }
  return 0;
}
