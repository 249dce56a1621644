#include "certreg/web/pages.h"

#include <algorithm>

#include "certreg/domain/error.h"
#include "web/access.h"
#include "web/admin_pages.h"
#include "web/alerts_page.h"
#include "web/calendar_page.h"
#include "web/cookies.h"
#include "web/findings_page.h"
#include "web/lookup_page.h"
#include "web/lost_form.h"
#include "web/oidc_page.h"
#include "web/page_drawings.h"
#include "web/page_picture.h"
#include "web/password_page.h"
#include "web/portfolio_csv.h"
#include "web/portfolio_page.h"
#include "web/proposal_list_page.h"
#include "web/proposal_page.h"
#include "web/review_preview_page.h"
#include "web/reviews_page.h"
#include "web/sign_in_page.h"
#include "web/suggestions.h"
#include "web/supplier_list_page.h"
#include "web/supplier_page.h"
#include "web/upload_page.h"
#include "web/visitor_network.h"

namespace certreg::web {
namespace {

constexpr const char* kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr std::chrono::hours kLanguageKept{24 * 365};
constexpr const char* kOnlyByTls = "max-age=31536000";  // RFC 6797; a year

constexpr std::uint64_t kUploadBytes = 4ULL << 30;  // as POST /v1/imports takes

struct File {
  std::string_view path, name;
  const char* type;
};
constexpr File kFiles[] = {{"/assets/style.css", "style.css", "text/css; charset=utf-8"},
                           {"/assets/suggest.js", "suggest.js", "text/javascript; charset=utf-8"},
                           {"/assets/review.js", "review.js", "text/javascript; charset=utf-8"},
                           {"/assets/upload.js", "upload.js", "text/javascript; charset=utf-8"}};

// A page for whoever has the role, and what its forms do; neither is called without the role, nor `change`
// without the form's token. An empty `change`: nothing can be sent there.
struct Page {
  std::string_view path;  // ends in "/": what follows is an id
  service::Role role;
  Drawn (*draw)(const Visit& visit);
  service::Role change_role = service::Role::Admin;
  Drawn (*change)(const Visit& visit) = nullptr;
  std::uint64_t body_limit = 0;  // bytes, of what is sent; kept on disk. 0: a form, as usual
};
constexpr Page kPages[] = {
    {"/", service::Role::Reader, lookup_page},
    {"/suppliers/", service::Role::Reader, supplier_page},
    {"/portfolio", service::Role::Reader, portfolio_page},
    {"/portfolio.csv", service::Role::Reader, portfolio_csv},
    {"/portfolio/import", service::Role::Reviewer, supplier_list_page, service::Role::Reviewer,
     take_supplier_list},
    {"/portfolio/calendar", service::Role::Reader, calendar_page, service::Role::Admin, change_calendars},
    {"/findings", service::Role::Reader, findings_page, service::Role::Reviewer, decide_on_page},
    {"/findings.csv", service::Role::Reader, findings_csv},
    {"/reviews", service::Role::Reader, reviews_page},
    {"/reviews/preview", service::Role::Reader, review_preview_page, service::Role::Reviewer, freeze_review},
    {"/reviews/preview/", service::Role::Reader, review_preview_file},
    {"/reviews/", service::Role::Reader, review_page},
    {"/alerts", service::Role::Reviewer, alerts_page},
    {"/alerts/messages", service::Role::Reviewer, messages_page},
    {"/alerts/preferences", service::Role::Reader, preferences_page, service::Role::Reviewer,
     save_preference},
    {"/documents/", service::Role::Reviewer, page_picture},
    {"/proposals", service::Role::Reviewer, proposal_list_page},
    {"/proposals/", service::Role::Reviewer, proposal_page, service::Role::Reviewer, decide_proposal},
    {"/upload", service::Role::Reviewer, upload_page, service::Role::Reviewer, upload_by_form, kUploadBytes},
    {"/upload/", service::Role::Reviewer, upload_result, service::Role::Reviewer, upload_file, kUploadBytes},
    {"/admin", service::Role::Admin, admin_page},
    {"/admin/users", service::Role::Admin, users_page, service::Role::Admin, change_users},
    {"/admin/keys", service::Role::Admin, keys_page, service::Role::Admin, change_keys},
    {"/admin/policy", service::Role::Admin, policy_page, service::Role::Admin, change_policy},
    {"/admin/sources", service::Role::Admin, sources_page},
    {"/admin/audit", service::Role::Admin, audit_page}};

http::Response served(int status, const std::string& type, std::string body) {
  http::Response response;
  response.status = status;
  response.content_type = type;
  response.body = std::move(body);
  response.headers = {{"Content-Security-Policy", kPolicy},
                      {"Referrer-Policy", "no-referrer"},
                      {"Cross-Origin-Resource-Policy", "same-origin"},
                      {"Cache-Control", "no-store"}};
  return response;
}

http::Response served(Drawn page) {
  auto response = served(page.status, page.type, std::move(page.html));
  std::erase_if(response.headers, [&](const http::Header& ours) {
    return std::any_of(page.headers.begin(), page.headers.end(),
                       [&](const http::Header& own) { return http::is_same_name(own.name, ours.name); });
  });
  response.headers.insert(response.headers.end(), page.headers.begin(), page.headers.end());
  return response;
}

http::Response only(const char* methods) {
  auto refused = served(405, "text/plain; charset=utf-8", std::string("Only ") + methods + "\n");
  refused.headers.push_back({"Allow", methods});
  return refused;
}

bool is_read(const http::Request& request) {
  return request.method == http::Method::Get || request.method == http::Method::Head;
}

const Page* page_at(std::string_view path) {
  for (const auto& page : kPages)
    if (path == page.path ||
        (page.path.size() > 1 && page.path.ends_with('/') && path.starts_with(page.path)))
      return &page;
  return nullptr;
}

const File* file_at(std::string_view path) {
  for (const auto& file : kFiles)
    if (path == file.path) return &file;
  return nullptr;
}

Drawn change_language(const Visit& visit) {
  auto page = redirect(own_address(query_value(visit.request, "to")));
  const auto* language = query_value(visit.request, "set") == "de" ? "de" : "en";
  page.headers.push_back(set_cookie("lang", language, visit.secure, kLanguageKept));
  return page;
}

Drawn ask_to_sign_in(const Visit& visit) {
  return redirect("/sign-in?to=" + percent_encoded(visit.request.target));
}

Drawn ask_for_own_password(const Visit& visit) {
  return redirect("/password?to=" + percent_encoded(visit.request.target));
}

// The page for a failure; what it says of the database or the input is a text of ours.
Drawn failure_page(const Visit& visit, ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Invalid:
      return notice(visit, 400, "invalid");
    case ErrorKind::NotFound:
      return notice(visit, 404, "not_found");
    case ErrorKind::Forbidden:
      return notice(visit, 403, "no_right");
    case ErrorKind::Unauthorized:
      return ask_to_sign_in(visit);
    case ErrorKind::Conflict:
      return notice(visit, 409, "conflict");
    case ErrorKind::TooLarge:
      return notice(visit, 413, "invalid");
    case ErrorKind::Busy:
    case ErrorKind::Unavailable:
      return notice(visit, 503, "unavailable");
  }
  return notice(visit, 500, "unavailable");
}

}  // namespace

