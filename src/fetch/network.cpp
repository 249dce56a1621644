#include "certreg/fetch/network.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace certreg::fetch {
namespace {

constexpr std::array<std::uint8_t, 12> kMappedPrefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool same_bits(const std::uint8_t* left, const std::uint8_t* right, unsigned bits) {
  const unsigned whole = bits / 8, rest = bits % 8;
  if (!std::equal(left, left + whole, right)) return false;
  return rest == 0 || (left[whole] ^ right[whole]) >> (8 - rest) == 0;
}

std::optional<unsigned> parse_prefix(std::string_view text, unsigned most) {
  unsigned prefix = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), prefix);
  if (error != std::errc() || end != text.data() + text.size() || prefix > most) return std::nullopt;
  if (text.size() > 1 && text.front() == '0') return std::nullopt;
  return prefix;
}

bool has_host_bits(const IpAddress& address, unsigned prefix) {
  for (unsigned bit = prefix; bit < address.bits(); ++bit)
    if (address.bytes()[bit / 8] >> (7 - bit % 8) & 1) return true;
  return false;
}

}  // namespace

IpAddress IpAddress::v4(const std::array<std::uint8_t, 4>& bytes) {
  IpAddress address;
  std::copy(bytes.begin(), bytes.end(), address.bytes_.begin());
  return address;
}

IpAddress IpAddress::v6(const std::array<std::uint8_t, 16>& bytes) {
  if (std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), bytes.begin()))
    return v4({bytes[12], bytes[13], bytes[14], bytes[15]});
  IpAddress address;
  address.is_v4_ = false;
  address.bytes_ = bytes;
  return address;
}

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
  const std::string terminated(text);
  if (terminated.find('\0') != std::string::npos) return std::nullopt;
  std::array<std::uint8_t, 4> short_bytes;
  if (inet_pton(AF_INET, terminated.c_str(), short_bytes.data()) == 1) return v4(short_bytes);
  std::array<std::uint8_t, 16> long_bytes;
  if (inet_pton(AF_INET6, terminated.c_str(), long_bytes.data()) == 1) return v6(long_bytes);
  return std::nullopt;
}

std::string IpAddress::to_string() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(is_v4_ ? AF_INET : AF_INET6, bytes_.data(), text.data(), text.size());
  return text.data();
}

std::optional<Network> Network::parse(std::string_view text) {
  const auto slash = text.find('/');
  const auto base = IpAddress::parse(text.substr(0, slash));
  if (!base) return std::nullopt;
  if (slash == std::string_view::npos) return Network(*base, base->bits());
  const auto prefix = parse_prefix(text.substr(slash + 1), base->bits());
  if (!prefix || has_host_bits(*base, *prefix)) return std::nullopt;
  return Network(*base, *prefix);
}

bool Network::contains(const IpAddress& address) const {
  return address.is_v4() == base_.is_v4() && same_bits(address.bytes().data(), base_.bytes().data(), prefix_);
}

}  // namespace certreg::fetch
