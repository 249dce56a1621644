#include "certreg/fetch/network.h"

#include <gtest/gtest.h>

#include <string>

namespace certreg::fetch {
namespace {

TEST(IsPublicAddress, AcceptsHostsOfThePublicInternet) {
  const char* accepted[] = {
      "1.1.1.1",         "8.8.8.8",
      "9.255.255.255",   "11.0.0.0",
      "100.63.255.255",  "100.128.0.0",
      "126.255.255.255", "128.0.0.0",
      "169.253.255.255", "169.255.0.0",
      "172.15.255.255",  "172.32.0.0",
      "192.0.1.0",       "192.0.3.0",
      "192.88.98.255",   "192.88.100.0",
      "192.167.255.255", "192.169.0.0",
      "198.17.255.255",  "198.20.0.0",
      "198.51.99.255",   "203.0.112.255",
      "203.0.114.0",     "223.255.255.255",
      "2001:200::1",     "2001:4860:4860::8888",
      "2001:db7::1",     "2001:db9::1",
      "2003::1",         "2606:4700::1111",
      "3ffe::1",         "3fff:1000::1",
      "::ffff:8.8.8.8",  "64:ff9b::8.8.8.8",
  };
  for (const auto* text : accepted) {
    const auto address = IpAddress::parse(text);
    ASSERT_TRUE(address) << text;
    EXPECT_TRUE(is_public_address(*address)) << text;
  }
}

TEST(IsPublicAddress, RefusesEverythingElse) {
  const char* refused[] = {
      "0.0.0.0",
      "0.255.255.255",  // this network
      "10.0.0.0",
      "10.255.255.255",  // private
      "100.64.0.0",
      "100.127.255.255",  // carriers' shared addresses
      "127.0.0.1",
      "127.255.255.255",  // loopback
      "169.254.0.0",
      "169.254.169.254",  // link-local
      "172.16.0.0",
      "172.31.255.255",  // private
      "192.0.0.0",
      "192.0.0.255",  // protocol assignments
      "192.0.2.1",
      "198.51.100.1",
      "203.0.113.1",  // documentation
      "192.88.99.1",  // 6to4 relays
      "192.168.0.0",
      "192.168.255.255",  // private
      "198.18.0.0",
      "198.19.255.255",  // benchmarks
      "224.0.0.0",
      "239.255.255.255",  // multicast
      "240.0.0.0",
      "255.255.255.255",  // reserved, broadcast
      "::",
      "::1",
      "::2",       // unspecified, loopback, old compatible form
      "::7f00:1",  // 127.0.0.1 in the old compatible form
      "::ffff:127.0.0.1",
      "::ffff:10.0.0.1",
      "::ffff:169.254.169.254",  // mapped
      "64:ff9b::127.0.0.1",
      "64:ff9b::10.0.0.1",   // NAT64
      "64:ff9b:1::8.8.8.8",  // NAT64 of local use
      "100::1",              // discard
      "2001::1",
      "2001:0:4136:e378::1",  // Teredo
      "2001:2::1",
      "2001:10::1",
      "2001:20::1",
      "2001:1ff:ffff::1",  // protocol assignments
      "2001:db8::1",
      "3fff::1",
      "3fff:fff::1",  // documentation
      "2002:7f00:1::1",
      "2002:808:808::1",  // 6to4
      "4000::1",
      "1fff::1",
      "5f00::1",  // not given out
      "fc00::1",
      "fd12:3456::1",  // unique local
      "fe80::1",
      "febf::1",
      "fec0::1",  // link-local, old site-local
      "ff02::1",
      "ff0e::1",  // multicast
  };
  for (const auto* text : refused) {
    const auto address = IpAddress::parse(text);
    ASSERT_TRUE(address) << text;
    EXPECT_FALSE(is_public_address(*address)) << text;
  }
}

TEST(IpAddress, RefusesOtherForms) {
  const std::string refused[] = {"",           "1.2.3",      "1.2.3.4.5",    "1.2.3.256",
                                 "0x7f.0.0.1", "2130706433", "017700000001", " 1.2.3.4",
                                 "1.2.3.4 ",   "1.2.3.4:80", "[::1]",        "fe80::1%eth0",
                                 ":::",        "1::2::3",    "localhost",    std::string("1.2.3.4\0", 8)};
  for (const auto& text : refused) EXPECT_FALSE(IpAddress::parse(text)) << text;
}

TEST(IpAddress, TakesAMappedAddressForWhatItIs) {
  EXPECT_EQ(IpAddress::parse("::ffff:192.0.2.1"), IpAddress::parse("192.0.2.1"));
  EXPECT_EQ(IpAddress::parse("::ffff:192.0.2.1")->to_string(), "192.0.2.1");
  EXPECT_EQ(IpAddress::parse("2001:DB8:0::1")->to_string(), "2001:db8::1");
}

TEST(Network, ContainsItsAddressesAndNoOthers) {
  const struct {
    const char* network;
    const char* address;
    bool contained;
  } cases[] = {
      {"10.0.0.0/8", "10.255.255.255", true},
      {"10.0.0.0/8", "11.0.0.0", false},
      {"10.1.2.0/23", "10.1.3.255", true},
      {"10.1.2.0/23", "10.1.4.0", false},
      {"10.1.2.3", "10.1.2.3", true},
      {"10.1.2.3", "10.1.2.4", false},
      {"10.1.2.3/32", "10.1.2.3", true},
      {"0.0.0.0/0", "203.0.113.9", true},
      {"0.0.0.0/0", "::1", false},
      {"fd00::/8", "fdff::1", true},
      {"fd00::/8", "fc00::1", false},
      {"::1", "::1", true},
      {"127.0.0.0/8", "::ffff:127.0.0.1", true},
      {"::/0", "127.0.0.1", false},
  };
  for (const auto& [network, address, contained] : cases)
    EXPECT_EQ(Network::parse(network).value().contains(IpAddress::parse(address).value()), contained)
        << network << " " << address;
}

TEST(Network, RefusesWhatIsNone) {
  for (const auto* text :
       {"", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/08", "10.0.0.0/8/8", "10.0.0.1/8",
        "fd00::/129", "fd00::1/8", "localhost", "10.0.0.0/ 8", "10.0.0.0/8x"})
    EXPECT_FALSE(Network::parse(text)) << text;
}

}  // namespace
}  // namespace certreg::fetch