struct Pages::State {
  service::Services& services;
  PagesOptions options;
  Door door = {};
  PageDrawings drawings = {};

  Visit visit_of(const http::Request& request);
  std::string network(const http::Request& request) const;
  std::optional<http::Response> answer(const Visit& visit);
  std::optional<http::Response> answer_or_failure(const Visit& visit);
  http::Response page(const Visit& visit, const Page& page);
};

Visit Pages::State::visit_of(const http::Request& request) {
  const auto* scheme = options.behind_proxy ? request.header("X-Forwarded-Proto") : nullptr;
  Visit visit{request,
              services,
              language_of(request),
              visitor_of(request, services, door),
              scheme != nullptr && *scheme == "https",
              &drawings};
  if (!visit.visitor && options.open_lookup && comes_from_this_machine(request))
    visit.visitor = Visitor{{"page", service::Role::Reader}, ""};
  return visit;
}

std::string Pages::State::network(const http::Request& request) const {
  return network_of(visitor_address(request, options.behind_proxy));
}

http::Response Pages::State::page(const Visit& visit, const Page& page) {
  const bool reads = is_read(visit.request);
  const bool changes = page.change != nullptr && visit.request.method == http::Method::Post;
  if (!reads && !changes) return only(page.change != nullptr ? "GET, HEAD, POST" : "GET, HEAD");
  // Before the role: whose session ended may be let in as a reader, and has typed something.
  if (changes && !has_form_token(visit)) return served(lost_form(visit));
  if (!visit.visitor) return served(ask_to_sign_in(visit));
  if (visit.visitor->must_change) return served(ask_for_own_password(visit));
  if (visit.visitor->actor.role < (changes ? page.change_role : page.role))
    return served(notice(visit, 403, "no_right"));
  if (reads) return served(page.draw(visit));
  return served(page.change(visit));
}

