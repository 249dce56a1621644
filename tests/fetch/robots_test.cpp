#include "certreg/fetch/robots.h"

#include <gtest/gtest.h>

#include <string>

namespace certreg::fetch {
namespace {

using std::chrono::milliseconds;

struct Case {
  const char* name;
  std::string text;
  const char* path;
  bool allowed;
};

void expect_all(std::initializer_list<Case> cases) {
  for (const auto& [name, text, path, allowed] : cases)
    EXPECT_EQ(Robots::parse(text, "certreg").allows(path), allowed) << name << ": " << path;
}

std::string for_all(const std::string& rules) { return "User-agent: *\n" + rules; }

TEST(Robots, FindsItsGroup) {
  const std::string two = "User-agent: certreg\nDisallow: /ours\n\nUser-agent: *\nDisallow: /all\n";
  const std::string split =
      "User-agent: certreg\nDisallow: /a\nUser-agent: x\nDisallow: /x\n"
      "User-agent: CertReg\nDisallow: /b\n";
  expect_all({
      {"own group", two, "/ours", false},
      {"the others' group does not add to it", two, "/all", true},
      {"everyone's without an own one", "User-agent: *\nDisallow: /all\n", "/all", false},
      {"no group at all", "User-agent: other\nDisallow: /\n", "/", true},
      {"groups of one agent are one, first part", split, "/a", false},
      {"groups of one agent are one, second part", split, "/b", false},
      {"nothing of the group between", split, "/x", true},
      {"case of the name", "USER-AGENT: CERTREG\ndisallow: /a\n", "/a", false},
      {"a version after the name", "User-agent: certreg/2.0\nDisallow: /a\n", "/a", false},
      {"a longer name is another's", "User-agent: certreg-images\nDisallow: /a\n", "/a", true},
      {"a shorter name is another's", "User-agent: cert\nDisallow: /a\n", "/a", true},
      {"several agents share rules", "User-agent: x\nUser-agent: certreg\nUser-agent: y\nDisallow: /a\n",
       "/a", false},
      {"an own group without rules", "User-agent: *\nDisallow: /\n\nUser-agent: certreg\n", "/a", true},
      {"rules before any agent are nobody's", "Disallow: /\nUser-agent: *\nAllow: /\n", "/a", true},
      {"other lines end no list of agents",
       "User-agent: certreg\nSitemap: https://a.example/s\n"
       "Crawl-delay: 1\nUser-agent: x\nDisallow: /a\n",
       "/a", false},
      {"blank lines end no group", "User-agent: certreg\n\n\nDisallow: /a\n\nDisallow: /b\n", "/b", false},
      {"an empty agent names nobody", "User-agent:\nDisallow: /\n", "/a", true},
  });
}

TEST(Robots, LetsTheLongestPatternDecide) {
  const auto nested = for_all("Disallow: /docs/\nAllow: /docs/iso/\nDisallow: /docs/iso/drafts/\n");
  const auto folders = for_all("Allow: /page\nDisallow: /*.pdf\n");
  expect_all({
      {"outer", nested, "/docs/a", false},
      {"inner allow", nested, "/docs/iso/a", true},
      {"innermost", nested, "/docs/iso/drafts/a", false},
      {"outside", nested, "/doc", true},
      {"order does not matter", for_all("Allow: /a/b\nDisallow: /a\n"), "/a/b", true},
      {"allow wins a tie, first", for_all("Allow: /a\nDisallow: /a\n"), "/a", true},
      {"allow wins a tie, last", for_all("Disallow: /a\nAllow: /a\n"), "/a", true},
      {"stars count as octets", folders, "/page.pdf", false},  // 6 octets against 5
      {"the root", for_all("Disallow: /\nAllow: /$\n"), "/", true},
      {"below the root", for_all("Disallow: /\nAllow: /$\n"), "/a", false},
      {"an empty Disallow forbids nothing", for_all("Disallow:\n"), "/a", true},
      {"robots.txt itself", for_all("Disallow: /\n"), "/robots.txt", true},
      {"but nothing like it", for_all("Disallow: /\n"), "/robots.txt.bak", false},
  });
}

TEST(Robots, KnowsStarAndDollar) {
  expect_all({
      {"prefix", for_all("Disallow: /a\n"), "/abc/d?e", false},
      {"prefix in this case only", for_all("Disallow: /A\n"), "/abc", true},
      {"suffix", for_all("Disallow: /*.pdf$\n"), "/a/b.pdf", false},
      {"suffix with more behind", for_all("Disallow: /*.pdf$\n"), "/a/b.pdf?c", true},
      {"suffix found late", for_all("Disallow: /*.pdf$\n"), "/a.pdf.pdf", false},
      {"star in the middle", for_all("Disallow: /a/*/z\n"), "/a/b/c/z", false},
      {"a star may be nothing", for_all("Disallow: /a*b\n"), "/ab", false},
      {"several stars", for_all("Disallow: /*a*b*c\n"), "/xaxbxc", false},
      {"several stars, in order", for_all("Disallow: /*a*b*c\n"), "/cba", true},
      {"pieces do not overlap", for_all("Disallow: /aba*ba$\n"), "/aba", true},
      {"star at the end", for_all("Disallow: /a*\n"), "/a", false},
      {"star at the start", for_all("Disallow: *.pdf\n"), "/a.pdf", false},
      {"exact", for_all("Disallow: /a$\n"), "/a", false},
      {"exact and longer", for_all("Disallow: /a$\n"), "/ab", true},
      {"dollar within is a dollar", for_all("Disallow: /a$b\n"), "/a$b", false},
      {"a written star", for_all("Disallow: /a%2Ab\n"), "/a*b", false},
      {"a written star is no wildcard", for_all("Disallow: /a%2ab\n"), "/axb", true},
      {"a written dollar", for_all("Disallow: /a%24\n"), "/a$b", false},
      {"a pattern without slash", for_all("Disallow: a\n"), "/a", true},
      {"query", for_all("Disallow: /*?print=\n"), "/a?print=1", false},
  });
}

// RFC 9309, 2.2.2, with other names.
TEST(Robots, ComparesOctetsInOneSpelling) {
  expect_all({
      {"plain query", for_all("Disallow: /a/b?c=d\n"), "/a/b?c=d", false},
      {"address in a query, encoded here", for_all("Disallow: /a?c=https://b.example\n"),
       "/a?c=https%3A%2F%2Fb.example", false},
      {"address in a query, encoded there", for_all("Disallow: /a?c=https%3a%2f%2fb.example\n"),
       "/a?c=https://b.example", false},
      {"beyond ASCII, encoded here", for_all("Disallow: /\xc3\xbc\n"), "/%C3%BC", false},
      {"beyond ASCII, encoded there", for_all("Disallow: /%c3%bc\n"), "/\xc3\xbc", false},
      {"letters need no encoding", for_all("Disallow: /%69%73%6F\n"), "/iso", false},
      {"nor do they here", for_all("Disallow: /iso\n"), "/%69s%6f", false},
      {"an encoded slash is no slash", for_all("Disallow: /a/b\n"), "/a%2Fb", true},
      {"half an escape is what it is", for_all("Disallow: /a%4\n"), "/a%4", false},
      {"an escape that is none", for_all("Disallow: /a%zz\n"), "/a%zz", false},
  });
}

TEST(Robots, ReadsAnyKindOfLines) {
  expect_all({
      {"CRLF", "User-agent: *\r\nDisallow: /a\r\n", "/a", false},
      {"CR", "User-agent: *\rDisallow: /a\r", "/a", false},
      {"no end of line", "User-agent: *\nDisallow: /a", "/a", false},
      {"byte order mark", "\xef\xbb\xbfUser-agent: *\nDisallow: /a\n", "/a", false},
      {"blanks", " \tUser-agent \t:\t * \n  Disallow\t: /a \t\n", "/a", false},
      {"comments", "# x\nUser-agent: * # everyone\nDisallow: /a # secret\n", "/a", false},
      {"a comment is no pattern", "User-agent: *\nDisallow: # /\n", "/a", true},
      {"lines that make no sense", "hello\n:\nUser-agent: *\nfoo: bar\n\x01\nDisallow: /a\n", "/a", false},
      {"a page instead", "<!doctype html><p>Disallow: /</p>", "/a", true},
      {"nothing", "", "/a", true},
  });
}

TEST(Robots, ReadsHalfAMegabyteAndNoHalfLine) {
  const std::string start = "User-agent: *\nDisallow: /early\n";
  const std::string late = "Disallow: /late\n";
  const auto filled = [&](std::size_t bytes) {
    return start + std::string(bytes - start.size() - 1, '#') + "\n";
  };
  expect_all({
      {"the last line that is read", filled(Robots::kMostBytes - late.size()) + late, "/late", false},
      {"too late", filled(Robots::kMostBytes) + late, "/late", true},
      {"too late, and the rest counts", filled(Robots::kMostBytes) + late, "/early", false},
      {"half a line", filled(Robots::kMostBytes - 11) + "Disallow: /late/a\n", "/", true},
  });
}

TEST(Robots, ReadsCrawlDelay) {
  const struct {
    const char* name;
    std::string text;
    milliseconds delay;
  } cases[] = {
      {"none", for_all("Disallow: /a\n"), milliseconds(0)},
      {"whole", for_all("Crawl-delay: 5\n"), milliseconds(5000)},
      {"part", for_all("crawl-delay: 0.25\n"), milliseconds(250)},
      {"bounded", for_all("Crawl-delay: 86400\n"), Robots::kLongestCrawlDelay},
      {"enormous", for_all("Crawl-delay: 1e300\n"), Robots::kLongestCrawlDelay},
      {"negative", for_all("Crawl-delay: -1\n"), milliseconds(0)},
      {"no number", for_all("Crawl-delay: nan\n"), milliseconds(0)},
      {"with a unit", for_all("Crawl-delay: 5s\n"), milliseconds(0)},
      {"another's", "User-agent: x\nCrawl-delay: 5\n", milliseconds(0)},
      {"ours, not everyone's",
       "User-agent: *\nCrawl-delay: 5\nDisallow:\nUser-agent: certreg\nCrawl-delay: 2\n", milliseconds(2000)},
  };
  for (const auto& [name, text, delay] : cases)
    EXPECT_EQ(Robots::parse(text, "certreg").crawl_delay(), delay) << name;
}

TEST(Robots, AllowsEverythingWithoutRules) { EXPECT_TRUE(Robots().allows("/a")); }

}  // namespace
}  // namespace certreg::fetch
