#include "web/reviews_page.h"

#include "certreg/domain/harmless.h"
#include "web/cookies.h"
#include "web/review_files.h"
#include "web/review_form.h"
#include "web/review_summary.h"

namespace certreg::web {
namespace {

constexpr int kPageSize = 25;

Data facts_view(const store::ReviewFacts& review, const Visit& visit) {
  Data view;
  view.set("id", review.id.value);
  view.set("heading", harmless(review.title));
  view.set("on_day", day_text(review.on, visit.language));
  view.set("has_known", review.known_at.has_value());
  view.set("known_text", review.known_at ? instant_text(*review.known_at, visit.language) : std::string());
  view.set("prepared", instant_text(review.prepared_at, visit.language));
  view.set("prepared_by", harmless(review.prepared_by));
  view.set("is_signed", !review.signed_by.empty());
  view.set("signed_by", harmless(review.signed_by));
  view.set("supplier_count", number_text(review.suppliers, visit.language));
  view.set("policy", std::to_string(review.policy_version));
  view.set("reference_data", short_version(review.reference_version));
  return view;
}

Data file_view(const store::ReviewFile& file, const ReviewId& id, Language language) {
  Data view;
  view.set("format", file.format);
  view.set("file_name", message(language, "review.format_" + file.format));
  view.set("address", "/reviews/" + id.value + "/" + file.format);
  view.set("size", size_text(file.size, language));
  view.set("sha256", file.sha256);
  return view;
}

Drawn one_review(const Visit& visit, const ReviewId& id) {
  const auto review = service::find_review(visit.services, id);
  Data files{Data::type::list};
  for (const auto& file : service::review_files(visit.services, id))
    files.push_back(file_view(file, id, visit.language));
  auto view = facts_view(review, visit);
  view.set("files", files);
  view.set("is_new", query_value(visit.request, "frozen") == "1");
  return drawn(visit, "review.mustache", view, harmless(review.title));
}

}  // namespace

Drawn reviews_page(const Visit& visit) {
  const auto after = query_value(visit.request, "after");
  auto reviews = service::list_reviews(visit.services, after, kPageSize + 1);
  const bool has_next = reviews.size() > kPageSize;
  if (has_next) reviews.pop_back();
  Data list{Data::type::list};
  for (const auto& review : reviews) list.push_back(facts_view(review, visit));
  Data view;
  set_review_form(view, {.supplier = query_value(visit.request, "supplier")}, {}, visit);
  view.set("reviews", list);
  view.set("none", reviews.empty());
  view.set("has_first", !after.empty());
  view.set("has_next", has_next);
  view.set("next",
           has_next ? Address("/reviews").with("after", reviews.back().id.value).text() : std::string());
  return drawn(visit, "reviews.mustache", view, message(visit.language, "reviews.title"));
}

Drawn review_page(const Visit& visit) {
  const auto& segments = visit.request.segments;
  const ReviewId id{segments.size() > 1 ? segments[1] : std::string()};
  if (segments.size() == 2) return one_review(visit, id);
  const auto format = segments.size() == 3 ? format_named(segments[2]) : std::nullopt;
  if (!format) return notice(visit, 404, "not_found");
  return file_drawn(*format, service::review_file(visit.services, id, *format));
}

}  // namespace certreg::web
