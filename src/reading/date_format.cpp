#include "reading/date_format.h"

#include <algorithm>
#include <string>

namespace certreg::reading {
namespace {

constexpr std::string_view kParts[] = {"YYYY", "MM", "DD"};

std::string digits_at(std::string_view text, std::string_view format, std::string_view part) {
  return std::string(text.substr(format.find(part), part.size()));
}

}  // namespace

bool is_date_format(std::string_view format) {
  std::string rest(format);
  for (std::string_view part : kParts) {
    auto at = rest.find(part);
    if (at == std::string::npos) return false;
    rest.erase(at, part.size());
  }
  return std::ranges::all_of(
      rest, [](char letter) { return std::string_view("-./ ").find(letter) != std::string_view::npos; });
}

std::optional<Date> date_in_format(std::string_view text, std::string_view format) {
  if (text.size() != format.size()) return std::nullopt;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool is_digit = text[at] >= '0' && text[at] <= '9';
    bool wants_digit = format[at] == 'Y' || format[at] == 'M' || format[at] == 'D';
    if (wants_digit ? !is_digit : text[at] != format[at]) return std::nullopt;
  }
  return Date::parse(digits_at(text, format, "YYYY") + "-" + digits_at(text, format, "MM") + "-" +
                     digits_at(text, format, "DD"));
}

}  // namespace certreg::reading
