#include <algorithm>
#include <vector>

#include "certreg/fetch/network.h"

namespace certreg::fetch {
namespace {

using Networks = std::vector<Network>;

Networks networks(std::initializer_list<std::string_view> texts) {
  Networks parsed;
  for (const auto text : texts) parsed.push_back(Network::parse(text).value());
  return parsed;
}

bool any_contains(const Networks& networks, const IpAddress& address) {
  return std::any_of(networks.begin(), networks.end(),
                     [&](const auto& one) { return one.contains(address); });
}

// IANA IPv4 Special-Purpose Address Registry: what is not globally reachable, and multicast.
const Networks& refused_v4() {
  static const Networks refused = networks({
      "0.0.0.0/8",        // this network, RFC 791
      "10.0.0.0/8",       // private, RFC 1918
      "100.64.0.0/10",    // carriers' shared addresses, RFC 6598
      "127.0.0.0/8",      // loopback, RFC 1122
      "169.254.0.0/16",   // link-local, RFC 3927; clouds' metadata services
      "172.16.0.0/12",    // private, RFC 1918
      "192.0.0.0/24",     // protocol assignments, RFC 6890
      "192.0.2.0/24",     // documentation, RFC 5737
      "192.88.99.0/24",   // 6to4 relays, RFC 7526
      "192.168.0.0/16",   // private, RFC 1918
      "198.18.0.0/15",    // benchmarks, RFC 2544
      "198.51.100.0/24",  // documentation, RFC 5737
      "203.0.113.0/24",   // documentation, RFC 5737
      "224.0.0.0/4",      // multicast, RFC 1112
      "240.0.0.0/4",      // reserved and broadcast, RFC 1112, RFC 919
  });
  return refused;
}

// Within 2000::/3, the only block that is given out as global unicast.
const Networks& refused_v6() {
  static const Networks refused = networks({
      "2001::/23",      // protocol assignments, RFC 2928: Teredo, benchmarks, ORCHID
      "2001:db8::/32",  // documentation, RFC 3849
      "2002::/16",      // 6to4, RFC 3056
      "3fff::/20",      // documentation, RFC 9637
  });
  return refused;
}

bool is_public_v4(const IpAddress& address) { return !any_contains(refused_v4(), address); }

}  // namespace

bool is_public_address(const IpAddress& address) {
  static const Network translated = Network::parse("64:ff9b::/96").value();
  static const Network global_unicast = Network::parse("2000::/3").value();
  if (address.is_v4()) return is_public_v4(address);
  const auto& bytes = address.bytes();
  if (translated.contains(address))
    return is_public_v4(IpAddress::v4({bytes[12], bytes[13], bytes[14], bytes[15]}));
  return global_unicast.contains(address) && !any_contains(refused_v6(), address);
}

}  // namespace certreg::fetch
