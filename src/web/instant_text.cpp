#include "web/instant_text.h"

namespace certreg::web {

std::string instant_text(Instant instant, Language language) {
  constexpr std::size_t clock_begins = 11, clock_length = 5;  // of 2026-01-31T12:00:00.000000Z
  return day_text(day_of(instant), language) + ", " +
         certreg::to_string(instant).substr(clock_begins, clock_length) + " UTC";
}

}  // namespace certreg::web
