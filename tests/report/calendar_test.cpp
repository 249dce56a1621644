#include "certreg/report/calendar.h"

#include <gtest/gtest.h>
#include <libical/ical.h>

#include <memory>

#include "support/certificates.h"

namespace certreg::report {
namespace {

using support::day;

Calendar calendar() {
  Calendar calendar{.name = "All; of, it", .made_at = support::at("2026-06-01T12:00:00Z")};
  calendar.events = {
      {"one@certreg", day("2026-12-31"), day("2026-12-31"),
       "Ends: IS 100; \xe6\xa0\xaa\xe5\xbc\x8f\xe4\xbc\x9a\xe7\xa4\xbe \xe2\x80\xae" + std::string(200, 'x'),
       "one, two\nBEGIN:VEVENT", "https://certreg.example/suppliers/1", "Expiry"},
      {"two@certreg", day("2026-01-01"), day("2026-12-31"), "Window", "", "", "Window"}};
  return calendar;
}

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

TEST(Calendar, IsReadBackByLibical) {
  const auto text = to_icalendar(calendar());
  const Component parsed(icalparser_parse_string(text.c_str()));
  ASSERT_NE(parsed, nullptr);
  ASSERT_EQ(icalcomponent_count_components(parsed.get(), ICAL_VEVENT_COMPONENT), 2);
  EXPECT_EQ(icalcomponent_count_errors(parsed.get()), 0);
  auto* first = icalcomponent_get_first_component(parsed.get(), ICAL_VEVENT_COMPONENT);
  EXPECT_STREQ(icalcomponent_get_uid(first), "one@certreg");
  const auto start = icalcomponent_get_dtstart(first), end = icalcomponent_get_dtend(first);
  EXPECT_EQ(start.year * 10000 + start.month * 100 + start.day, 20261231);
  EXPECT_EQ(end.year * 10000 + end.month * 100 + end.day, 20270101) << "the end is not included";
  EXPECT_EQ(std::string(icalcomponent_get_summary(first)).substr(0, 26),
            "Ends: IS 100; \xe6\xa0\xaa\xe5\xbc\x8f\xe4\xbc\x9a\xe7\xa4\xbe");
  EXPECT_STREQ(icalcomponent_get_description(first), "one, two BEGIN:VEVENT");
}

TEST(Calendar, LinesAreFoldedAndTheSameAgain) {
  const auto text = to_icalendar(calendar());
  EXPECT_EQ(text, to_icalendar(calendar()));
  EXPECT_EQ(text.find("\xe2\x80\xae"), std::string::npos);
  for (std::size_t from = 0; from < text.size();) {
    const auto end = text.find("\r\n", from);
    ASSERT_NE(end, std::string::npos);
    EXPECT_LE(end - from, 75U);
    from = end + 2;
  }
}

}  // namespace
}  // namespace certreg::report
