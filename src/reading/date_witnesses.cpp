#include "reading/date_witnesses.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "reading/guessed_labels.h"
#include "reading/sentence_dates.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongestColumn = 12;   // lines
constexpr double kColumnGap = 1.6;           // of a line's height
constexpr std::size_t kLongestLead = 48;     // bytes before a date that still belong to its label: a place
constexpr std::size_t kLongestBetween = 24;  // between the two ends of a range
constexpr double kSameLine = 0.98, kBeside = 0.97, kBelow = 0.97, kAbove = 0.96, kLeft = 0.9, kFar = 0.2,
                 kFarther = 0.05, kPaired = 0.93, kWeak = 0.68;
constexpr double kSmallPrint = 0.82, kSmallPrintWeight = 0.6;  // of the body's size; of the weight
constexpr double kGuessed = 0.85;
constexpr double kOneEnd = 0.93;
constexpr double kTakenByNearer = 0.15;
constexpr std::size_t kYearSign = 3;  // bytes behind a date: "r.", "г."

constexpr std::array kDated{
    LabelField::Issued,    LabelField::Revised,        LabelField::FirstIssued,
    LabelField::ValidFrom, LabelField::Expires,        LabelField::RecertificationDue,
    LabelField::Validity,  LabelField::PreviousExpiry, LabelField::RecertificationAudited,
    LabelField::Decided};

bool may_be_range(LabelField field) {
  return field == LabelField::Validity || field == LabelField::ValidFrom || field == LabelField::Expires ||
         field == LabelField::Issued;
}

bool is_range(const std::vector<FoundDate>& dates) {
  return dates.size() >= 2 && dates[1].begin - dates[0].end <= kLongestBetween &&
         dates[0].date < dates[1].date;
}

class Collector {
 public:
  Collector(const Sheet& sheet, const DateOrders& orders) : sheet_(sheet), orders_(orders) {}

  std::vector<DateWitness> collect() {
    for (std::size_t at = 0; at < sheet_.anchors.size(); ++at) {
      const Anchor& anchor = sheet_.anchors[at];
      if (!is_dated(anchor.field) || is_revision_of_another(anchor)) continue;
      const std::size_t row = labels_in_row(at);
      if (row > 1 && pair_row(at, row)) {
        at += row - 1;
        continue;
      }
      if (row <= 1) from_values(anchor);
    }
    weigh_neighbours();
    return std::move(witnesses_);
  }

 private:
  std::vector<FoundDate> dates_in(std::string_view text) const {
    return find_dates(text, sheet_.labels, orders_);
  }

  void add(LabelField field, const FoundDate& found, const Anchor& anchor, const Segment& segment,
           double weight) {
    std::string words = segment.text;
    const Segment& label = sheet_.segments[anchor.segment];
    if (&segment != &label) words = label.text + " " + words;
    if (anchor.weak) weight *= kWeak;
    if (anchor.guessed) weight *= kGuessed;
    weight *= segment.least_confidence;  // one misread digit makes another day
    witnesses_.push_back({field, found,
                          quote_of(segment, std::string(member_of(field)), std::move(words), weight),
                          &segment, weight, anchor.weak});
  }

  // "Statement of applicability: Rev. 5, 2023-11-30"
  bool is_revision_of_another(const Anchor& anchor) const {
    if (anchor.field != LabelField::Revised) return false;
    std::string_view before = std::string_view(sheet_.segments[anchor.segment].text).substr(0, anchor.begin);
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before.ends_with(':') || before.ends_with("：");
  }

  void from_values(const Anchor& anchor) {
    const Segment& label = sheet_.segments[anchor.segment];
    bool has_below = false;
    for (const Value& value : values_of(sheet_, anchor)) {
      const double gap = value.segment->box.y - label.box.y - label.box.height;
      const bool below = gap > -label.box.height / 2 && value.segment != &label;
      const double weight =
          value.segment == &label ? kSameLine : (below ? near(kBelow, gap, label) : kBeside);
      if (!from_text(anchor, *value.segment, value.text, weight)) continue;
      if (!below) return;
      has_below = true;
      break;
    }
    if (auto value = value_left(sheet_, anchor); value && is_date_alone(value->text))
      if (from_text(anchor, *value->segment, value->text, kLeft)) return;
    if (has_below && is_label_first(anchor.segment)) return;
    // Over the label: where the date below is another label's.
    auto value = value_above(sheet_, anchor);
    if (!value || !is_date_alone(value->text)) return;
    from_text(anchor, *value->segment, value->text,
              near(kAbove, label.box.y - value->segment->box.y - value->segment->box.height, label));
  }

