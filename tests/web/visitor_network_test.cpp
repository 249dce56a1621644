#include "web/visitor_network.h"

#include <gtest/gtest.h>

#include "support/services.h"
#include "web/requests.h"

namespace certreg::web {
namespace {

TEST(VisitorNetwork, TheLastAddressOfTheLastFieldIsBelievedBehindAProxy) {
  struct Case {
    std::vector<std::string> fields;
    const char* address;
  };
  const Case cases[] = {{{}, "192.0.2.7"},
                        {{"198.51.100.1"}, "198.51.100.1"},
                        {{"203.0.113.9, 198.51.100.1"}, "198.51.100.1"},
                        {{"203.0.113.9,198.51.100.1 , "}, "198.51.100.1"},
                        {{"203.0.113.9", "198.51.100.1"}, "198.51.100.1"},
                        {{"198.51.100.1:4711"}, "198.51.100.1"},
                        {{"2001:db8::1"}, "2001:db8::1"},
                        {{"[2001:db8::1]:4711"}, "2001:db8::1"},
                        {{"198.51.100.1", ""}, "192.0.2.7"},
                        {{"198.51.100.1, unknown"}, "192.0.2.7"},
                        {{"[", "[]"}, "192.0.2.7"}};
  for (const auto& one : cases) {
    auto request = request_of("/sign-in");
    std::string shown;
    for (const auto& field : one.fields) {
      request.headers.push_back({"x-forwarded-for", field});
      shown += field + "; ";
    }
    EXPECT_EQ(visitor_address(request, true), one.address) << shown;
    EXPECT_EQ(visitor_address(request, false), "192.0.2.7") << shown;
  }
}

TEST(VisitorNetwork, IsAnAddressOrASubscribersShareOfIpv6) {
  for (const auto& [address, network] : {std::pair("192.0.2.7", "192.0.2.7"),
                                         {"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"},
                                         {"2001:0DB8:1:2::9", "2001:db8:1:2::/64"},
                                         {"2001:db8:1:3::9", "2001:db8:1:3::/64"},
                                         {"::ffff:192.0.2.7", "192.0.2.7"},
                                         {"", ""},
                                         {"a socket", "a socket"}})
    EXPECT_EQ(network_of(address), network) << address;
}

TEST(VisitorNetwork, WaitsAsAWhole) {
  support::World world;
  const Pages pages(world.services(), {.behind_proxy = true});
  const auto status_from = [&](const std::string& forwarded) {
    const auto token = cookie_of(pages.handle(request_of("/sign-in")).value(), "certreg_form");
    auto request = request_of("/sign-in", http::Method::Post);
    request.headers.push_back({"Cookie", "certreg_form=" + token});
    request.headers.push_back({"X-Forwarded-For", forwarded});
    request.body = "token=" + token + "&key=crk_wrong";
    return pages.handle(request).value().status;
  };
  EXPECT_EQ(status_from("2001:db8:1:2::1"), 401);
  EXPECT_EQ(status_from("2001:db8:1:2::2"), 429);
  EXPECT_EQ(status_from("2001:db8:1:2::2, 2001:db8:1:2::3"), 429) << "what the client sent counts";
  EXPECT_EQ(status_from("2001:db8:1:3::1"), 401);
}

}  // namespace
}  // namespace certreg::web
