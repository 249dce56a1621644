#include "fetch/target.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace certreg::fetch {
namespace {

const std::vector<std::uint16_t> kPorts = {8443};

std::string outcome_of(const std::variant<Target, Refusal>& judged) {
  if (const auto* refusal = std::get_if<Refusal>(&judged)) return "refused: " + refusal->reason;
  const auto& target = std::get<Target>(judged);
  return target.address + (target.encrypted ? " encrypted" : "");
}

TEST(JudgeTarget, AcceptsAndNormalises) {
  const struct {
    std::string address, target;
  } cases[] = {
      {"https://example.org", "https://example.org/ encrypted"},
      {"HTTP://Example.org/a", "http://Example.org/a"},
      {"https://example.org:443/a?b=c#d", "https://example.org:443/a?b=c encrypted"},
      {"https://example.org:8443/", "https://example.org:8443/ encrypted"},
      {"http://example.org:80/", "http://example.org:80/"},
      {"http://example.org/caf\xc3\xa9", "http://example.org/caf%c3%a9"},
      {"http://127.0.0.1/", "http://127.0.0.1/"},  // judged when the socket is opened
  };
  for (const auto& [address, target] : cases) EXPECT_EQ(outcome_of(judge_target(address, kPorts)), target);
}

TEST(JudgeTarget, RefusesOthers) {
  const std::string refused[] = {
      "",
      "example.org",
      "//example.org/",
      "/path",
      "ftp://example.org/",
      "file:///etc/passwd",
      "gopher://example.org/",
      "javascript:alert(1)",
      "https://user@example.org/",
      "https://user:secret@example.org/",
      "https://:secret@example.org/",
      "https://example.org:22/",
      "https://example.org:0/",
      "https://example.org:65536/",
      "https://example.org:8080/",
      "https://exa mple.org/",
      "https://example.org/a\r\nHost: b",
      std::string("https://example.org/\0x", 22),
      "https://example.org/" + std::string(5000, 'a'),
  };
  for (const auto& address : refused) {
    const auto outcome = outcome_of(judge_target(address, kPorts));
    EXPECT_TRUE(outcome.starts_with("refused: ")) << address << " -> " << outcome;
    EXPECT_EQ(outcome.find("secret"), std::string::npos) << outcome;
  }
}

TEST(JudgeAddress, TellsItsParts) {
  const struct {
    std::string address, origin, host, port, path;
  } cases[] = {
      {"https://Example.org", "https://example.org", "example.org", "443", "/"},
      {"https://example.org:443/a?b#c", "https://example.org", "example.org", "443", "/a?b"},
      {"http://example.org:8080/a", "http://example.org:8080", "example.org", "8080", "/a"},
      {"http://example.org./", "http://example.org.", "example.org", "80", "/"},
      {"http://[::1]:81/?", "http://[::1]:81", "[::1]", "81", "/?"},
      {"http://0x7f.1/", "http://127.0.0.1", "127.0.0.1", "80", "/"},
  };
  for (const auto& [address, origin, host, port, path] : cases) {
    const auto target = std::get<Target>(judge_address(address));
    EXPECT_EQ(target.origin, origin);
    EXPECT_EQ(target.host, host);
    EXPECT_EQ(target.port, port);
    EXPECT_EQ(target.path, path);
  }
}

TEST(JudgeRedirect, ResolvesAndJudgesLikeAFirstAddress) {
  const Target plain{"http://example.org/a/b?c", false}, encrypted{"https://example.org/a/b", true};
  const struct {
    Target from;
    std::string location, outcome;
  } cases[] = {
      {plain, "d", "http://example.org/a/d"},
      {plain, "/d", "http://example.org/d"},
      {plain, "../d", "http://example.org/d"},
      {plain, "?d", "http://example.org/a/b?d"},
      {plain, "//other.example/d", "http://other.example/d"},
      {plain, "https://other.example/", "https://other.example/ encrypted"},
      {encrypted, "d", "https://example.org/a/d encrypted"},
      {encrypted, "http://example.org/", "refused: redirected: from https to http"},
      {plain, "file:///etc/passwd", "refused: redirected: only http and https addresses are fetched"},
      {plain, "https://u:p@other.example/", "refused: redirected: the address contains credentials"},
      {plain, "//u@other.example/", "refused: redirected: the address contains credentials"},
      {plain, "http://example.org:25/", "refused: redirected: port 25 is not allowed"},
  };
  for (const auto& [from, location, outcome] : cases)
    EXPECT_EQ(outcome_of(judge_redirect(from, location, kPorts)), outcome) << location;
}

}  // namespace
}  // namespace certreg::fetch
