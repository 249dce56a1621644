#include "api/query.h"

#include <gtest/gtest.h>

#include "http/target.h"

namespace certreg::api {
namespace {

http::Request asked(const std::string& query) {
  http::Request request;
  request.query = http::parse_target("GET", "/x?" + query).value().query;
  return request;
}

// What is noted about a reader's parameters: text `t`, texts `s`, date `d`, instant `i`, `limit`, choice `c`.
std::string refused(const std::string& text) {
  const auto request = asked(text);
  QueryReader query(request);
  query.text("t", 5);
  query.texts("s", 2, 5);
  query.date("d");
  query.instant("i");
  query.limit();
  query.choice("c", {"one", "two"});
  try {
    query.finish();
  } catch (const Error& error) {
    return error.fields.at(0).field;
  }
  return "";
}

TEST(Query, TakesWhatFollowsTheRules) {
  for (const char* good : {"", "t=abc", "t=", "s=a&s=b", "d=2026-02-28", "i=2026-01-31T12:00:00Z",
                           "limit=500", "c=two", "t=%C3%BCber"})
    EXPECT_EQ(refused(good), "") << good;
}

TEST(Query, RefusesByName) {
  const std::pair<const char*, const char*> cases[] = {
      {"t=abcdef", "t"},
      {"t=a&t=b", "t"},
      {"t=%E2%80%AEevil", "t"},
      {"t=a%01", "t"},
      {"s=a&s=b&s=c", "s"},
      {"s=abcdef", "s"},
      {"d=2026-02-30", "d"},
      {"d=2026-2-3", "d"},
      {"d=9999-01-01", "d"},
      {"i=yesterday", "i"},
      {"limit=0", "limit"},
      {"limit=501", "limit"},
      {"limit=1e2", "limit"},
      {"limit=99999999999999999999", "limit"},
      {"c=three", "c"},
      {"colour=red", "colour"},
      {"T=a", "T"},
  };
  for (const auto& [query, field] : cases) EXPECT_EQ(refused(query), field) << query;
}

TEST(Query, NamesAllProblemsAtOnce) {
  const auto request = asked("a=2026-13-01&b=x");
  QueryReader query(request);
  query.date("a");
  query.required_text("c");
  try {
    query.finish();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Invalid);
    EXPECT_EQ(error.fields.size(), 3U);
  }
}

}  // namespace
}  // namespace certreg::api
