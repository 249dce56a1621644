#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/portfolio.h"

namespace certreg::cli {
namespace {

void put(Json& body, const char* member, const std::string& value) {
  if (!value.empty()) body[member] = value;
}

// Without a file the bytes go to the terminal, or wherever the output goes.
void deliver(Context& context, const std::string& out, const std::string& bytes) {
  if (out.empty()) {
    context.out() << bytes;
  } else {
    write_file(out, bytes);
  }
}

ExitCode finish(Context& context, const ReviewArguments& arguments) {
  Json body = Json::object();
  put(body, "supplier", arguments.supplier);
  put(body, "on", arguments.on);
  put(body, "known_at", arguments.known_at);
  put(body, "title", arguments.title);
  if (!arguments.sign_name.empty()) {
    body["sign_off"] = {{"name", arguments.sign_name}};
    put(body["sign_off"], "role", arguments.sign_role);
  }
  const auto review = context.client().post(Target("/v1/reviews"), body);
  const auto id = text_at(review, "id");
  if (!arguments.out.empty())
    write_file(
        arguments.out,
        context.client().file(Target("/v1/reviews").segment(id).segment("files").segment(arguments.format)));
  if (context.wants_json()) {
    print_json(context.out(), review);
    return ExitCode::Ok;
  }
  context.out() << "review " << id << '\n';
  for (const auto& file : review.at("files"))
    context.out() << text_at(file, "format") << "  " << text_at(file, "sha256") << "  "
                  << text_at(file, "size") << " bytes\n";
  return ExitCode::Ok;
}

}  // namespace

ExitCode run_review(Context& context, const ReviewArguments& arguments) {
  if (arguments.all == !arguments.supplier.empty())
    throw invalid("supplier", "or --all is required, and not both");
  if (arguments.finish) return finish(context, arguments);
  auto target = Target("/v1/reviews/preview");
  target.with("format", arguments.format)
      .with_some("supplier", arguments.supplier)
      .with_some("on", arguments.on)
      .with_some("known_at", arguments.known_at)
      .with_some("title", arguments.title);
  deliver(context, arguments.out, context.client().file(target));
  return ExitCode::Ok;
}

ExitCode run_screen(Context& context, const ScreenArguments& arguments) {
  auto target = Target("/v1/screen").with_some("standard", arguments.standard);
  for (const auto& service : arguments.services) target.with("service", service);
  const auto bytes = read_file(arguments.file);
  const bool is_csv = arguments.file.ends_with(".csv");
  const auto lines =
      context.client().upload_for_text(target, {is_csv ? "text/csv" : "application/x-ndjson", bytes});
  if (context.wants_json()) {
    context.out() << lines;
    return ExitCode::Ok;
  }
  std::vector<std::vector<std::string>> rows{{"ROW", "OUTCOME", "NAME", "SUPPLIER", "ENDS", "REMARK"}};
  for (std::size_t from = 0; from < lines.size();) {
    const auto end = std::min(lines.find('\n', from), lines.size());
    const auto answer = codec::parse(std::string_view(lines).substr(from, end - from));
    const auto remark =
        answer.at("problems").empty() ? std::string() : text_at(answer.at("problems")[0], "rule");
    rows.push_back({text_at(answer, "row"), text_at(answer, "outcome"), text_at(answer, "name"),
                    text_at(answer, "supplier.name"), text_at(answer, "effective_end"), remark});
    from = end + 1;
  }
  print_table(context.out(), rows);
  return ExitCode::Ok;
}

}  // namespace certreg::cli
