#include "catalogue/typing_errors.h"

#include <algorithm>

namespace certreg::catalogue {

TypingErrors::TypingErrors(std::string_view asked) : length_(std::min(asked.size(), kMostCompared)) {
  for (std::size_t at = 0; at < length_; ++at)
    places_[static_cast<unsigned char>(asked[at])] |= std::uint64_t{1} << at;
}

// Names as in the paper.
std::size_t TypingErrors::against(std::string_view other) const {
  if (length_ == 0) return other.size();
  std::uint64_t vp = ~std::uint64_t{0}, vn = 0, d0 = 0, before = 0;
  std::size_t errors = length_;
  const auto last = std::uint64_t{1} << (length_ - 1);
  for (const char c : other) {
    const auto pm = places_[static_cast<unsigned char>(c)];
    const auto exchanged = (((~d0) & pm) << 1U) & before;
    d0 = ((((pm & vp) + vp) ^ vp) | pm | vn) | exchanged;
    auto hp = vn | ~(d0 | vp);
    auto hn = d0 & vp;
    if ((hp & last) != 0) ++errors;
    if ((hn & last) != 0) --errors;
    hp = (hp << 1U) | 1U;
    hn <<= 1U;
    vp = hn | ~(d0 | hp);
    vn = hp & d0;
    before = pm;
  }
  return errors;
}

}  // namespace certreg::catalogue
