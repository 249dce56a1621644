// Addresses of the internet protocol and which of them belong to the public internet. Pure values.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace certreg::fetch {

class IpAddress {
 public:
  // "192.0.2.1", "2001:db8::1"; no zone, no port, no short or octal forms.
  static std::optional<IpAddress> parse(std::string_view text);
  static IpAddress v4(const std::array<std::uint8_t, 4>& bytes);
  static IpAddress v6(
      const std::array<std::uint8_t, 16>& bytes);  // a mapped IPv4 address becomes that address

  bool is_v4() const { return is_v4_; }
  unsigned bits() const { return is_v4_ ? 32 : 128; }
  const std::array<std::uint8_t, 16>& bytes() const {
    return bytes_;
  }  // an IPv4 address fills the first four
  std::string to_string() const;
  bool operator==(const IpAddress&) const = default;

 private:
  bool is_v4_ = true;
  std::array<std::uint8_t, 16> bytes_{};
};

class Network {
 public:
  // "10.0.0.0/8", "fd00::/8", or one address. Bits beyond the prefix are zero; nullopt otherwise.
  static std::optional<Network> parse(std::string_view text);
  bool contains(const IpAddress& address) const;

 private:
  Network(const IpAddress& base, unsigned prefix) : base_(base), prefix_(prefix) {}
  IpAddress base_;
  unsigned prefix_;
};

// Whether a host of the public internet can have the address, after the IANA registries of special-purpose
// addresses (RFC 6890 and its successors). IPv6: only 2000::/3, and 64:ff9b::/96 (RFC 6052) as the IPv4
// address inside it; 6to4 and Teredo are refused whole, since what they lead to cannot be told.
bool is_public_address(const IpAddress& address);

}  // namespace certreg::fetch
