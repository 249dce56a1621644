// accuracy FOLDER [--json] [--verbose] [--seconds N]: how well the documents of a folder are read, held
// against its truth.jsonl. Exit code 1: the folder cannot be used; 2: wrong arguments.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <span>
#include <string_view>

#include "accuracy/measure/report.h"
#include "certreg/domain/error.h"
#include "certreg/service/world.h"

namespace certreg::accuracy {
namespace {

struct Arguments {
  std::string folder;
  bool json = false;
  Detail detail = Detail::Misses;
  std::chrono::seconds most_seconds{120};
};

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
  return number;
}

std::optional<Arguments> parse(std::span<char*> given) {
  Arguments arguments;
  for (std::size_t at = 1; at < given.size(); ++at) {
    const std::string_view word = given[at];
    if (word == "--json") {
      arguments.json = true;
    } else if (word == "--verbose") {
      arguments.detail = Detail::Everything;
    } else if (word == "--seconds" && at + 1 < given.size()) {
      const auto seconds = number_in(given[++at]);
      if (!seconds) return std::nullopt;
      arguments.most_seconds = std::chrono::seconds(*seconds);
    } else if (word.starts_with('-') || !arguments.folder.empty()) {
      return std::nullopt;
    } else {
      arguments.folder = word;
    }
  }
  return arguments.folder.empty() ? std::nullopt : std::optional(arguments);
}

std::filesystem::path beside_this_program() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "certreg-reader";
}

void run(const Arguments& arguments) {
  const auto truth = load_truth(arguments.folder);
  const auto world = service::load_world(service::built_in_world_files(), {}, {});
  const auto documents =
      read_documents(arguments.folder, truth, world,
                     {.reader = beside_this_program(), .most_seconds = arguments.most_seconds});
  const auto measurement = measure(documents, truth, world.reference);
  // What a document says may be no UTF-8 once it is cut.
  const auto shown =
      arguments.json
          ? report_json(measurement).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"
          : report_text(measurement, arguments.detail);
  std::fwrite(shown.data(), 1, shown.size(), stdout);
}

}  // namespace
}  // namespace certreg::accuracy

int main(int count, char** words) {
  using namespace certreg;
  const auto arguments = accuracy::parse({words, static_cast<std::size_t>(count)});
  if (!arguments) {
    fmt::print(stderr, "usage: accuracy FOLDER [--json] [--verbose] [--seconds N]\n");
    return 2;
  }
  try {
    accuracy::run(*arguments);
  } catch (const Error& error) {
    fmt::print(stderr, "accuracy: {}\n", error.what());
    for (const auto& [field, rule] : error.fields) fmt::print(stderr, "  {}: {}\n", field, rule);
    return 1;
  } catch (const std::exception& error) {
    fmt::print(stderr, "accuracy: {}\n", error.what());
    return 1;
  }
  return 0;
}
