#include "certreg/domain/normal_text.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "certreg/domain/error.h"

namespace certreg {
namespace {

std::string normalised(const icu::Normalizer2* normalizer, std::string_view text, UErrorCode status) {
  icu::UnicodeString result;
  if (U_SUCCESS(status)) {
    const icu::StringPiece bytes(text.data(), static_cast<std::int32_t>(text.size()));
    result = normalizer->normalize(icu::UnicodeString::fromUTF8(bytes), status);
  }
  if (U_FAILURE(status)) throw Error(ErrorKind::Unavailable, "text cannot be compared", u_errorName(status));
  std::string out;
  return result.toUTF8String(out);
}

}  // namespace

std::string nfkc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(status);
  return normalised(normalizer, text, status);
}

std::string nfkc_caseless(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  return normalised(normalizer, text, status);
}

}  // namespace certreg