std::optional<http::Response> Pages::State::answer(const Visit& visit) {
  const auto& path = visit.request.path;
  const bool posts = visit.request.method == http::Method::Post;
  if (path == "/sign-in") {
    if (posts) return served(sign_in(visit, door, network(visit.request)));
    return is_read(visit.request) ? served(sign_in_form(visit, door)) : only("GET, HEAD, POST");
  }
  if (door.oidc != nullptr && path == "/sign-in/start")
    return is_read(visit.request) ? served(go_elsewhere(visit, door, network(visit.request)))
                                  : only("GET, HEAD");
  if (door.oidc != nullptr && path == "/sign-in/return")
    return is_read(visit.request) ? served(come_back(visit, door, options.log)) : only("GET, HEAD");
  if (path == "/sign-out") return posts ? served(sign_out(visit, door)) : only("POST");
  if (path == "/password") {
    if (!visit.visitor) return served(ask_to_sign_in(visit));
    if (posts) return served(change_password(visit, door));
    return is_read(visit.request) ? served(password_form(visit)) : only("GET, HEAD, POST");
  }
  if (path == "/lang") return is_read(visit.request) ? served(change_language(visit)) : only("GET, HEAD");
  if (path == "/suggest") {
    if (!is_read(visit.request)) return only("GET, HEAD");
    if (!visit.visitor || visit.visitor->must_change) return served(403, "application/json", "[]");
    return served(200, "application/json", suggestions(visit));
  }
  if (const auto* asked = page_at(path)) return page(visit, *asked);
  return std::nullopt;
}

std::optional<http::Response> Pages::State::answer_or_failure(const Visit& visit) {
  try {
    return answer(visit);
  } catch (const Error& error) {
    if (options.log && !error.internal.empty()) options.log("page_failed", error.internal);
    return served(failure_page(visit, error.kind));
  }
}

Pages::Pages(service::Services& services, const PagesOptions& options)
    : state_(new State{
          services, options, {.oidc = options.oidc, .sessions = Sessions(options.session_lasts)}}) {}

http::Plan Pages::plan(const http::Request& head) const {
  http::Plan plan;
  const auto* page = page_at(head.path);
  if (page == nullptr || page->body_limit == 0 || head.method != http::Method::Post) return plan;
  plan.body_limit = page->body_limit;
  plan.body_on_disk = true;
  const auto visit = state_->visit_of(head);
  if (!visit.visitor || visit.visitor->form_token.empty())
    plan.refusal = served(lost_form(visit));
  else if (visit.visitor->actor.role < page->change_role)
    plan.refusal = served(notice(visit, 403, "no_right"));
  return plan;
}

std::optional<http::Response> Pages::handle(const http::Request& request) const {
  if (const auto* file = file_at(request.path))
    return is_read(request) ? served(200, file->type, std::string(asset(file->name))) : only("GET, HEAD");
  const auto visit = state_->visit_of(request);
  auto response = state_->answer_or_failure(visit);
  if (response && visit.secure) response->headers.push_back({"Strict-Transport-Security", kOnlyByTls});
  return response;
}

}  // namespace certreg::web
