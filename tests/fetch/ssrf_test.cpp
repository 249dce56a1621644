// Ways to make a fetcher talk to what only its own network can reach, one by one.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "certreg/fetch/http_fetcher.h"
#include "fetch/target.h"
#include "support/loopback_server.h"

namespace certreg::fetch {
namespace {

struct Case {
  const char* name;
  std::string address;  // {port} is the server's
  std::string detail;   // a part of it
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.address; }

std::string name_of(const ::testing::TestParamInfo<Case>& info) { return info.param.name; }

std::string with_port(std::string address, std::uint16_t port) {
  const std::string place = "{port}";
  const auto found = address.find(place);
  if (found != std::string::npos) address.replace(found, place.size(), std::to_string(port));
  return address;
}

class SsrfTest : public ::testing::TestWithParam<Case> {
 protected:
  SsrfTest() {
    options_.further_ports = {server_.port()};
    options_.connect_time = std::chrono::milliseconds(2'000);
    for (const auto* path : {"/", "/start"}) server_.answer(path, reply("200 OK", "", "secret"));
  }

  void expect_refused(const FetchResult& result, const std::string& detail) {
    EXPECT_EQ(result.outcome, FetchOutcome::Refused) << result.detail;
    EXPECT_NE(result.detail.find(detail), std::string::npos) << result.detail;
    EXPECT_EQ(result.body, "");
  }

  LoopbackServer server_;
  HttpFetcherOptions options_;
};

// Asked for directly, with nothing allowed.
class DirectSsrf : public SsrfTest {};

TEST_P(DirectSsrf, IsRefused) {
  const auto address = with_port(GetParam().address, server_.port());
  expect_refused(HttpFetcher(options_).fetch({.address = address}), GetParam().detail);
  EXPECT_EQ(server_.connections(), 0);
}

const std::string kLoopback = "the address 127.0.0.1 is not on the public internet";
const std::string kScheme = "only http and https addresses are fetched";
const std::string kCredentials = "the address contains credentials";
const std::string kMalformed = "the address is malformed";

INSTANTIATE_TEST_SUITE_P(
    Ssrf, DirectSsrf,
    ::testing::Values(
        Case{"dotted_loopback", "http://127.0.0.1:{port}/", kLoopback},
        Case{"other_loopback", "http://127.9.8.7:{port}/", "127.9.8.7 is not"},
        Case{"decimal", "http://2130706433:{port}/", kLoopback},
        Case{"hexadecimal", "http://0x7f000001:{port}/", kLoopback},
        Case{"hexadecimal_part", "http://0x7f.1:{port}/", kLoopback},
        Case{"octal_part", "http://0177.0.0.1:{port}/", kLoopback},
        Case{"octal", "http://017700000001:{port}/", kLoopback},
        Case{"two_parts", "http://127.1:{port}/", kLoopback},
        Case{"zero", "http://0:{port}/", "0.0.0.0 is not"},
        Case{"this_network", "http://0.0.0.0:{port}/", "0.0.0.0 is not"},
        Case{"localhost", "http://localhost:{port}/", "is not on the public internet"},
        Case{"localhost_upper_case", "http://LOCALHOST:{port}/", "is not on the public internet"},
        Case{"below_localhost", "http://a.localhost:{port}/", "is not on the public internet"},
        Case{"v6_loopback", "http://[::1]:{port}/", "::1 is not"},
        Case{"v6_unspecified", "http://[::]:{port}/", ":: is not"},
        Case{"v6_mapped", "http://[::ffff:127.0.0.1]:{port}/", kLoopback},
        Case{"v6_mapped_hexadecimal", "http://[::ffff:7f00:1]:{port}/", kLoopback},
        Case{"v6_compatible", "http://[::127.0.0.1]:{port}/", "::127.0.0.1 is not"},
        Case{"nat64", "http://[64:ff9b::7f00:1]:{port}/", "64:ff9b::7f00:1 is not"},
        Case{"nat64_of_local_use", "http://[64:ff9b:1::7f00:1]/", "64:ff9b:1::7f00:1 is not"},
        Case{"six_to_four", "http://[2002:7f00:1::1]/", "2002:7f00:1::1 is not"},
        Case{"v6_link_local", "http://[fe80::1%251]/", "fe80::1 is not"},
        Case{"v6_unique_local", "http://[fd00:ec2::254]/", "fd00:ec2::254 is not"},
        Case{"private_10", "http://10.0.0.1/", "10.0.0.1 is not"},
        Case{"private_172", "http://172.16.0.1/", "172.16.0.1 is not"},
        Case{"private_192", "http://192.168.0.1/", "192.168.0.1 is not"},
        Case{"carrier", "http://100.100.100.200/", "100.100.100.200 is not"},
        Case{"metadata", "http://169.254.169.254/latest/meta-data/", "169.254.169.254 is not"},
        Case{"metadata_decimal", "http://2852039166/", "169.254.169.254 is not"},
        Case{"multicast", "http://224.0.0.1/", "224.0.0.1 is not"},
        Case{"broadcast", "http://255.255.255.255/", "255.255.255.255 is not"},
        Case{"userinfo", "http://good.example@127.0.0.1:{port}/", kCredentials},
        Case{"userinfo_with_password", "http://good.example:80@127.0.0.1:{port}/", kCredentials},
        Case{"userinfo_and_fragment", "http://127.0.0.1:{port}#@good.example/", kLoopback},
        Case{"two_at_signs", "http://a@b@127.0.0.1:{port}/", kMalformed},
        Case{"backslash_before_at", "http://good.example\\@127.0.0.1:{port}/", ""},
        Case{"backslash_after_host", "http://127.0.0.1\\.good.example:{port}/", kMalformed},
        Case{"backslashes_for_slashes", "http:\\\\127.0.0.1:{port}/", ""},
        Case{"line_break", "http://127.0.0.1:{port}/\r\nHost: good.example", kMalformed},
        Case{"blank_in_host", "http://127.0.0.1 .good.example/", kMalformed},
        Case{"encoded_digits", "http://%31%32%37.0.0.1:{port}/", kLoopback},
        Case{"encoded_dot", "http://127%2e0.0.1:{port}/", kLoopback}, Case{"no_host", "http:///", kMalformed},
        Case{"three_slashes", "http:///127.0.0.1:{port}/", kLoopback},
        Case{"no_scheme", "127.0.0.1:{port}/", ""}, Case{"no_scheme_but_slashes", "//127.0.0.1:{port}/", ""},
        Case{"file", "file:///etc/passwd", kScheme},
        Case{"file_with_host", "file://127.0.0.1/etc/passwd", kScheme},
        Case{"gopher", "gopher://127.0.0.1:{port}/_GET", kScheme},
        Case{"ftp", "ftp://127.0.0.1:{port}/", kScheme}, Case{"dict", "dict://127.0.0.1:{port}/d", kScheme},
        Case{"ldap", "ldap://127.0.0.1:{port}/", kScheme},
        Case{"websocket", "ws://127.0.0.1:{port}/", kScheme}, Case{"data", "data:text/plain,a", kMalformed},
        Case{"other_service", "http://good.example:6379/", "port 6379 is not allowed"},
        Case{"mail", "http://good.example:25/", "port 25 is not allowed"}),
    name_of);

// What one resolver reads as 127.0.0.1 and another not at all: not reached, whatever becomes of the name on
// this machine.
class LookAlikeSsrf : public SsrfTest {};

TEST_P(LookAlikeSsrf, IsNotReached) {
  const auto address = with_port(GetParam().address, server_.port());
  const auto result = HttpFetcher(options_).fetch({.address = address});
  EXPECT_TRUE(result.outcome == FetchOutcome::Refused || result.outcome == FetchOutcome::Failed);
  EXPECT_EQ(server_.connections(), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Ssrf, LookAlikeSsrf,
    ::testing::Values(Case{"full_width_digits", "http://\xef\xbc\x91\xef\xbc\x92\xef\xbc\x97.0.0.1:{port}/",
                           ""},
                      Case{"circled_digits", "http://\xe2\x91\xa0\xe2\x91\xa1\xe2\x91\xa6.0.0.1:{port}/", ""},
                      Case{"ideographic_dots",
                           "http://127\xe3\x80\x82"
                           "0\xe3\x80\x82"
                           "0\xe3\x80\x82"
                           "1:{port}/",
                           ""},
                      Case{"small_roman_fifty", "http://\xe2\x85\xbcocalhost:{port}/", ""},
                      Case{"full_width_slash", "http://127.0.0.1:{port}\xef\xbc\x8f.good.example/", ""},
                      Case{"punycode", "http://xn--127-0-0-1-.localhost:{port}/", ""}),
    name_of);

// Where an allowed host sends us.
class RedirectSsrf : public SsrfTest {};

TEST_P(RedirectSsrf, IsRefused) {
  options_.allowed_networks = {"127.0.0.1/32"};
  const auto location = with_port(GetParam().address, server_.port());
  server_.answer("/start", reply("302 Found", "Location: " + location + "\r\n"));
  const auto result = HttpFetcher(options_).fetch({.address = server_.address("/start")});
  expect_refused(result, GetParam().detail);
  EXPECT_EQ(result.http_status, 302);
  EXPECT_EQ(result.final_address, server_.address("/start"));
}

INSTANTIATE_TEST_SUITE_P(
    Ssrf, RedirectSsrf,
    ::testing::Values(Case{"metadata", "http://169.254.169.254/latest/meta-data/", "169.254.169.254 is not"},
                      Case{"metadata_without_scheme", "//169.254.169.254/latest/", "169.254.169.254 is not"},
                      Case{"metadata_v6_mapped", "http://[::ffff:a9fe:a9fe]/", "169.254.169.254 is not"},
                      Case{"private", "http://10.0.0.1/", "10.0.0.1 is not"},
                      Case{"other_loopback", "http://127.0.0.2:{port}/", "127.0.0.2 is not"},
                      Case{"other_loopback_decimal", "http://2130706434:{port}/", "127.0.0.2 is not"},
                      Case{"v6_loopback", "http://[::1]:{port}/", "::1 is not"},
                      Case{"file", "file:///etc/passwd", kScheme},
                      Case{"file_in_upper_case", "FILE:///etc/passwd", kScheme},
                      Case{"gopher", "gopher://127.0.0.1:{port}/", kScheme},
                      Case{"script", "javascript:alert(1)", kMalformed},
                      Case{"credentials", "http://a:b@127.0.0.1:{port}/", kCredentials},
                      Case{"other_port", "//127.0.0.1:6379/", "port 6379 is not allowed"},
                      Case{"loop", "/start", "too many redirects"}),
    name_of);

TEST(SsrfDowngrade, FromHttpsToHttpIsRefused) {
  const auto from = std::get<Target>(judge_address("https://good.example/"));
  EXPECT_TRUE(std::holds_alternative<Refusal>(judge_redirect(from, "http://good.example/", {})));
  EXPECT_TRUE(std::holds_alternative<Target>(judge_redirect(from, "//good.example/other", {})));
}

class SsrfRebinding : public SsrfTest {
 protected:
  // Each look-up of a name takes its next address, the last again and again.
  void name(const std::string& host, std::vector<std::string> addresses) { names_[host] = addresses; }

  HttpFetcherOptions rebinding() {
    options_.allowed_networks = {"127.0.0.1/32"};
    options_.resolver = [this](const std::string& host) {
      auto& addresses = names_.at(host);
      const auto address = IpAddress::parse(addresses.front()).value();
      if (addresses.size() > 1) addresses.erase(addresses.begin());
      return std::vector<IpAddress>{address};
    };
    return options_;
  }

  std::string at(const std::string& host, const std::string& path) {
    return "http://" + host + ":" + std::to_string(server_.port()) + path;
  }

  std::map<std::string, std::vector<std::string>> names_;
};

TEST_F(SsrfRebinding, JudgesANameByWhatItResolvesTo) {
  for (const auto* address : {"127.0.0.2", "10.0.0.1", "169.254.169.254", "::1", "64:ff9b::7f00:1"}) {
    name("bad.example", {address});
    expect_refused(HttpFetcher(rebinding()).fetch({.address = at("bad.example", "/start")}),
                   IpAddress::parse(address)->to_string() + " is not");
  }
  EXPECT_EQ(server_.connections(), 0);
}

TEST_F(SsrfRebinding, JudgesItAgainAtTheNextFetch) {
  name("turning.example", {"127.0.0.1", "127.0.0.2"});
  HttpFetcher fetcher(rebinding());
  EXPECT_EQ(fetcher.fetch({.address = at("turning.example", "/start")}).outcome, FetchOutcome::Fetched);
  expect_refused(fetcher.fetch({.address = at("turning.example", "/start")}), "127.0.0.2 is not");
  EXPECT_EQ(server_.connections(), 1);
}

TEST_F(SsrfRebinding, JudgesItAgainAfterARedirect) {
  name("turning.example", {"127.0.0.1", "127.0.0.2"});
  server_.answer("/start", reply("302 Found", "Location: /next\r\nConnection: keep-alive\r\n"));
  expect_refused(HttpFetcher(rebinding()).fetch({.address = at("turning.example", "/start")}),
                 "127.0.0.2 is not");
  EXPECT_EQ(server_.connections(), 1);
}

TEST_F(SsrfRebinding, FollowsToANameOnlyIfItIsPublic) {
  name("good.example", {"127.0.0.1"});
  name("bad.example", {"127.0.0.2"});
  server_.answer("/start", reply("302 Found", "Location: " + at("bad.example", "/") + "\r\n"));
  expect_refused(HttpFetcher(rebinding()).fetch({.address = at("good.example", "/start")}),
                 "127.0.0.2 is not");
  EXPECT_EQ(server_.connections(), 1);
}

}  // namespace
}  // namespace certreg::fetch
