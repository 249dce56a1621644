#include "api/answer.h"

#include <nlohmann/json.hpp>

#include "api/cursor.h"
#include "api/etag.h"
#include "api/problem.h"
#include "api/target.h"

namespace certreg::api {

http::Response json_answer(const codec::Json& value, int status) {
  return {status, "application/json", {}, codec::dump(value), {}, {}};
}

http::Response resource(const Context& context, const codec::Json& value) {
  auto response = json_answer(value);
  auto etag = etag_of(response.body);
  if (is_unchanged(context.request, etag)) response = {304, {}, {}, {}, {}, {}};
  response.headers.push_back({"ETag", std::move(etag)});
  return response;
}

http::Response created(const codec::Json& value, std::string location) {
  auto response = json_answer(value, 201);
  response.headers.push_back({"ETag", etag_of(response.body)});
  response.headers.push_back({"Location", std::move(location)});
  return response;
}

http::Response whole_list(codec::Json items) { return json_answer({{"items", std::move(items)}}); }

http::Response page(const Context& context, codec::Json items,
                    const std::optional<std::vector<std::string>>& last) {
  codec::Json next = nullptr;
  std::vector<http::Header> headers;
  if (last) {
    const auto cursor = encode_cursor(*last);
    next = cursor;
    headers.push_back({"Link", "<" + target_with(context.request, "cursor", cursor) + ">; rel=\"next\""});
  }
  auto response = json_answer({{"items", std::move(items)}, {"next", std::move(next)}});
  response.headers = std::move(headers);
  return response;
}

std::optional<http::Response> refuse_unless_seen(const Context& context, const codec::Json& seen) {
  switch (precondition(context.request, etag_of(codec::dump(seen)))) {
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
