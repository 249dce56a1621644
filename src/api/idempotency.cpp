#include "api/idempotency.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "api/problem.h"
#include "certreg/codec/json.h"
#include "certreg/crypto/digest.h"
#include "certreg/service/idempotency.h"

namespace certreg::api {
namespace {

using codec::Json;

constexpr std::size_t kMaxKey = 200;

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= kMaxKey &&
         std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

std::string digest_of(const http::Request& request) {
  crypto::Sha256 digest;
  const auto* type = request.header("Content-Type");
  digest.update(request.target + '\n' + (type ? *type : "") + '\n');
  digest.update(request.content());
  return digest.finish().value;
}

store::IdempotentAnswer kept(const http::Response& response, std::string digest) {
  auto headers = Json::array({{"Content-Type", response.content_type}});
  for (const auto& header : response.headers) headers.push_back({header.name, header.value});
  return {std::move(digest), response.status, codec::dump(headers), response.body};
}

http::Response replayed(const store::IdempotentAnswer& answer) {
  http::Response response{answer.status, {}, {}, answer.body, {}, {}};
  const auto headers = codec::parse(answer.headers);
  for (const auto& header : headers)
    response.headers.push_back({header[0].get<std::string>(), header[1].get<std::string>()});
  response.content_type = response.headers.front().value;
  response.headers.front() = {"Idempotency-Replayed", "true"};
  return response;
}

http::Response answer_again(const store::IdempotentAnswer& first, const std::string& digest) {
  if (first.request_digest != digest)
    return problem(ProblemKind::KeyReused, "Another request was sent with this Idempotency-Key");
  if (first.status == 0)
    return problem(ProblemKind::Conflict, "The first request with this Idempotency-Key is still at work");
  return replayed(first);
}

// The first request with this key. Its answer is kept before it is sent.
http::Response answer_first(const Route& route, const Context& context, const std::string& key,
                            const std::string& digest) {
  http::Response response;
  try {
    response = route.handler(context);
  } catch (...) {
    service::release_key(context.services, context.actor, key);
    throw;
  }
  if (response.status >= 500)
    service::release_key(context.services, context.actor, key);
  else
    service::finish_key(context.services, context.actor, key, kept(response, digest));
  return response;
}

}  // namespace

http::Response answer_once(const Route& route, const Context& context) {
  const auto* key = context.request.header("Idempotency-Key");
  if (key == nullptr || route.replay == Replay::Never) return route.handler(context);
  if (route.replay == Replay::Refused)
    throw invalid("Idempotency-Key", "is not accepted here: the answer holds a secret that is never kept");
  if (context.request.count("Idempotency-Key") > 1 || !is_key(*key))
    throw invalid("Idempotency-Key", "must be one field of 1 to 200 visible ASCII characters");
  const auto digest = digest_of(context.request);
  if (const auto first = service::claim_key(context.services, context.actor, *key, digest))
    return answer_again(*first, digest);
  return answer_first(route, context, *key, digest);
}

}  // namespace certreg::api
