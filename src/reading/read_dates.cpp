#include <algorithm>
#include <array>

#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongestLead =
    48;  // bytes before a date that still belongs to its label: a place, a weekday
constexpr std::size_t kLongestBetween = 24;  // between the two ends of a range
constexpr double kWeakConfidence = 0.6, kPairedConfidence = 0.9;

struct DateCandidate {
  LabelField field;
  FoundDate found;
  Quote quote;
  bool weak = false;
};

constexpr std::array kDated{
    LabelField::Issued,    LabelField::Revised,        LabelField::FirstIssued,
    LabelField::ValidFrom, LabelField::Expires,        LabelField::RecertificationDue,
    LabelField::Validity,  LabelField::PreviousExpiry, LabelField::RecertificationAudited,
    LabelField::Decided};

bool is_dated(LabelField field) { return std::ranges::find(kDated, field) != kDated.end(); }

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

class Collector {
 public:
  explicit Collector(const Sheet& sheet) : sheet_(sheet) {}

  std::vector<DateCandidate> collect() {
    for (std::size_t at = 0; at < sheet_.anchors.size(); ++at) {
      const Anchor& anchor = sheet_.anchors[at];
      if (!is_dated(anchor.field)) continue;
      std::size_t row = labels_in_row(at);
      if (row > 1 && pair_row(at, row)) {
        at += row - 1;
        continue;
      }
      if (row <= 1) from_values(anchor);
    }
    return std::move(candidates_);
  }

 private:
  std::vector<FoundDate> dates_in(std::string_view text) const {
    return find_dates(text, sheet_.labels, sheet_.orders);
  }

  void add(LabelField field, const FoundDate& found, const Anchor& anchor, const Segment& segment,
           double confidence) {
    std::string words = segment.text;
    if (&segment != &sheet_.segments[anchor.segment])
      words = sheet_.segments[anchor.segment].text + " " + words;
    candidates_.push_back({field, found,
                           quote_of(segment, std::string(member_of(field)), std::move(words),
                                    anchor.weak ? kWeakConfidence : confidence),
                           anchor.weak});
  }

  void from_values(const Anchor& anchor) {
    for (const Value& value : values_of(sheet_, anchor)) {
      std::vector<FoundDate> dates = dates_in(value.text);
      if (dates.empty() || dates.front().begin > kLongestLead) continue;
      if (dates.size() >= 2 && is_range(dates)) {
        range(anchor, dates, *value.segment);
      } else if (anchor.field != LabelField::Validity) {
        add(anchor.field, dates.front(), anchor, *value.segment, 1);
      }
    }
  }

  static bool is_range(const std::vector<FoundDate>& dates) {
    return dates[1].begin - dates[0].end <= kLongestBetween;
  }

  // "Valid: A - B", "Valid from A until B". Of other labels beside two dates none is read.
  void range(const Anchor& anchor, const std::vector<FoundDate>& dates, const Segment& segment) {
    bool spans = anchor.field == LabelField::Validity || anchor.field == LabelField::ValidFrom ||
                 anchor.field == LabelField::Expires;
    if (!spans || dates[0].date >= dates[1].date) return;
    add(LabelField::ValidFrom, dates[0], anchor, segment, 1);
    add(LabelField::Expires, dates[1], anchor, segment, 1);
  }

  // How many labels stand one after the other in one segment with nothing between them; 0 when values do.
  std::size_t labels_in_row(std::size_t first) const {
    std::size_t count = 0;
    const auto& anchors = sheet_.anchors;
    while (first + count < anchors.size() && anchors[first + count].segment == anchors[first].segment) {
      if (!anchors[first + count].rest.empty()) return 0;
      ++count;
    }
    bool same_field =
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
      add(dated[at]->field, dates[at], *dated[at], *values, kPairedConfidence);
    return true;
  }

  const Sheet& sheet_;
  std::vector<DateCandidate> candidates_;
};

// A date that can be read in two ways is settled by the same date beside another label of the field.
void settle_by_company(std::vector<DateCandidate>& candidates) {
  for (DateCandidate& candidate : candidates)
    for (const DateCandidate& other : candidates) {
      if (!candidate.found.other || other.found.other || other.field != candidate.field) continue;
      if (other.found.date == candidate.found.date || other.found.date == *candidate.found.other) {
        candidate.found.date = other.found.date;
        candidate.found.other.reset();
        break;
      }
    }
}

std::vector<TextCandidate> of_field(const std::vector<DateCandidate>& candidates, LabelField field) {
  std::vector<TextCandidate> result;
  for (const DateCandidate& candidate : candidates) {
    if (candidate.field != field) continue;
    std::string day = candidate.found.date.to_string();
    result.push_back({day, day, candidate.quote, candidate.weak});
    if (!candidate.found.other) continue;
    day = candidate.found.other->to_string();
    result.push_back({day, day, candidate.quote, candidate.weak});
  }
  return result;
}

bool any_exchangeable(const std::vector<DateCandidate>& candidates, LabelField field) {
  return std::ranges::any_of(candidates, [&](const DateCandidate& candidate) {
    return candidate.field == field && candidate.found.other;
  });
}

class Setter {
 public:
  Setter(const std::vector<DateCandidate>& candidates, Draft& draft)
      : candidates_(candidates), draft_(draft) {}

  bool set(LabelField field, std::optional<Date>& into) {
    std::string_view why = any_exchangeable(candidates_, field)
                               ? "day and month can be exchanged"
                               : "several dates stand beside labels of this field";
    auto settled = settle(of_field(candidates_, field), member_of(field), why, draft_);
    if (!settled) return false;
    into = Date::parse(settled->value);
    draft_.version.quotes.push_back(settled->quote);
    return true;
  }

  bool is_ambiguous(std::string_view member) const {
    return std::ranges::any_of(draft_.ambiguities,
                               [&](const Ambiguity& other) { return other.field == member; });
  }

 private:
  const std::vector<DateCandidate>& candidates_;
  Draft& draft_;
};

}  // namespace

void read_dates(const Sheet& sheet, Draft& draft) {
  std::vector<DateCandidate> candidates = Collector(sheet).collect();
  settle_by_company(candidates);
  Setter setter(candidates, draft);
  CertificateVersion& version = draft.version;
  // The latest revision is this date; the label "issue date" beside it then means the first print.
  if (!setter.set(LabelField::Revised, version.issued) && !setter.is_ambiguous("issued"))
    setter.set(LabelField::Issued, version.issued);
  setter.set(LabelField::FirstIssued, version.first_issued);
  setter.set(LabelField::ValidFrom, version.valid_from);
  setter.set(LabelField::PreviousExpiry, version.previous_expiry);
  setter.set(LabelField::RecertificationAudited, version.recertification_audited);
  setter.set(LabelField::Decided, version.decided);
  if (setter.set(LabelField::Expires, version.expires) || setter.is_ambiguous("expires")) return;
  if (setter.set(LabelField::RecertificationDue, version.expires))
    version.expiry_kind = ExpiryKind::RecertificationDue;
}

}  // namespace certreg::reading
