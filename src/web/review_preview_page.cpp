#include "web/review_preview_page.h"

#include "certreg/crypto/digest.h"
#include "certreg/service/idempotency.h"
#include "web/cookies.h"
#include "web/review_files.h"
#include "web/review_form.h"
#include "web/review_summary.h"
#include "web/sign_in_page.h"
#include "web/text_lines.h"

namespace certreg::web {
namespace {

constexpr int kFrozen = 201;
constexpr std::size_t kTokenLength = 64;

// What was sent to be frozen.
struct Sent {
  SignOffForm sign_off;
  std::vector<FieldProblem> problems;
  bool changed = false;  // what is known is not what was looked at
};

// Of all that the review says, but for when it was prepared.
std::string digest_of(Review review) {
  review.prepared_at = {};
  review.sign_off.reset();
  return crypto::sha256(report::render(review, report::ReviewFormat::Json)).value;
}

Drawn asked_again(const Visit& visit, const ReviewForm& form, const std::vector<FieldProblem>& problems) {
  Data view;
  set_review_form(view, form, problems, visit);
  view.set("has_problems", true);
  return drawn(visit, "review_form_page.mustache", view, message(visit.language, "reviews.start"), 400);
}

Data formats_view(const service::ReviewRequest& request, Language language) {
  Data list{Data::type::list};
  for (const auto format : report::review_format_names()) {
    const std::string name(format);
    Data view;
    view.set("file_name", message(language, "review.format_" + name));
    view.set("address", address_of("/reviews/preview/" + name, request).text());
    list.push_back(view);
  }
  return list;
}

void set_freeze_form(Data& view, const service::ReviewRequest& request, const Review& review,
                     const Sent& sent, const Visit& visit) {
  view.set("may_freeze", visit.visitor->actor.role >= service::Role::Reviewer);
  view.set("supplier_sent", request.supplier ? request.supplier->value : std::string());
  view.set("on_sent", review.on.to_string());
  view.set("known_sent", request.known_at ? certreg::to_string(*request.known_at) : std::string());
  view.set("title_sent", request.title);
  view.set("digest", digest_of(review));
  view.set("key", new_token());
  view.set("name_typed", text_lines(sent.sign_off.name));
  view.set("role_typed", text_lines(sent.sign_off.role));
  view.set("note_typed", text_lines(sent.sign_off.note));
  view.set("has_changed", sent.changed);
  set_problems(view, {"name", "role", "note"}, sent.problems);
}

// Nothing to review on the day is a matter of what was asked.
std::optional<Review> previewed(const Visit& visit, const service::ReviewRequest& request,
                                std::vector<FieldProblem>& problems) {
  if (!problems.empty()) return std::nullopt;
  try {
    return service::preview_review(visit.services, request, visit.visitor->actor);
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid) throw;
    problems.push_back({"entity", message(visit.language, "review.nothing")});
    return std::nullopt;
  }
}

Drawn preview_page(const Visit& visit, const service::ReviewRequest& request, const Review& review,
                   const Sent& sent, int status) {
  auto view = review_summary(review, visit);
  view.set("formats", formats_view(request, visit.language));
  view.set("change_address",
           Address("/reviews").with("supplier", request.supplier ? request.supplier->value : "").text());
  set_freeze_form(view, request, review, sent, visit);
  return drawn(visit, "review_preview.mustache", view, message(visit.language, "review.preview"), status);
}

Drawn to_frozen(const std::string& id) {
  return redirect(Address("/reviews/" + id).with("frozen", "1").text());
}

struct Frozen {
  std::string id;  // empty: it was not
  Drawn page;      // then
};

Frozen frozen(const Visit& visit) {
  const auto form = review_form_in_body(visit.request);
  Sent sent{sign_off_form_in(visit.request), {}, false};
  std::vector<FieldProblem> problems;
  const auto request = review_request(form, visit, problems);
  auto review = previewed(visit, request, problems);
  if (!review) return {"", asked_again(visit, form, problems)};
  auto sign_off = sign_off_of(sent.sign_off, visit, sent.problems);
  if (!sent.problems.empty()) return {"", preview_page(visit, request, *review, sent, 400)};
  sent.changed = digest_of(*review) != form_value(visit.request, "digest");
  if (sent.changed) return {"", preview_page(visit, request, *review, sent, 409)};
  review->sign_off = std::move(sign_off);  // what is kept is what the digest is of
  return {service::freeze_review(visit.services, *std::move(review), visit.visitor->actor).id.value, {}};
}

}  // namespace

Drawn review_preview_page(const Visit& visit) {
  const auto form = review_form_in_address(visit.request);
  std::vector<FieldProblem> problems;
  const auto request = review_request(form, visit, problems);
  const auto review = previewed(visit, request, problems);
  if (!review) return asked_again(visit, form, problems);
  return preview_page(visit, request, *review, {}, 200);
}

Drawn review_preview_file(const Visit& visit) {
  const auto& segments = visit.request.segments;
  const auto format = segments.size() == 3 ? format_named(segments[2]) : std::nullopt;
  if (!format) return notice(visit, 404, "not_found");
  std::vector<FieldProblem> problems;
  const auto review =
      previewed(visit, review_request(review_form_in_address(visit.request), visit, problems), problems);
  if (!review) return notice(visit, 400, "invalid");
  return file_drawn(*format, report::render(*review, *format));
}

// A second sending of the same form leads to what the first one made.
Drawn freeze_review(const Visit& visit) {
  const auto key = form_value(visit.request, "key");
  if (key.size() != kTokenLength) return notice(visit, 400, "invalid");
  const auto& actor = visit.visitor->actor;
  const auto known = service::claim_key(visit.services, actor, key, key);
  if (known && known->status != kFrozen) throw Error(ErrorKind::Conflict, "the review is being frozen");
  if (known) return to_frozen(known->body);
  try {
    auto done = frozen(visit);
    if (done.id.empty()) {
      service::release_key(visit.services, actor, key);
      return std::move(done.page);
    }
    service::finish_key(visit.services, actor, key,
                        {.request_digest = key, .status = kFrozen, .body = done.id});
    return to_frozen(done.id);
  } catch (...) {
    service::release_key(visit.services, actor, key);
    throw;
  }
}

}  // namespace certreg::web
