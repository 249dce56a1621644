#include "api/answer.h"

#include <nlohmann/json.hpp>

#include "api/cursor.h"
#include "api/etag.h"
#include "api/problem.h"
#include "api/target.h"

namespace certreg::api {

http::Response json_answer(Written body, int status) {
  return {status, "application/json", {}, std::move(body.text), {}, {}};
}

http::Response json_answer(const KeptAnswerPtr& kept) {
  return {200, "application/json", {}, {}, {kept, &kept->body}, {}};
}

http::Response json_answer(const codec::Json& value, int status) {
  return json_answer(Written{codec::dump(value)}, status);
}

KeptAnswerPtr kept_resource(Written body) {
  auto etag = etag_of(body.text);
  return std::make_shared<const KeptAnswer>(KeptAnswer{std::move(body.text), std::move(etag)});
}

http::Response resource(const Context& context, const KeptAnswerPtr& kept) {
  auto response =
      is_unchanged(context.request, kept->etag) ? http::Response{304, {}, {}, {}, {}, {}} : json_answer(kept);
  response.headers.push_back({"ETag", kept->etag});
  return response;
}

http::Response resource(const Context& context, Written body) {
  auto etag = etag_of(body.text);
  auto response = is_unchanged(context.request, etag) ? http::Response{304, {}, {}, {}, {}, {}}
                                                      : json_answer(std::move(body));
  response.headers.push_back({"ETag", std::move(etag)});
  return response;
}

http::Response resource(const Context& context, const codec::Json& value) {
  return resource(context, Written{codec::dump(value)});
}

http::Response created(Written body, std::string location) {
  auto response = json_answer(std::move(body), 201);
  response.headers.push_back({"ETag", etag_of(response.body)});
  response.headers.push_back({"Location", std::move(location)});
  return response;
}

http::Response created(const codec::Json& value, std::string location) {
  return created(Written{codec::dump(value)}, std::move(location));
}

http::Response whole_list(const Written& items) {
  return json_answer(Written{"{\"items\":" + items.text + "}"});
}

http::Response whole_list(const codec::Json& items) { return whole_list(Written{codec::dump(items)}); }

http::Response page(const Context& context, const Written& items,
                    const std::optional<std::vector<std::string>>& last) {
  const auto cursor = last ? encode_cursor(*last) : std::string();
  auto response = json_answer(Written{"{\"items\":" + items.text + ",\"next\":" +
                                      codec::dump(last ? codec::Json(cursor) : codec::Json(nullptr)) + "}"});
  if (last)
    response.headers.push_back(
        {"Link", "<" + target_with(context.request, "cursor", cursor) + ">; rel=\"next\""});
  return response;
}

http::Response page(const Context& context, const codec::Json& items,
                    const std::optional<std::vector<std::string>>& last) {
  return page(context, Written{codec::dump(items)}, last);
}

std::optional<http::Response> refuse_unless_seen(const Context& context, const codec::Json& seen) {
  return refuse_unless_seen(context, Written{codec::dump(seen)});
}

std::optional<http::Response> refuse_unless_seen(const Context& context, const Written& seen) {
  switch (precondition(context.request, etag_of(seen.text))) {
    case Precondition::Holds:
      return std::nullopt;
    case Precondition::Missing:
      return problem(ProblemKind::PreconditionRequired,
                     "Send the ETag of what you saw as If-Match, so that nobody's change is lost");
    case Precondition::Fails:
      break;
  }
  return problem(ProblemKind::PreconditionFailed, "It is no longer what you saw; read it again");
}

}  // namespace certreg::api
