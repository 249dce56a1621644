#include "web/lapse_months.h"

#include <algorithm>
#include <array>

namespace certreg::web {
namespace {

constexpr std::size_t kMonths = 12;
constexpr std::size_t kHeight = 100;  // of the picture, in its own units

struct Month {
  std::string id;  // "2027-01"
  std::size_t held = 0, claimed = 0;
  std::size_t all() const { return held + claimed; }
};
using Months = std::array<Month, kMonths>;

Date first_of_month(Date day) { return Date::parse(month_of(day) + "-01").value(); }

Months months_from(Date today) {
  Months months;
  for (std::size_t i = 0; i < kMonths; ++i)
    months.at(i).id = month_of(first_of_month(today).plus_months(static_cast<int>(i)));
  return months;
}

void count(Months& months, const Lapse& lapse) {
  for (auto& month : months)
    if (month.id == month_of(lapse.day)) ++(lapse.claimed ? month.claimed : month.held);
}

std::size_t scaled(std::size_t amount, std::size_t most) { return most == 0 ? 0 : amount * kHeight / most; }

Data month_view(const Month& month, std::size_t most, const PortfolioFilter& filter, Language language) {
  auto narrowed = filter;
  narrowed.month = month.id;
  const auto held = scaled(month.held, most), claimed = scaled(month.claimed, most);
  const auto number = month.id.substr(5, 2);
  Data view;
  view.set("id", month.id);
  view.set("short", message(language, "month_short." + number));
  view.set("month", message(language, "month." + number) + " " + month.id.substr(0, 4));
  view.set("count", number_text(static_cast<std::int64_t>(month.all()), language));
  view.set("held", number_text(static_cast<std::int64_t>(month.held), language));
  view.set("claimed", number_text(static_cast<std::int64_t>(month.claimed), language));
  view.set("some", month.all() > 0);
  view.set("held_y", std::to_string(kHeight - held));
  view.set("held_height", std::to_string(held));
  view.set("claimed_y", std::to_string(kHeight - held - claimed));
  view.set("claimed_height", std::to_string(claimed));
  view.set("is_chosen", filter.month == month.id);
  view.set("address", address_of("/portfolio", narrowed).at("list").text());
  return view;
}

}  // namespace

void set_months(Data& view, const std::vector<PortfolioRow>& rows, const PortfolioFilter& filter,
                const Visit& visit) {
  const auto today = visit.services.clock.today();
  auto in_any_month = filter;
  in_any_month.month.clear();
  auto months = months_from(today);
  std::size_t ended = 0;
  for (const auto& row : filtered(rows, in_any_month, today))
    for (const auto& lapse : row.lapses) lapse.day < today ? void(++ended) : count(months, lapse);
  const auto most = std::max_element(months.begin(), months.end(), [](const Month& left, const Month& right) {
                      return left.all() < right.all();
                    })->all();
  Data list{Data::type::list};
  for (const auto& month : months) list.push_back(month_view(month, most, filter, visit.language));
  auto narrowed = filter;
  narrowed.month = "ended";
  view.set("months", list);
  view.set("months_filtered", is_filtered(in_any_month));
  view.set("nothing_lapses", most == 0);
  view.set("ended_chosen", filter.month == "ended");
  view.set("has_ended", ended > 0);
  view.set("ended_count", number_text(static_cast<std::int64_t>(ended), visit.language));
  view.set("ended_address", address_of("/portfolio", narrowed).at("list").text());
}

}  // namespace certreg::web