  // In a column of labels and dates in turns: it begins with a label and ends with a date.
  bool is_label_first(std::size_t label) const {
    const Segment* top = &sheet_.segments[label];
    const Segment* bottom = top;
    for (std::size_t count = 0; count < kLongestColumn; ++count) {
      const Segment* next = line_above(sheet_.segments, sheet_.index_of(*top));
      if (next == nullptr || !is_close(*next, *top)) break;
      top = next;
    }
    for (std::size_t count = 0; count < kLongestColumn; ++count) {
      const Segment* next = sheet_.neighbours.below(sheet_.index_of(*bottom));
      if (next == nullptr || !is_close(*bottom, *next)) break;
      bottom = next;
    }
    return !is_date_alone(top->text) && is_date_alone(bottom->text);
  }

  static bool is_close(const Segment& upper, const Segment& lower) {
    const double gap = lower.box.y - upper.box.y - upper.box.height;
    return gap < kColumnGap * std::max(upper.box.height, lower.box.height);
  }

  // The farther from its label, the less sure.
  static double near(double weight, double gap, const Segment& label) {
    return weight - std::min(kFar, kFarther * std::max(gap, 0.0) / std::max(label.box.height, 1.0));
  }

  bool is_date_alone(std::string_view text) const {
    const std::vector<FoundDate> dates = dates_in(text);
    return dates.size() == 1 && dates.front().begin == 0 &&
           is_year_sign(without_separators(text.substr(dates.front().end)));
  }

  bool from_text(const Anchor& anchor, const Segment& segment, const std::string& text, double weight) {
    std::vector<FoundDate> dates = dates_in(text);
    if (!is_range(dates) && anchor.field != LabelField::Validity && !dates.empty() &&
        !may_be_range(anchor.field))
      return single(anchor, segment, dates, weight);
    if (!is_range(dates)) {
      std::vector<FoundDate> more = dates_in(with_next_line(segment, text));
      const bool goes_on = is_range(more) && more.front().begin <= std::min(kLongestLead, text.size());
      const bool is_split = dates.empty() && !more.empty() && more.front().begin < text.size();
      if (goes_on || is_split) dates = std::move(more);
    }
    if (anchor.field == LabelField::Validity && dates.size() == 1) {
      std::vector<FoundDate> both = dates_in(with_end_beside(segment, text));
      if (is_range(both)) dates = std::move(both);
    }
    if (is_range(dates) && dates.front().begin <= kLongestLead && may_be_range(anchor.field)) {
      add(LabelField::ValidFrom, dates[0], anchor, segment, weight);
      add(LabelField::Expires, dates[1], anchor, segment, weight);
      return true;
    }
    return single(anchor, segment, dates, anchor.field == LabelField::Validity ? weight * kOneEnd : weight);
  }

  bool single(const Anchor& anchor, const Segment& segment, const std::vector<FoundDate>& dates,
              double weight) {
    if (dates.empty() || dates.front().begin > kLongestLead) return false;
    if (says_otherwise(anchor, segment, dates.front())) return false;
    add(anchor.field == LabelField::Validity ? end_meant_by(anchor) : anchor.field, dates.front(), anchor,
        segment, weight);
    return true;
  }

  // "Validity" with one day is the last, "valid from" the first.
  LabelField end_meant_by(const Anchor& anchor) const {
    const std::string label = fold_label(std::string_view(sheet_.segments[anchor.segment].text)
                                             .substr(anchor.begin, anchor.end - anchor.begin));
    const auto blank = label.rfind(' ');
    const LabelRoles last = sheet_.labels.roles_in(label.substr(blank == std::string::npos ? 0 : blank + 1));
    return last.has(LabelRole::From) && !last.has(LabelRole::Expires) ? LabelField::ValidFrom
                                                                      : LabelField::Expires;
  }

