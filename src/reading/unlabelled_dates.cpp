#include <algorithm>

#include "reading/date_witnesses.h"

namespace certreg::reading {
namespace {

constexpr double kUnlabelled = 0.72;
constexpr std::size_t kYearSign = 3;       // bytes behind a date: "r.", "г."
constexpr std::size_t kLongestPlace = 40;  // bytes of a place before an unlabelled date

// "Vienna,", "Ciudad de México, a", "Fait à Saint-Malo, le": a place, perhaps with the word that leads to a
// day.
bool is_place(std::string_view before) {
  constexpr std::ptrdiff_t kMostWords = 5;
  constexpr std::size_t kLongestLink = 5;
  const auto comma = before.rfind(',');
  if (comma == std::string_view::npos || std::ranges::count(before, ' ') >= kMostWords) return false;
  if (before.find_first_of(":0123456789") != std::string_view::npos) return false;  // "Report: Rev. 5,"
  const std::string_view link = before.substr(comma + 1);
  return link.size() <= kLongestLink && std::ranges::count(link, ' ') <= 1;
}

}  // namespace

std::vector<DateWitness> unlabelled_dates(const Sheet& sheet, const std::vector<DateWitness>& labelled) {
  std::vector<DateWitness> found;
  for (const Segment& segment : sheet.segments) {
    if (segment.page_index > 0) continue;
    const bool after_label = sheet.neighbours.begins_with_label(segment);
    if (after_label && sheet.field_at_start(segment) != LabelField::Other) continue;
    const bool taken = std::ranges::any_of(
        labelled, [&](const DateWitness& witness) { return witness.segment == &segment; });
    if (taken || sheet.neighbours.label_left_of(segment) == LabelField::Soa) continue;
    std::vector<FoundDate> dates = find_dates(segment.text, sheet.labels, sheet.orders);
    if (dates.size() != 1 || dates.front().begin > kLongestPlace) continue;
    std::string_view before = std::string_view(segment.text).substr(0, dates.front().begin);
    std::string_view after = std::string_view(segment.text).substr(dates.front().end);
    while (before.ends_with(' ')) before.remove_suffix(1);
    if (!is_place(before) && (after_label || !before.empty())) continue;
    if (without_separators(after).size() > kYearSign) continue;
    if (before.empty() && sheet.neighbours.has_left(segment)) continue;  // of a label that nobody knows
    const double weight = kUnlabelled * segment.least_confidence;  // one misread digit makes another day
    found.push_back({LabelField::Issued, dates.front(), quote_of(segment, "issued", segment.text, weight),
                     &segment, weight, true});
  }
  return found;
}

}  // namespace certreg::reading
