#include "api/answer.h"
#include "api/body.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/record_json.h"
#include "certreg/service/reviews.h"

namespace certreg::api {
namespace {

using codec::Json;
using report::ReviewFormat;

Json facts_json(const store::ReviewFacts& review) {
  return {{"id", review.id.value},
          {"title", review.title},
          {"on", review.on.to_string()},
          {"known_at", instant_or_null(review.known_at)},
          {"prepared_at", to_string(review.prepared_at)},
          {"prepared_by", review.prepared_by},
          {"signed_by", codec::text_or_null(review.signed_by)},
          {"suppliers", review.suppliers},
          {"policy_version", review.policy_version},
          {"reference_version", review.reference_version}};
}

Json with_files(const Context& context, const store::ReviewFacts& review) {
  auto json = facts_json(review);
  json["files"] =
      listed(service::review_files(context.services, review.id), [](const store::ReviewFile& file) -> Json {
        return {{"format", file.format}, {"sha256", file.sha256}, {"size", file.size}};
      });
  return json;
}

std::optional<SignOff> sign_off_in(const Json* value, const std::string& path, codec::Problems& problems) {
  if (value == nullptr) return std::nullopt;
  codec::ObjectReader reader(*value, path, problems);
  SignOff sign_off;
  sign_off.name = reader.required_text("name", 200);
  sign_off.role = reader.text("role", 200);
  sign_off.note = reader.long_text("note", 5000);
  reader.finish();
  return sign_off;
}

service::ReviewRequest request_in(const Context& context) {
  codec::Problems problems;
  const auto body = json_body(context);
  codec::ObjectReader reader(body, "", problems);
  service::ReviewRequest request;
  if (auto id = reader.text("supplier", 36); !id.empty()) request.supplier = SupplierId{std::move(id)};
  request.on = reader.date("on");
  request.known_at = reader.instant("known_at");
  request.title = reader.text("title", 200);
  request.sign_off = sign_off_in(reader.object("sign_off"), "sign_off", problems);
  reader.finish();
  refuse(std::move(problems));
  return request;
}

ReviewFormat format_named(const std::string& name) {
  const auto& names = report::review_format_names();
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<ReviewFormat>(i);
  throw not_found("the format " + name);
}

http::Response file_answer(ReviewFormat format, std::string bytes) {
  http::Response response;
  response.content_type = report::media_type_of(format);
  response.body = std::move(bytes);
  const auto name = "review." + std::string(report::review_format_names()[static_cast<std::size_t>(format)]);
  const bool is_page = format == ReviewFormat::Html;
  response.headers = {
      {"Content-Disposition", std::string(is_page ? "inline" : "attachment") + "; filename=\"" + name + "\""},
      {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox"},
      {"Cache-Control", "no-store"}};
  return response;
}

}  // namespace

http::Response list_reviews(const Context& context) {
  QueryReader query(context.request);
  const auto limit = query.limit();
  const auto cursor = cursor_of(query);
  query.finish();
  auto reviews =
      service::list_reviews(context.services, cursor.empty() ? "" : cursor[0], static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (reviews.size() > limit) {
    reviews.pop_back();
    last = {reviews.back().id.value};
  }
  return page(context, listed(reviews, facts_json), last);
}

http::Response finish_review(const Context& context) {
  QueryReader(context.request).finish();
  const auto review = service::finish_review(context.services, request_in(context), context.actor);
  return created(with_files(context, review), "/v1/reviews/" + review.id.value);
}

http::Response preview_review(const Context& context) {
  QueryReader query(context.request);
  service::ReviewRequest request;
  if (auto id = query.text("supplier", 36); !id.empty()) request.supplier = SupplierId{std::move(id)};
  request.on = query.date("on");
  request.known_at = query.instant("known_at");
  request.title = query.text("title", 200);
  const auto format = query.choice("format", report::review_format_names());
  query.finish();
  const auto chosen = format ? static_cast<ReviewFormat>(*format) : ReviewFormat::Html;
  return file_answer(
      chosen, report::render(service::preview_review(context.services, request, context.actor), chosen));
}

http::Response get_review(const Context& context) {
  QueryReader(context.request).finish();
  const ReviewId id{own_id(context, "review")};
  return resource(context, with_files(context, service::find_review(context.services, id)));
}

http::Response get_review_file(const Context& context) {
  QueryReader(context.request).finish();
  const ReviewId id{own_id(context, "review")};
  const auto format = format_named(context.parameters[1]);
  return file_answer(format, service::review_file(context.services, id, format));
}

}  // namespace certreg::api
