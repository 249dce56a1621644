// Dates in running text.
#include "reading/dates.h"

#include "fuzz/fuzz.h"
#include "reading/world.h"

using namespace certreg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  reading::DateOrders orders;
  orders.learn(text);
  std::size_t end = 0;
  for (const reading::FoundDate& found : reading::find_dates(text, reading::labels(), orders)) {
    fuzz::require(found.begin >= end && found.begin < found.end && found.end <= text.size(),
                  "dates stand in the text, one after the other");
    fuzz::require(!found.other || *found.other != found.date, "the second reading is another day");
    fuzz::require(Date::parse(found.date.to_string()) == found.date, "a date has a day of the calendar");
    end = found.end;
  }
  return 0;
}
