#include "web/upload_page.h"

#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/intake.h"
#include "certreg/service/listing.h"
#include "web/cookies.h"
#include "web/sign_in_page.h"
#include "web/upload_words.h"

namespace certreg::web {
namespace {

constexpr int kMostItems = 200;
constexpr std::chrono::seconds kWait{4};

store::ImportRun submit(const Visit& visit, const std::string& name, const std::string& type,
                        HeldBytes bytes) {
  if (bytes.empty()) throw invalid(kFile, "is empty");
  service::ImportRequest request;
  request.name = name;
  request.media_type = type;
  request.bytes = std::move(bytes);
  return visit.services.imports.submit(visit.services, std::move(request), visit.visitor->actor);
}

UploadResult outcome_of(const Visit& visit, const store::ImportRun& run) {
  const auto items = service::import_items(visit.services, run.id, -1, kMostItems);
  const bool is_cut = items.size() == static_cast<std::size_t>(kMostItems);
  const auto all = is_cut ? service::count_import_items(visit.services, run.id) : 0;
  return result_of(visit, run, items, is_cut ? static_cast<std::size_t>(all) - items.size() : 0);
}

Drawn state_of(const UploadResult& result, const std::string& id) {
  auto lines = nlohmann::json::array(), links = nlohmann::json::array();
  for (const auto& line : result.lines)
    lines.push_back({{"tone", to_string(line.tone)}, {"words", line.words}, {"detail", line.detail}});
  for (const auto& link : result.links) links.push_back({{"address", link.address}, {"words", link.words}});
  const nlohmann::json state{{"over", result.is_over}, {"id", id}, {"lines", lines}, {"links", links}};
  return {200, state.dump(), {}, "application/json"};
}

Drawn state_after_waiting(const Visit& visit, const ImportId& id) {
  visit.services.imports.wait(id, kWait);
  return state_of(outcome_of(visit, service::find_import(visit.services, id)), id.value);
}

std::string name_of(const store::ImportRun& run) {
  const std::string_view what = run.what;
  return harmless(what.starts_with("file:") ? what.substr(5) : what);
}

void set_result(const UploadResult& result, Data& view) {
  Data lines{Data::type::list}, links{Data::type::list};
  for (const auto& line : result.lines) {
    Data one;
    one.set("tone", std::string(to_string(line.tone)));
    one.set("words", line.words);
    one.set("detail", line.detail);
    one.set("has_detail", !line.detail.empty());
    lines.push_back(one);
  }
  for (const auto& link : result.links) {
    Data one;
    one.set("address", link.address);
    one.set("words", link.words);
    links.push_back(one);
  }
  view.set("lines", lines);
  view.set("uses", links);
  view.set("is_over", result.is_over);
}

Drawn form_page(const Visit& visit, const UploadResult& result, int status) {
  Data view;
  set_result(result, view);
  view.set("has_problem", !result.lines.empty());
  return drawn(visit, "upload.mustache", view, message(visit.language, "upload.title"), status);
}

// The bytes of a part, which live as long as the request's.
HeldBytes held_part(const http::Request& request, const http::FormPart& part) {
  if (request.held.empty()) return {std::string(part.content)};
  auto whole = std::make_shared<const HeldBytes>(request.held);
  return {std::move(whole), part.content};
}

}  // namespace

Drawn upload_page(const Visit& visit) { return form_page(visit, {}, 200); }

Drawn upload_by_form(const Visit& visit) {
  try {
    for (const auto& part : form_parts(visit.request)) {
      if (part.name != kFile || !part.is_file) continue;
      const auto run = submit(visit, part.file_name, part.content_type, held_part(visit.request, part));
      visit.services.imports.wait(run.id, kWait);
      return redirect("/upload/" + run.id.value);
    }
    throw invalid(kFile, "is missing");
  } catch (const Error& error) {
    if (error.kind == ErrorKind::Unavailable) throw;
    return form_page(visit, refused(visit, error), error.kind == ErrorKind::Busy ? 503 : 400);
  }
}

Drawn upload_file(const Visit& visit) {
  const auto& request = visit.request;
  if (request.segments.size() != 2 || request.segments[1] != "file") throw not_found("page");
  const auto* type = request.header("Content-Type");
  try {
    const auto run = submit(visit, query_value(request, "name"), type == nullptr ? "" : *type,
                            request.held.empty() ? HeldBytes(request.body) : request.held);
    return state_after_waiting(visit, run.id);
  } catch (const Error& error) {
    if (error.kind == ErrorKind::Unavailable) throw;
    return state_of(refused(visit, error), "");
  }
}

Drawn upload_result(const Visit& visit) {
  if (visit.request.segments.size() != 2) throw not_found("import");
  const ImportId id{visit.request.segments[1]};
  if (query_value(visit.request, "as") == "state") return state_after_waiting(visit, id);
  const auto run = service::find_import(visit.services, id);
  Data view;
  set_result(outcome_of(visit, run), view);
  view.set("id", id.value);
  view.set("name", name_of(run));
  return drawn(visit, "upload_result.mustache", view, name_of(run));
}

}  // namespace certreg::web
