#include "http/target.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <ostream>

#include "http/utf8.h"

namespace certreg::http {
namespace {

struct Accepted {
  std::string_view method, text, path, segments, query;
};

void PrintTo(const Accepted& accepted, std::ostream* out) { *out << accepted.method << accepted.text; }

std::string show_segments(const Target& target) {
  std::string shown;
  for (const auto& segment : target.segments) shown += fmt::format("[{}]", segment);
  return shown;
}

std::string show_query(const Target& target) {
  std::string shown;
  for (const auto& [name, value] : target.query) shown += fmt::format("{{{}={}}}", name, value);
  return shown;
}

class AcceptedTarget : public testing::TestWithParam<Accepted> {};

TEST_P(AcceptedTarget, IsTakenApart) {
  const auto& [method, text, path, segments, query] = GetParam();
  const auto target = parse_target(method, text);
  ASSERT_TRUE(target.has_value()) << text;
  EXPECT_EQ(target->path, path) << text;
  EXPECT_EQ(show_segments(*target), segments) << text;
  EXPECT_EQ(show_query(*target), query) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Http, AcceptedTarget,
    testing::Values(Accepted{"GET", "/", "/", "", ""},
                    Accepted{"GET", "/v1/suppliers", "/v1/suppliers", "[v1][suppliers]", ""},
                    Accepted{"GET", "/v1/", "/v1/", "[v1][]", ""}, Accepted{"GET", "//a", "//a", "[][a]", ""},
                    Accepted{"GET", "/a%2Fb/c%20d", "/a/b/c d", "[a/b][c d]", ""},
                    Accepted{"GET", "/a+b", "/a+b", "[a+b]", ""},
                    Accepted{"GET", "/T%C3%9cV", "/T\xC3\x9CV", "[T\xC3\x9CV]", ""},
                    Accepted{"GET", "/../%2e%2e", "/../..", "[..][..]", ""},
                    Accepted{"GET", "/a?", "/a", "[a]", ""},
                    Accepted{"GET", "/a?q=x+y%2Bz&q=2&r", "/a", "[a]", "{q=x y+z}{q=2}{r=}"},
                    Accepted{"GET", "/a?&&b=c=d&", "/a", "[a]", "{b=c=d}"},
                    Accepted{"GET", "/a?b?/c", "/a", "[a]", "{b?/c=}"},
                    Accepted{"GET", "/a?%3D=%26", "/a", "[a]", "{==&}"},
                    Accepted{"GET", "http://host/a?b=1", "/a", "[a]", "{b=1}"},
                    Accepted{"GET", "HTTPS://host:8443", "/", "", ""},
                    Accepted{"GET", "http://host?b=1", "/", "", "{b=1}"},
                    Accepted{"OPTIONS", "*", "*", "", ""}, Accepted{"OPTIONS", "/a", "/a", "[a]", ""}));

TEST(RefusedTarget, IsNothing) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"GET", "*"},           {"CONNECT", "host:443"},
      {"CONNECT", "/"},       {"GET", "host:443"},
      {"GET", "ftp://host/"}, {"GET", "http://"},
      {"GET", "http:///a"},   {"GET", "/a%"},
      {"GET", "/a%4"},        {"GET", "/a%zz"},
      {"GET", "/a%00b"},      {"GET", "/a?b=%00"},
      {"GET", "/a?b=%f"},     {"GET", "/%ff"},
      {"GET", "/%C0%AF"},     {"GET", "/a?%ED%A0%80"},
      {"GET", "/a#b"},        {"GET", "a"},
      {"GET", "?a"},          {"GET", ""}};
  for (const auto& [method, text] : cases) EXPECT_FALSE(parse_target(method, text)) << method << ' ' << text;
}

TEST(Utf8, AcceptsWhatRfc3629Allows) {
  for (const std::string_view text :
       {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80",
        "\xF4\x8F\xBF\xBF", "a\xE2\x82\xAC!"}) {
    EXPECT_TRUE(is_plain_utf8(text)) << text;
  }
}

TEST(Utf8, RefusesTheRest) {
  for (const std::string_view text :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE2\x82",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"}) {
    EXPECT_FALSE(is_plain_utf8(text));
  }
  EXPECT_FALSE(is_plain_utf8(std::string_view("a\0b", 3)));
}

}  // namespace
}  // namespace certreg::http
