#include "certreg/report/calendar.h"

#include <fmt/format.h>

#include "certreg/domain/harmless.h"

namespace certreg::report {
namespace {

constexpr std::size_t kLongestLine = 75;  // octets, RFC 5545, 3.1
constexpr std::size_t kLongestText = 2000;

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Line breaks become blanks before this: no value has any.
std::string text(const std::string& value) {
  std::string out;
  for (const char c : harmless(value)) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
    if (out.size() > kLongestText && !continues_a_character(c)) break;
  }
  while (!out.empty() && continues_a_character(out.back()) && out.size() > kLongestText + 4) out.pop_back();
  return out;
}

// Folded between characters; a line that goes on begins with a blank.
std::string line(const std::string& content) {
  std::string out;
  std::size_t length = 0;
  for (std::size_t i = 0; i < content.size();) {
    std::size_t next = i + 1;
    while (next < content.size() && continues_a_character(content[next])) ++next;
    if (length + (next - i) > kLongestLine) {
      out += "\r\n ";
      length = 1;
    }
    out.append(content, i, next - i);
    length += next - i;
    i = next;
  }
  return out + "\r\n";
}

std::string compact(Date day) {
  auto iso = day.to_string();
  std::erase(iso, '-');
  return iso;
}

std::string stamp(Instant instant) {
  auto iso = to_string(std::chrono::floor<std::chrono::seconds>(instant)).substr(0, 19);
  std::erase(iso, '-');
  std::erase(iso, ':');
  return iso + "Z";
}

std::string event(const CalendarEvent& event, Instant made_at) {
  auto out =
      line("BEGIN:VEVENT") + line("UID:" + text(event.uid)) + line("DTSTAMP:" + stamp(made_at)) +
      line("DTSTART;VALUE=DATE:" + compact(event.from)) +
      line("DTEND;VALUE=DATE:" + compact(event.until.plus_days(1))) +  // not included, RFC 5545, 3.8.2.2
      line("SUMMARY:" + text(event.summary)) + line("TRANSP:TRANSPARENT");
  if (!event.description.empty()) out += line("DESCRIPTION:" + text(event.description));
  if (!event.category.empty()) out += line("CATEGORIES:" + text(event.category));
  if (!event.address.empty()) out += line("URL:" + harmless(event.address));
  return out + line("END:VEVENT");
}

}  // namespace

std::string to_icalendar(const Calendar& calendar) {
  auto out = line("BEGIN:VCALENDAR") + line("VERSION:2.0") + line("PRODID:-//certreg//certreg//EN") +
             line("CALSCALE:GREGORIAN") + line("METHOD:PUBLISH") + line("NAME:" + text(calendar.name)) +
             line("X-WR-CALNAME:" + text(calendar.name)) + line("REFRESH-INTERVAL;VALUE=DURATION:PT12H") +
             line("X-PUBLISHED-TTL:PT12H");
  for (const auto& one : calendar.events) out += event(one, calendar.made_at);
  return out + line("END:VCALENDAR");
}

}  // namespace certreg::report