  // "Certificate period" over "Certification was first granted on 17 December 2018": the sentence tells
  // which.
  bool says_otherwise(const Anchor& anchor, const Segment& segment, const FoundDate& found) const {
    if (&segment == &sheet_.segments[anchor.segment]) return false;
    constexpr std::ptrdiff_t kFewWords = 2;
    const std::string before = fold_label(std::string_view(segment.text).substr(0, found.begin));
    if (std::ranges::count(before, ' ') < kFewWords) return false;
    const auto said = dated_field(sheet_.labels.roles_in(before));
    return said && *said != anchor.field && *said != LabelField::Other;
  }

  static bool is_year_sign(std::string_view rest) {
    return rest.size() <= kYearSign && rest.find_first_of("0123456789") == std::string_view::npos;
  }

  // "22 November 2023 – 16" and below "November 2026".
  std::string with_next_line(const Segment& segment, const std::string& text) const {
    const std::vector<FoundDate> dates = dates_in(text);
    if (!dates.empty() && is_year_sign(without_separators(std::string_view(text).substr(dates.back().end)))) {
      const bool goes_on = text.ends_with("-") || text.ends_with("–") || text.ends_with("~");
      if (!goes_on) return {};
    }
    const Segment* next = sheet_.neighbours.below(sheet_.index_of(segment));
    return next == nullptr ? std::string() : text + " " + next->text;
  }

  // The stroke between the two days of a range is easily lost, or a column of its own.
  std::string with_end_beside(const Segment& segment, const std::string& text) const {
    const Segment* end = sheet_.neighbours.right_of(sheet_.index_of(segment));
    return end != nullptr && is_date_alone(end->text) ? text + " - " + end->text : text;
  }

  // How many labels stand one after the other in one segment with nothing between them; 0 when values do.
  std::size_t labels_in_row(std::size_t first) const {
    std::size_t count = 0;
    const auto& anchors = sheet_.anchors;
    while (first + count < anchors.size() && anchors[first + count].segment == anchors[first].segment) {
      if (!anchors[first + count].rest.empty()) return 0;
      ++count;
    }
    const bool same_field =
        std::ranges::all_of(anchors.begin() + static_cast<std::ptrdiff_t>(first),
                            anchors.begin() + static_cast<std::ptrdiff_t>(first + count),
                            [&](const Anchor& other) { return other.field == anchors[first].field; });
    return same_field ? 1 : count;  // one label in two languages
  }

  bool pair_row(std::size_t first, std::size_t count) {
    const Segment* values = sheet_.neighbours.below(sheet_.anchors[first].segment);
    if (values == nullptr) return false;
    std::vector<FoundDate> dates = dates_in(values->text);
    std::vector<const Anchor*> dated;
    for (std::size_t at = first; at < first + count; ++at)
      if (is_dated(sheet_.anchors[at].field)) dated.push_back(&sheet_.anchors[at]);
    if (dates.size() != dated.size()) return false;
    for (std::size_t at = 0; at < dated.size(); ++at)
      add(dated[at]->field, dates[at], *dated[at], *values, kPaired);
    return true;
  }

  void weigh_neighbours() {
    for (DateWitness& witness : witnesses_)
      for (const DateWitness& other : witnesses_) {
        const bool one_place = witness.segment == other.segment && witness.found.begin == other.found.begin;
        if (one_place && witness.field != other.field && other.weight > witness.weight + 0.01) {
          witness.weight *= kTakenByNearer;
          break;
        }
      }
  }

  const Sheet& sheet_;
  const DateOrders& orders_;
  std::vector<DateWitness> witnesses_;
};

bool is_start(LabelField field) {
  return field == LabelField::Issued || field == LabelField::Revised || field == LabelField::ValidFrom ||
         field == LabelField::FirstIssued || field == LabelField::PreviousExpiry;
}

