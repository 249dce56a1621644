// Problems, entity tags, cursors and rates, without a register.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "api/cursor.h"
#include "api/etag.h"
#include "api/metrics.h"
#include "api/problem.h"
#include "api/rate_limit.h"
#include "api/target.h"

namespace certreg::api {
namespace {

TEST(Problem, EachKindHasItsStatusAndType) {
  const std::tuple<ErrorKind, int, std::string> cases[] = {
      {ErrorKind::Invalid, 400, "invalid"},     {ErrorKind::NotFound, 404, "not_found"},
      {ErrorKind::Conflict, 409, "conflict"},   {ErrorKind::Unauthorized, 401, "unauthorized"},
      {ErrorKind::Forbidden, 403, "forbidden"}, {ErrorKind::TooLarge, 413, "too_large"},
      {ErrorKind::Busy, 503, "busy"},           {ErrorKind::Unavailable, 503, "unavailable"},
  };
  for (const auto& [kind, status, slug] : cases) {
    const auto response = answer(make_problem(Error(kind, "said to the client", "never said")));
    EXPECT_EQ(response.status, status);
    EXPECT_EQ(response.content_type, "application/problem+json");
    const auto body = nlohmann::json::parse(response.body);
    EXPECT_EQ(body["type"], "urn:certreg:problem:" + slug);
    EXPECT_EQ(body["status"], status);
    EXPECT_EQ(body["detail"], "said to the client");
    EXPECT_EQ(body["request_id"].get<std::string>().size(), 36U);
    EXPECT_EQ(response.body.find("never said"), std::string::npos);
  }
}

TEST(Problem, KeepsTheGatesStatus) {
  for (const int status : {400, 408, 413, 414, 417, 431, 500, 501, 503, 505}) {
    const auto response = problem_with_status(status, "why");
    EXPECT_EQ(response.status, status);
    EXPECT_EQ(nlohmann::json::parse(response.body)["status"], status);
  }
}

http::Request with(const std::string& name, const std::string& value) {
  http::Request request;
  request.headers = {{name, value}};
  return request;
}

TEST(Etag, IsStrongAndFollowsTheBytes) {
  EXPECT_EQ(etag_of("").size(), 34U);
  EXPECT_EQ(etag_of("").front(), '"');
  EXPECT_EQ(etag_of("a"), etag_of("a"));
  EXPECT_NE(etag_of("a"), etag_of("b"));
}

TEST(Etag, IfNoneMatchComparesWeakly) {
  for (const char* list : {"\"a\"", "W/\"a\"", "\"b\", \"a\"", "*", " \"a\" "})
    EXPECT_TRUE(is_unchanged(with("If-None-Match", list), "\"a\"")) << list;
  for (const char* list : {"\"b\"", "a", "", "\"a", ","})
    EXPECT_FALSE(is_unchanged(with("If-None-Match", list), "\"a\"")) << list;
  EXPECT_FALSE(is_unchanged({}, "\"a\""));
}

TEST(Etag, IfMatchComparesStrongly) {
  EXPECT_EQ(precondition(with("If-Match", "\"a\""), "\"a\""), Precondition::Holds);
  EXPECT_EQ(precondition(with("If-Match", "\"b\",\"a\""), "\"a\""), Precondition::Holds);
  EXPECT_EQ(precondition(with("If-Match", "W/\"a\""), "\"a\""), Precondition::Fails);
  EXPECT_EQ(precondition(with("If-Match", "\"b\""), "\"a\""), Precondition::Fails);
  EXPECT_EQ(precondition(with("If-Match", "*"), "\"a\""), Precondition::Missing);
  EXPECT_EQ(precondition({}, "\"a\""), Precondition::Missing);
}

std::vector<std::string> cursor_from(const std::string& text, std::size_t keys) {
  http::Request request;
  request.query = {{"cursor", text}};
  QueryReader query(request);
  auto found = cursor_of(query, keys);
  query.finish();
  return found;
}

TEST(Cursor, GivesBackItsKeys) {
  const std::vector<std::string> keys{"2026-01-31", "0190-ab"};
  EXPECT_EQ(cursor_from(encode_cursor(keys), 2), keys);
}

TEST(Cursor, RefusesWhatNoListGave) {
  for (const auto& text : {std::string("zz"), std::string("abc"), std::string("'; drop"),
                           encode_cursor({"a", "b"}), encode_cursor({"a b"}), encode_cursor({"\xff"})})
    EXPECT_THROW(cursor_from(text, 1), Error) << text;
}

TEST(RateLimit, GivesBackWhatTimeGives) {
  RateLimit rates(2);
  const auto start = RateLimit::Time{};
  EXPECT_TRUE(rates.take("a", start).allowed);
  EXPECT_TRUE(rates.take("a", start).allowed);
  const auto refused = rates.take("a", start);
  EXPECT_FALSE(refused.allowed);
  EXPECT_EQ(refused.seconds_to_wait, 1);
  EXPECT_TRUE(rates.take("b", start).allowed);
  EXPECT_TRUE(rates.take("a", start + std::chrono::milliseconds(500)).allowed);
  EXPECT_FALSE(rates.take("a", start + std::chrono::milliseconds(500)).allowed);
}

TEST(RateLimit, NoneMeansNone) {
  RateLimit rates(0);
  for (int i = 0; i < 5000; ++i) EXPECT_TRUE(rates.take("a", {}).allowed);
}

TEST(Target, EncodesWhatIsNotUnreserved) {
  EXPECT_EQ(encoded("a-Z_0.~"), "a-Z_0.~");
  EXPECT_EQ(encoded("a b&c/\xc3\xbc"), "a%20b%26c%2F%C3%BC");
}

TEST(Metrics, AreTextForPrometheus) {
  MetricsText out;
  out.family("x_total", "counter", "Help.");
  out.sample("a=\"b\"", 3);
  out.sample("", 0.5);
  EXPECT_EQ(std::move(out).text(),
            "# HELP x_total Help.\n# TYPE x_total counter\nx_total{a=\"b\"} 3\nx_total 0.5\n");
}

}  // namespace
}  // namespace certreg::api
