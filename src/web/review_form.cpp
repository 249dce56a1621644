#include "web/review_form.h"

#include <algorithm>

#include "certreg/domain/harmless.h"
#include "certreg/domain/names.h"
#include "certreg/service/relationships.h"
#include "web/cookies.h"
#include "web/text_lines.h"

namespace certreg::web {
namespace {

constexpr std::size_t kLongestLine = 200, kLongestName = 300, kLongestNote = 5000;

using Value = std::string (*)(const http::Request&, std::string_view);

ReviewForm form_in(const http::Request& request, Value value) {
  return {value(request, "supplier"), value(request, "entity"), value(request, "on"),
          value(request, "known_at"), value(request, "title")};
}

bool is_line(const std::string& text, std::size_t most) { return text.empty() || is_clean_text(text, most); }

// Of several lines, each clean.
bool is_note(const std::string& text) {
  if (text.size() > kLongestNote) return false;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.pop_back();
    const bool blank = line.find_first_not_of(' ') == std::string::npos;
    if (!blank && !is_clean_text(line, kLongestNote)) return false;
    at = end + 1;
  }
  return true;
}

std::string unix_lines(std::string text) {
  std::erase(text, '\r');
  return text;
}

}  // namespace

ReviewForm review_form_in_address(const http::Request& request) { return form_in(request, query_value); }
ReviewForm review_form_in_body(const http::Request& request) { return form_in(request, form_value); }

service::ReviewRequest review_request(const ReviewForm& form, const Visit& visit,
                                      std::vector<FieldProblem>& problems) {
  const auto problem = [&](const std::string& field, std::string_view key) {
    problems.push_back({field, message(visit.language, key)});
  };
  service::ReviewRequest request;
  if (!form.supplier.empty()) {
    request.supplier = SupplierId{form.supplier};
    if (!visit.services.catalogue.supplier(*request.supplier)) problem("entity", "review.no_supplier");
  } else if (!form.entity.empty()) {
    if (is_clean_text(form.entity, kLongestName))
      request.supplier = service::match_supplier(visit.services, {.name = form.entity});
    if (!request.supplier) problem("entity", "review.no_supplier");
  }
  if (!form.on.empty() && !(request.on = Date::parse(form.on))) problem("on", "problem.day");
  if (!form.known_at.empty() && !(request.known_at = parse_instant(form.known_at)))
    problem("known_at", "problem.day");
  if (request.known_at && *request.known_at > visit.services.clock.now())
    problem("known_at", "review.future");
  if (!is_line(form.title, kLongestLine)) problem("title", "review.line");
  request.title = form.title;
  return request;
}

SignOffForm sign_off_form_in(const http::Request& request) {
  return {form_value(request, "name"), form_value(request, "role"), form_value(request, "note")};
}

std::optional<SignOff> sign_off_of(const SignOffForm& form, const Visit& visit,
                                   std::vector<FieldProblem>& problems) {
  const auto problem = [&](const std::string& field, std::string_view key) {
    problems.push_back({field, message(visit.language, key)});
  };
  if (form.name.empty() && form.role.empty() && form.note.empty()) return std::nullopt;
  if (form.name.empty()) problem("name", "review.name_needed");
  if (!is_line(form.name, kLongestLine)) problem("name", "review.line");
  if (!is_line(form.role, kLongestLine)) problem("role", "review.line");
  if (!is_note(form.note)) problem("note", "review.note_wrong");
  return SignOff{form.name, form.role, unix_lines(form.note), {}};
}

Address address_of(std::string_view path, const service::ReviewRequest& request) {
  return Address(path)
      .with("supplier", request.supplier ? request.supplier->value : "")
      .with("on", request.on ? request.on->to_string() : "")
      .with("known_at", request.known_at ? certreg::to_string(*request.known_at) : "")
      .with("title", request.title);
}

void set_problems(Data& view, std::initializer_list<const char*> fields,
                  const std::vector<FieldProblem>& problems) {
  for (const std::string field : fields) {
    const auto found = std::find_if(problems.begin(), problems.end(),
                                    [&](const FieldProblem& one) { return one.field == field; });
    view.set(field + "_wrong", found != problems.end());
    view.set(field + "_problem", found != problems.end() ? harmless(found->rule) : std::string());
  }
}

void set_review_form(Data& view, const ReviewForm& form, const std::vector<FieldProblem>& problems,
                     const Visit& visit) {
  const auto chosen = visit.services.catalogue.supplier({form.supplier});
  view.set("chosen", chosen ? chosen->id.value : std::string());
  view.set("entity", text_lines(form.entity.empty() && chosen ? chosen->name : form.entity));
  view.set("on", text_lines(form.on));
  view.set("known_at", text_lines(form.known_at.substr(0, 10)));
  view.set("title_typed", text_lines(form.title));
  set_problems(view, {"entity", "on", "known_at", "title"}, problems);
}

}  // namespace certreg::web