std::size_t cycles_in(const std::vector<DateWitness>& witnesses) {
  std::size_t cycles = 0;
  for (const DateWitness& end : witnesses) {
    if (end.field != LabelField::Expires && end.field != LabelField::RecertificationDue) continue;
    for (const DateWitness& start : witnesses)
      if (is_start(start.field) && is_cycle(start.found.date, end.found.date)) ++cycles;
  }
  return cycles;
}

bool any_open(const std::vector<DateWitness>& witnesses) {
  return std::ranges::any_of(witnesses,
                             [](const DateWitness& witness) { return witness.found.other.has_value(); });
}

}  // namespace

std::string_view member_of(LabelField field) {
  switch (field) {
    case LabelField::Issued:
    case LabelField::Revised:
      return "issued";
    case LabelField::FirstIssued:
      return "first_issued";
    case LabelField::ValidFrom:
      return "valid_from";
    case LabelField::Expires:
    case LabelField::RecertificationDue:
      return "expires";
    case LabelField::PreviousExpiry:
      return "previous_expiry";
    case LabelField::RecertificationAudited:
      return "recertification_audited";
    case LabelField::Decided:
      return "decided";
    default:
      return "";
  }
}

bool is_dated(LabelField field) { return std::ranges::find(kDated, field) != kDated.end(); }

bool is_cycle(Date start, Date end) {
  constexpr std::array kCycleMonths{12, 24, 36, 72, 108, 144, 180};
  return std::ranges::any_of(kCycleMonths, [&](int months) {
    const Date whole = start.plus_months(months);
    return end == whole || end == whole.plus_days(-1);
  });
}

namespace {

// Of two dates for one field the one in small print is another document's: an accreditation's, a form's.
void discount_small_print(const Sheet& sheet, std::vector<DateWitness>& witnesses) {
  const auto is_small = [&](const DateWitness& witness) {
    return witness.segment->font_size < kSmallPrint * sheet.body_size;
  };
  for (DateWitness& witness : witnesses) {
    const bool rivalled =
        is_small(witness) && std::ranges::any_of(witnesses, [&](const DateWitness& other) {
          return other.field == witness.field && !is_small(other) && other.found.date != witness.found.date;
        });
    if (rivalled) witness.weight *= kSmallPrintWeight;
  }
}

}  // namespace

std::vector<DateWitness> date_witnesses(const Sheet& sheet, const DateOrders& orders) {
  std::vector<DateWitness> witnesses = Collector(sheet, orders).collect();
  std::vector<DateWitness> said = sentence_dates(sheet, orders, witnesses);
  // Beside a label that is known a sentence only confirms.
  std::erase_if(said, [&](const DateWitness& sentence) {
    const bool confirms = std::ranges::any_of(witnesses, [&](const DateWitness& other) {
      return other.field == sentence.field && other.found.date == sentence.found.date;
    });
    return !confirms && std::ranges::any_of(witnesses, [&](const DateWitness& other) {
      return other.field == sentence.field && !other.weak && !other.found.other;
    });
  });
  witnesses.insert(witnesses.end(), said.begin(), said.end());
  discount_small_print(sheet, witnesses);
  return witnesses;
}

DateOrders orders_by_cycle(const Sheet& sheet) {
  using Order = DateOrders::Order;
  DateOrders orders = sheet.orders;
  if (!any_open(date_witnesses(sheet, orders))) return orders;
  DateOrders year_last = orders;
  year_last.year_is_last = true;
  if (cycles_in(date_witnesses(sheet, year_last)) > 0) orders = year_last;
  for (Order DateOrders::*mark : {&DateOrders::slash, &DateOrders::dash, &DateOrders::dot}) {
    if (orders.*mark != Order::Unknown) continue;
    DateOrders day_first = orders, month_first = orders;
    day_first.*mark = Order::DayFirst;
    month_first.*mark = Order::MonthFirst;
    const std::size_t by_day = cycles_in(date_witnesses(sheet, day_first));
    const std::size_t by_month = cycles_in(date_witnesses(sheet, month_first));
    if (by_day > 0 && by_month == 0) orders = day_first;
    if (by_month > 0 && by_day == 0) orders = month_first;
  }
  return orders;
}

}  // namespace certreg::reading
