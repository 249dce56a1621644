#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "certreg/domain/error.h"
#include "certreg/service/page_result.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/import_plan.h"
#include "cli/output.h"
#include "cli/table_target.h"

namespace certreg::cli {
namespace {

namespace fs = std::filesystem;

// How long the request that starts a run waits for its end; most documents are read within it.
constexpr const char* kWaitSeconds = "2";
constexpr std::chrono::milliseconds kPollTime{250};
constexpr std::size_t kShownProblems = 50;

using Counts = std::map<std::string, std::int64_t>;

Counts counts_of(const Json& run) {
  Counts counts;
  for (const auto& row : run.value("counts", Json::array()))
    counts[printable(text_at(row, "outcome"))] = row.value("count", std::int64_t{0});
  return counts;
}

struct Summary {
  Counts counts;
  std::vector<Json> runs;
  std::vector<std::string> problems;
};

// What a person should see of the items of a run; "page_gone" is of a page that said nothing.
bool is_problem(std::string_view outcome) {
  return outcome == "failed" || outcome == "bad_row" || outcome == "refused" || outcome == "warning" ||
         outcome.starts_with("page_") || service::page_result_of(outcome);
}

class Importer {
 public:
  Importer(Context& context, const ImportArguments& arguments) : context_(context), arguments_(arguments) {}

  Summary import(const std::vector<FileToImport>& files) {
    for (const auto& file : files) {
      ++at_;
      total_ = files.size();
      attempt(file.name, [&] { return upload(file); });
    }
    return std::move(summary_);
  }
  Summary import(const Address& address) {
    attempt(address.text, [&] { return start({{"address", address.text}}); });
    return std::move(summary_);
  }
  Summary import(const SourceName& source) {
    attempt(source.text, [&] { return start({{"source", source.text}}); });
    return std::move(summary_);
  }

 private:
  // One document that is refused does not end the import of the others; an absent service does.
  template <class Start>
  void attempt(const std::string& name, const Start& start) {
    try {
      const auto run = finished(name, start());
      add(name, run);
    } catch (const Error& error) {
      if (error.kind == ErrorKind::Unavailable || error.kind == ErrorKind::Unauthorized ||
          error.kind == ErrorKind::Forbidden || total_ <= 1)
        throw;
      ++summary_.counts["refused"];
      problem(name, error.what());
    }
  }

  Json upload(const FileToImport& file) {
    Target target("/v1/imports");
    target.with("name", file.name).with_some("source", arguments_.source);
    if (arguments_.accept) target.with("accept", "true");
    describe_table(target, arguments_);
    target.with("wait", kWaitSeconds);
    return context_.client().upload(target, {"application/octet-stream", hold_file(file.path)});
  }

  Json start(Json body) {
    if (!arguments_.source.empty()) body["source"] = arguments_.source;
    body["accept"] = arguments_.accept;
    return context_.client().post(Target("/v1/imports").with("wait", kWaitSeconds), body);
  }

  Json finished(const std::string& name, Json run) {
    while (text_at(run, "state") == "running") {
      progress(name, run);
      std::this_thread::sleep_for(kPollTime);
      run = context_.client().get(Target("/v1/imports").segment(text_at(run, "id")));
    }
    progress(name, run);
    return run;
  }

  void progress(const std::string& name, const Json& run) {
    if (!context_.shows_progress()) return;
    context_.err() << "\r\033[K";
    if (total_ > 1) context_.err() << at_ << '/' << total_ << ' ';
    context_.err() << printable(name);
    for (const auto& [outcome, count] : counts_of(run)) context_.err() << "  " << outcome << ' ' << count;
    context_.err() << std::flush;
  }

  void add(const std::string& name, const Json& run) {
    for (const auto& [outcome, count] : counts_of(run)) summary_.counts[outcome] += count;
    if (text_at(run, "state") != "done") {
      ++summary_.counts["runs_" + text_at(run, "state")];
      problem(name, text_at(run, "state") + ": " + text_at(run, "error"));
    }
    add_items(name, run);
    summary_.runs.push_back(run);
  }

  void add_items(const std::string& name, const Json& run) {
    const Target items = Target("/v1/imports").segment(text_at(run, "id")).segment("items");
    for (const auto& item : context_.client().list(items, kShownProblems)) {
      const auto outcome = text_at(item, "outcome");
      if (!is_problem(outcome)) continue;
      auto why = text_at(item, "detail");
      for (const auto& error : item.value("errors", Json::array()))
        why += (why.empty() ? "" : "; ") + text_at(error, "field") + " " + text_at(error, "rule");
      problem(name, why);
    }
  }

  void problem(const std::string& name, const std::string& why) {
    if (summary_.problems.size() < kShownProblems) summary_.problems.push_back(printable(name) + ": " + why);
  }

  Context& context_;
  const ImportArguments& arguments_;
  Summary summary_;
  std::size_t at_ = 0, total_ = 1;
};

void print_summary(Context& context, const Summary& summary) {
  if (context.wants_json()) {
    print_json(context.out(),
               {{"counts", summary.counts}, {"imports", summary.runs}, {"problems", summary.problems}});
    return;
  }
  if (context.shows_progress()) context.err() << "\r\033[K" << std::flush;
  std::vector<std::vector<std::string>> rows;
  for (const auto& [what, count] : summary.counts) rows.push_back({what, std::to_string(count)});
  print_table(context.out(), rows);
  for (const auto& problem : summary.problems) context.err() << problem << '\n';
}

bool went_wrong(const Summary& summary) {
  return summary.counts.contains("refused") || summary.counts.contains("runs_failed") ||
         summary.counts.contains("runs_interrupted");
}

}  // namespace

ExitCode run_import(Context& context, const ImportArguments& arguments) {
  if (arguments.preview) return preview_import(context, arguments);
  const auto plan = plan_import(arguments.what);
  const auto summary =
      std::visit([&](const auto& what) { return Importer(context, arguments).import(what); }, plan);
  print_summary(context, summary);
  return went_wrong(summary) ? ExitCode::Failure : ExitCode::Ok;
}

}  // namespace certreg::cli
