#include "certreg/documents/worker.h"

#include <fmt/format.h>

#include <csignal>
#include <sstream>
#include <thread>

#include "documents/orders.h"
#include "documents/picture_json.h"
#include "documents/process.h"
#include "documents/recognition.h"
#include "documents/signature_json.h"
#include "documents/text_json.h"

namespace certreg::documents {
namespace {

constexpr std::size_t kLongestName = 1000;
constexpr std::size_t kLongestHead = 1U << 20;  // what a table says before its CSV

std::size_t input_limit(const WorkerLimits& limits, MediaKind kind) {
  return limits.input_bytes == 0 ? default_limit_bytes(kind) : limits.input_bytes;
}

bool has_text_to_read(MediaKind kind) {
  return kind != MediaKind::Unknown && kind != MediaKind::Csv && kind != MediaKind::Json &&
         kind != MediaKind::JsonLines && kind != MediaKind::Xlsx;
}

void refuse_by_size(std::string_view bytes, std::size_t limit) {
  if (bytes.empty()) throw Failure(FailureKind::Empty, "the document is empty");
  if (bytes.size() > limit)
    throw Failure(FailureKind::TooLarge, fmt::format("the document is larger than {} bytes", limit));
}

// The worker ends itself by these at its own limits of CPU time and output.
bool is_limit_signal(int signal) { return signal == SIGXCPU || signal == SIGKILL; }

void check_ending(const ProcessResult& result) {
  switch (result.ending) {
    case Ending::NotStarted:
      throw Failure(FailureKind::WorkerMissing, "documents cannot be read at the moment",
                    fmt::format("the reader was not started: errno {}", result.code));
    case Ending::TimedOut:
      throw Failure(FailureKind::TimedOut, "reading the document took too long", result.errors);
    case Ending::TooMuchOutput:
      throw Failure(FailureKind::TooLarge, "the document holds too much text");
    case Ending::Signalled:
      throw Failure(is_limit_signal(result.code) ? FailureKind::TimedOut : FailureKind::Crashed,
                    "the document could not be read",
                    fmt::format("signal {}: {}", result.code, result.errors));
    case Ending::Exited:
      break;
  }
  if (result.code != 0)
    throw Failure(result.code == 127 ? FailureKind::WorkerMissing : FailureKind::Crashed,
                  "the document could not be read", fmt::format("exit {}: {}", result.code, result.errors));
}

std::vector<std::string> warnings_in(const std::string& errors) {
  std::vector<std::string> warnings;
  std::istringstream lines(errors);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("warning: ")) warnings.push_back(line.substr(9));
  return warnings;
}

void append(std::vector<std::string>& warnings, const std::vector<std::string>& more) {
  warnings.insert(warnings.end(), more.begin(), more.end());
}

// Longer is no name of a character set or a sheet.
std::string bounded(const std::string& name) { return name.size() > kLongestName ? std::string() : name; }

}  // namespace

Worker::Worker(std::filesystem::path program, WorkerLimits limits)
    : program_(std::move(program)),
      limits_(limits),
      slots_(std::make_shared<PageSlots>(std::thread::hardware_concurrency())) {}

reading::Text Worker::read(std::string_view bytes, MediaKind kind, const ReadOptions& options) const {
  check_selections(options.selections);
  refuse_by_size(bytes, input_limit(limits_, kind));
  if (!has_text_to_read(kind))
    throw Failure(FailureKind::NotThatKind, "the document is of a kind without text to read");
  const auto run = [&](int page, std::chrono::milliseconds time) {
    const Orders orders{{bounded(options.declared_charset), options.selections}, {}, page};
    ProcessResult result = run_process(program_, {std::string(to_string(kind)), orders_json(orders)}, bytes,
                                       {time, limits_.output_bytes});
    check_ending(result);
    PartialText partial = parse_text_json(result.output);
    append(partial.text.warnings, warnings_in(result.errors));
    return partial;
  };
  PartialText partial = run(0, limits_.wall_time);
  if (!options.recognise) return std::move(partial.text);
  recognise_pages(partial, limits_, *slots_,
                  [&](int page, std::chrono::milliseconds time) { return run(page, time).text; });
  return std::move(partial.text);
}

PagePicture Worker::draw(std::string_view bytes, MediaKind kind, int page, PageView view) const {
  refuse_by_size(bytes, input_limit(limits_, kind));
  if (!has_fixed_pages(kind)) throw Failure(FailureKind::NotThatKind, "the document has no pages to draw");
  if (!slots_->take_by(std::chrono::steady_clock::now() + limits_.page_time))
    throw Failure(FailureKind::TimedOut, "too many pages are drawn at the moment");
  const Orders orders{.options = {}, .drawing = DrawingOrders{page, view}};
  ProcessResult result = run_process(program_, {std::string(to_string(kind)), orders_json(orders)}, bytes,
                                     {limits_.page_time, limits_.output_bytes});
  slots_->give_back();
  check_ending(result);
  return parse_picture(result.output);
}

Table Worker::read_table(std::string_view bytes, MediaKind kind, const std::string& sheet) const {
  refuse_by_size(bytes, input_limit(limits_, kind));
  if (kind != MediaKind::Xlsx) throw Failure(FailureKind::NotThatKind, "the document is no workbook");
  if (sheet.size() > kLongestName)
    throw Failure(FailureKind::NotThatKind, "the name of the sheet is too long to be one");
  ProcessResult result = run_process(program_, {std::string(to_string(kind)), orders_json({{}, sheet})},
                                     bytes, {limits_.wall_time, limits_.table_bytes + kLongestHead});
  check_ending(result);
  Table table = parse_table(result.output);
  append(table.warnings, warnings_in(result.errors));
  return table;
}

SignaturesReport Worker::check_signatures(std::string_view bytes, std::string_view roots_pem,
                                          Instant asked) const {
  refuse_by_size(bytes, input_limit(limits_, MediaKind::Pdf));
  const Orders orders{.options = {}, .signatures = SignatureOrders{roots_pem.size(), asked}};
  std::string input(roots_pem);
  input += bytes;
  ProcessResult result = run_process(program_, {std::string(to_string(MediaKind::Pdf)), orders_json(orders)},
                                     input, {limits_.wall_time, limits_.output_bytes});
  check_ending(result);
  SignaturesReport report = parse_signatures_json(result.output);
  append(report.warnings, warnings_in(result.errors));
  return report;
}

}  // namespace certreg::documents
