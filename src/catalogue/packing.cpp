#include "catalogue/packing.h"

#include <array>
#include <chrono>

namespace certreg::catalogue {
namespace {

// What stands before an id in place of its doubled length, which is even.
constexpr char kUuid = 1, kDigest = 3;
constexpr std::size_t kUuidBytes = 16, kDigestBytes = 32;
constexpr std::size_t kUuidDigits = 36, kDigestDigits = 64;

// Most days are near, and take two bytes.
constexpr std::chrono::sys_days kEpoch{std::chrono::year(2012) / 1 / 1};

// -1 for what is no digit as we write them.
constexpr auto kDigitValues = [] {
  std::array<signed char, 256> values{};
  for (auto& value : values) value = -1;
  for (int digit = 0; digit < 16; ++digit)
    values[static_cast<unsigned char>("0123456789abcdef"[digit])] = static_cast<signed char>(digit);
  return values;
}();

int digit_value(char c) { return kDigitValues[static_cast<unsigned char>(c)]; }

bool is_dash_place(std::size_t at) { return at == 8 || at == 13 || at == 18 || at == 23; }

// The bytes that the digits stand for; false when it is not written as we do.
bool bytes_of(std::string_view digits, bool has_dashes, char* into) {
  for (std::size_t at = 0; at < digits.size();) {
    if (has_dashes && is_dash_place(at)) {
      if (digits[at++] != '-') return false;
      continue;
    }
    const int high = digit_value(digits[at]), low = digit_value(digits[at + 1]);
    if ((high | low) < 0) return false;
    *into++ = static_cast<char>(high << 4 | low);
    at += 2;
  }
  return true;
}

void write_digits(std::string_view bytes, bool has_dashes, std::string& into) {
  into.resize(bytes.size() * 2 + (has_dashes ? 4 : 0));
  auto* at = into.data();
  for (const char byte : bytes) {
    if (has_dashes && is_dash_place(static_cast<std::size_t>(at - into.data()))) *at++ = '-';
    *at++ = "0123456789abcdef"[static_cast<unsigned char>(byte) >> 4];
    *at++ = "0123456789abcdef"[static_cast<unsigned char>(byte) & 15];
  }
}

void append_number(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
  bytes += static_cast<char>(value);
}

void append_id(std::string& bytes, std::string_view id) {
  std::array<char, 1 + kDigestBytes> packed;
  if (id.size() == kUuidDigits && bytes_of(id, true, packed.data() + 1)) {
    packed[0] = kUuid;
    bytes.append(packed.data(), 1 + kUuidBytes);
  } else if (id.size() == kDigestDigits && bytes_of(id, false, packed.data() + 1)) {
    packed[0] = kDigest;
    bytes.append(packed.data(), 1 + kDigestBytes);
  } else {
    append_number(bytes, id.size() << 1);
    bytes += id;
  }
}

std::uint64_t read_number(const char*& at) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    value |= std::uint64_t{byte & 0x7FU} << shift;
    if (byte < 0x80) return value;
  }
}

// Small ones of either sign are small.
std::uint64_t folded(std::int64_t value) {
  return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unfolded(std::uint64_t value) {
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::int64_t microseconds(const Instant& instant) {
  return std::chrono::duration_cast<std::chrono::microseconds>(instant.time_since_epoch()).count();
}

}  // namespace

void Packer::number(std::uint64_t value) { append_number(bytes_, value); }
void Packer::signed_number(std::int64_t value) { number(folded(value)); }

void Packer::text(const std::string& text) {
  number(text.size() << 1);
  bytes_ += text;
}

void Packer::shared(const std::string& text) {
  if (const auto known = texts_.number_of(text))
    number(std::uint64_t{*known} << 1 | 1);
  else
    this->text(text);
}

void Packer::id(const std::string& id) { append_id(bytes_, id); }

void Packer::date(const std::optional<Date>& day) {
  number(day ? folded((day->days() - kEpoch).count()) + 1 : 0);
}

void Packer::instant(const Instant& instant) { signed_number(microseconds(instant)); }

void Packer::instant(const std::optional<Instant>& instant) {
  maybe(instant, [this](const Instant& known) { this->instant(known); });
}

void Packer::real(const double& value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }

std::uint64_t Unpacker::number() { return read_number(at_); }
std::int64_t Unpacker::signed_number() { return unfolded(number()); }

std::string_view Unpacker::text() {
  const auto length = number();
  if ((length & 1) != 0) return texts_.text(static_cast<std::uint32_t>(length >> 1));
  const std::string_view text(at_, length >> 1);
  at_ += text.size();
  return text;
}

std::string_view Unpacker::packed_id() {
  const auto packed = packed_id_at(at_);
  at_ += packed.size();
  return packed;
}

void Unpacker::id(std::string& into) { into = id_in(packed_id()); }

void Unpacker::date(std::optional<Date>& into) {
  const auto value = number();
  if (value == 0)
    into.reset();
  else
    into = Date(kEpoch + std::chrono::days(unfolded(value - 1)));
}

void Unpacker::instant(Instant& into) { into = Instant(std::chrono::microseconds(signed_number())); }

void Unpacker::instant(std::optional<Instant>& into) {
  maybe(into, [this](Instant& known) { this->instant(known); });
}

void Unpacker::real(double& into) {
  std::memcpy(&into, at_, sizeof into);
  at_ += sizeof into;
}

std::string packed_id(std::string_view id) {
  std::string packed;
  append_id(packed, id);
  return packed;
}

std::string_view packed_id_at(const char* bytes) {
  if (*bytes == kUuid) return {bytes, 1 + kUuidBytes};
  if (*bytes == kDigest) return {bytes, 1 + kDigestBytes};
  const auto* at = bytes;
  const auto length = read_number(at) >> 1;
  return {bytes, at + length};
}

std::string id_in(std::string_view packed) {
  std::string id;
  if (packed.front() == kUuid) {
    write_digits(packed.substr(1), true, id);
  } else if (packed.front() == kDigest) {
    write_digits(packed.substr(1), false, id);
  } else {
    const auto* at = packed.data();
    const auto length = read_number(at) >> 1;
    id.assign(at, length);
  }
  return id;
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> uuid_value(std::string_view packed) {
  if (packed.front() != kUuid) return std::nullopt;
  std::uint64_t halves[2] = {};
  for (std::size_t at = 0; at < kUuidBytes; ++at)
    halves[at / 8] = halves[at / 8] << 8 | static_cast<unsigned char>(packed[at + 1]);
  return std::pair(halves[0], halves[1]);
}

bool is_before(std::string_view packed, std::string_view other) {
  if (packed.front() == kUuid && other.front() == kUuid) return packed < other;
  return id_in(packed) < id_in(other);
}

}  // namespace certreg::catalogue
