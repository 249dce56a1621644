#include "certreg/report/document.h"

namespace certreg::report {

std::string_view sign_of(Tone tone) {
  constexpr std::string_view kSigns[] = {"", "\xe2\x9c\x93", "?", "\xe2\x9c\x97"};
  return kSigns[static_cast<std::size_t>(tone)];
}

}  // namespace certreg::report
