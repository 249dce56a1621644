#include "certreg/mail/address.h"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>
#include <new>

#include "mail/letters.h"

namespace certreg::mail {
namespace {

constexpr std::size_t kLongestLocalPart = 64, kLongestDomain = 253;  // RFC 5321, 4.5.3.1; RFC 1035, 2.3.4

// RFC 5322, 3.2.3.
bool is_atom_character(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-/=?^_`{|}~";
  return is_letter_or_digit(c) || kMarks.find(c) != std::string_view::npos;
}

bool is_local_part(std::string_view text) {
  if (text.empty() || text.size() > kLongestLocalPart) return false;
  if (text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || is_atom_character(c); });
}

const icu::IDNA& domain_rules() {
  static const std::unique_ptr<icu::IDNA> rules = [] {
    UErrorCode status = U_ZERO_ERROR;
    constexpr std::uint32_t kStrict = UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                                      UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE;
    return std::unique_ptr<icu::IDNA>(icu::IDNA::createUTS46Instance(kStrict, status));
  }();
  if (!rules) throw std::bad_alloc();
  return *rules;
}

bool is_numeric(std::string_view label) { return std::all_of(label.begin(), label.end(), is_digit); }

}  // namespace

std::optional<std::string> ascii_domain(std::string_view domain) {
  if (domain.empty() || domain.size() > 4 * kLongestDomain) return std::nullopt;
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  UErrorCode status = U_ZERO_ERROR;
  domain_rules().nameToASCII_UTF8({domain.data(), static_cast<std::int32_t>(domain.size())}, sink, info,
                                  status);
  if (U_FAILURE(status) || info.hasErrors() || ascii.empty() || ascii.size() > kLongestDomain)
    return std::nullopt;
  if (is_numeric(std::string_view(ascii).substr(ascii.rfind('.') + 1))) return std::nullopt;
  return ascii;
}

std::optional<std::string> deliverable_address(std::string_view address) {
  const auto at = address.rfind('@');
  if (at == std::string_view::npos || !is_local_part(address.substr(0, at))) return std::nullopt;
  const auto domain = ascii_domain(address.substr(at + 1));
  if (!domain) return std::nullopt;
  return std::string(address.substr(0, at + 1)) + *domain;
}

}  // namespace certreg::mail
