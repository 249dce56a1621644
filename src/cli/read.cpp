// certreg read FILE...
#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/reading_view.h"

namespace certreg::cli {
namespace {

std::optional<documents::MediaKind> kind_asked(const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  const auto kind = documents::media_kind_of(typed);
  if (!kind)
    throw invalid("kind", "must be pdf, html, markdown, restructured, plain_text, source, png, jpeg or tiff");
  return kind;
}

class Reading {
 public:
  Reading(Context& context, const ReadArguments& arguments)
      : context_(context),
        kind_(kind_asked(arguments.kind)),
        reader_(context.environment().open_reader(context.place())) {}

  // One that cannot be read does not keep the others from being read.
  void read(const std::string& file) {
    try {
      tell(file, reader_({file, read_file(file), kind_}));
    } catch (const Error& error) {
      code_ = ExitCode::Failure;
      if (context_.wants_json()) list_.push_back(failure_json(file, error.what()));
      context_.err() << "certreg: " << printable(file) << ": " << printable(error.what()) << '\n';
    }
  }

  ExitCode end() {
    if (context_.wants_json()) print_json(context_.out(), list_);
    return code_;
  }

 private:
  void tell(const std::string& file, const ReadDocument& read) {
    if (context_.wants_json()) return list_.push_back(reading_json(file, read));
    if (!is_first_) context_.out() << '\n';
    is_first_ = false;
    print_reading(context_.out(), file, read, context_.environment().columns);
  }

  Context& context_;
  std::optional<documents::MediaKind> kind_;
  DocumentReader reader_;
  Json list_ = Json::array();
  ExitCode code_ = ExitCode::Ok;
  bool is_first_ = true;
};

}  // namespace

ExitCode read_documents(Context& context, const ReadArguments& arguments) {
  Reading reading(context, arguments);
  for (const auto& file : arguments.files) reading.read(file);
  return reading.end();
}

}  // namespace certreg::cli
