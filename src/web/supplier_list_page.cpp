#include "web/supplier_list_page.h"

#include <algorithm>

#include "certreg/crypto/base64.h"
#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/relationship_rows.h"
#include "web/cookies.h"
#include "web/supplier_list_rows.h"

namespace certreg::web {
namespace {

// As base64 it comes back in a form, which may have 1 MiB.
constexpr std::size_t kMostKilobytes = 700;
constexpr std::size_t kLongestName = 200;
constexpr std::size_t kMostMoved = 100;  // that a page shows

struct List {
  std::string bytes, name, type;
  std::string seen = {};  // marks of the rows that were looked at
};

Drawn form(const Visit& visit, const std::vector<FieldProblem>& problems, int status) {
  Data list{Data::type::list};
  for (const auto& problem : problems) {
    Data view;
    view.set("field", problem.field);
    view.set("rule", harmless(problem.rule));
    list.push_back(view);
  }
  Data view;
  view.set("limit", std::to_string(kMostKilobytes));
  view.set("has_problems", !problems.empty());
  view.set("problems", list);
  view.set("result", false);
  return drawn(visit, "supplier_list.mustache", view, message(visit.language, "list.title"), status);
}

Drawn refused(const Visit& visit, std::string_view key) {
  return form(visit, {{message(visit.language, "list.file"), message(visit.language, key)}}, 400);
}

service::RelationshipImport run(const Visit& visit, const List& list, service::ImportMode mode) {
  return service::import_relationships(visit.services, list.bytes,
                                       documents::sniff_media(list.bytes, list.type, list.name), mode,
                                       visit.visitor->actor, list.seen);
}

void set_texts(Data& view, const std::string& name, const std::vector<std::string>& texts) {
  Data list{Data::type::list};
  for (const auto& text : texts) list.push_back(Data(harmless(text)));
  view.set("has_" + name, !texts.empty());
  view.set(name, list);
}

void set_moved(Data& view, const std::vector<FieldProblem>& moved, const Visit& visit) {
  Data list{Data::type::list};
  const auto shown = std::min(moved.size(), kMostMoved);
  for (std::size_t i = 0; i < shown; ++i) {
    Data one;
    one.set("field", harmless(moved[i].field));
    one.set("rule", harmless(moved[i].rule));
    list.push_back(one);
  }
  const auto further = static_cast<std::int64_t>(moved.size() - shown);
  view.set("has_moved", !moved.empty());
  view.set("moved", list);
  view.set("has_more_moved", further > 0);
  view.set("more_moved",
           message(visit.language, "list.more_moved", {{"count", number_text(further, visit.language)}}));
}

// `moved`: why it was not taken over; it is shown as it would be now.
Drawn result(const Visit& visit, const List& list, service::ImportMode mode,
             const std::vector<FieldProblem>& moved = {}) {
  const auto imported = run(visit, list, mode);
  const bool is_dry = mode == service::ImportMode::DryRun;
  auto told = list_rows_view(imported, visit);
  told.set("is_dry", is_dry);
  told.set("name", harmless(list.name));
  told.set("type", harmless(list.type));
  told.set("kept", is_dry ? crypto::encode_base64(list.bytes) : std::string());
  told.set("seen", is_dry ? service::marks_of(imported) : std::string());
  set_moved(told, moved, visit);
  set_texts(told, "ignored", imported.ignored_columns);
  set_texts(told, "warnings", imported.warnings);
  Data view;
  view.set("limit", std::to_string(kMostKilobytes));
  view.set("has_problems", false);
  view.set("result", told);
  return drawn(visit, "supplier_list.mustache", view, message(visit.language, "list.title"),
               moved.empty() ? 200 : 409);
}

Drawn taken(const Visit& visit, const List& list, service::ImportMode mode) {
  try {
    return result(visit, list, mode);
  } catch (const Error& error) {
    if (error.kind == ErrorKind::Conflict && !error.fields.empty())
      return result(visit, list, service::ImportMode::DryRun, error.fields);
    if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::TooLarge) throw;
    if (error.fields.empty()) return refused(visit, "list.unreadable");
    return form(visit, error.fields, 400);
  }
}

}  // namespace

Drawn supplier_list_page(const Visit& visit) { return form(visit, {}, 200); }

Drawn take_supplier_list(const Visit& visit) {
  const auto& request = visit.request;
  const auto kept = form_value(request, "kept");
  if (!kept.empty()) {
    auto bytes = crypto::decode_base64(kept);
    if (!bytes) return refused(visit, "list.broken");
    return taken(visit,
                 {*std::move(bytes), form_value(request, "name"), form_value(request, "type"),
                  form_value(request, "seen")},
                 service::ImportMode::Keep);
  }
  const auto file = form_file(request, "file");
  if (!file || file->content.empty()) return refused(visit, "problem.required");
  if (file->content.size() > kMostKilobytes * 1000) return refused(visit, "list.too_large");
  return taken(visit,
               {std::string(file->content), file->file_name.substr(0, kLongestName), file->content_type},
               service::ImportMode::DryRun);
}

}  // namespace certreg::web
