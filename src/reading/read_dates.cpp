#include <algorithm>
#include <array>

#include "reading/ballot.h"
#include "reading/date_witnesses.h"
#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr double kByCycle = 0.7, kSmallPrint = 0.85;
constexpr double kByDecision = 0.85;
constexpr double kEitherOrder = 0.5;
constexpr int kLongestFromIssue = 48;    // a certificate may be issued long before its cycle begins
constexpr int kLongestCycleMonths = 37;  // a cycle is three years (ISO/IEC 17021-1:2015, 9.1.3.2)

// A date that can be read in two ways is settled by the same date beside another label of the field.
void settle_by_company(std::vector<DateWitness>& witnesses) {
  for (DateWitness& witness : witnesses)
    for (const DateWitness& other : witnesses) {
      if (!witness.found.other || other.found.other || other.field != witness.field) continue;
      if (other.found.date == witness.found.date || other.found.date == *witness.found.other) {
        witness.found.date = other.found.date;
        witness.found.other.reset();
        break;
      }
    }
}

class DateReader {
 public:
  DateReader(const Sheet& sheet, Draft& draft) : sheet_(sheet), draft_(draft) {}

  void read() {
    witnesses_ = date_witnesses(sheet_, sheet_.orders);
    settle_by_company(witnesses_);
    std::erase_if(witnesses_, [&](const DateWitness& witness) { return is_of_statement(witness); });
    CertificateVersion& version = draft_.version;
    if (!set(LabelField::Expires, "expires", version.expires) && !is_open(draft_, "expires") &&
        set(LabelField::RecertificationDue, "expires", version.expires))
      version.expiry_kind = ExpiryKind::RecertificationDue;
    set(LabelField::FirstIssued, "first_issued", version.first_issued);
    set(LabelField::ValidFrom, "valid_from", version.valid_from);
    set(LabelField::PreviousExpiry, "previous_expiry", version.previous_expiry);
    set(LabelField::RecertificationAudited, "recertification_audited", version.recertification_audited);
    set(LabelField::Decided, "decided", version.decided);
    // The latest revision is this issue's date; the label "issue date" beside it then means the first print.
    if (!set(LabelField::Revised, "issued", version.issued) && !is_open(draft_, "issued") &&
        !set(LabelField::Issued, "issued", version.issued) && !is_open(draft_, "issued"))
      set_issued_otherwise();
    if (!version.expires && !is_open(draft_, "expires")) set_expiry_by_cycle();
    open_what_contradicts();
  }

 private:
  // "Version 2.3 - 4 September 2024" below or beside the label of the Statement of Applicability.
  bool is_of_statement(const DateWitness& witness) const {
    const bool revised = witness.field == LabelField::Revised;
    if ((!revised && witness.field != LabelField::Issued) || witness.segment == nullptr) return false;
    const Segment* above =
        revised ? line_above(sheet_.segments, sheet_.index_of(*witness.segment)) : witness.segment;
    return std::ranges::any_of(sheet_.anchors, [&](const Anchor& anchor) {
      const Segment* labelled = &sheet_.segments[anchor.segment];
      return anchor.field == LabelField::Soa && (labelled == witness.segment || labelled == above);
    });
  }

  bool set(LabelField field, std::string_view member, std::optional<Date>& into) {
    Ballot ballot;
    bool exchangeable = false;
    const bool any_strong = std::ranges::any_of(
        witnesses_, [&](const DateWitness& other) { return other.field == field && !other.weak; });
    for (const DateWitness& witness : witnesses_) {
      if (witness.field != field || (any_strong && witness.weak)) continue;
      exchangeable |= witness.found.other.has_value();
      vote(ballot, witness);
    }
    return settle(ballot, member, exchangeable, into);
  }

  static void vote(Ballot& ballot, const DateWitness& witness) {
    const double share = witness.found.other ? kEitherOrder : 1;
    std::string day = witness.found.date.to_string();
    ballot.add(day, day, witness.quote, witness.weight * share);
    if (!witness.found.other) return;
    day = witness.found.other->to_string();
    ballot.add(day, day, witness.quote, witness.weight * share);
  }

  bool settle(const Ballot& ballot, std::string_view member, bool exchangeable, std::optional<Date>& into) {
    auto settled = ballot.decide(
        member,
        exchangeable ? "day and month can be exchanged" : "several dates stand beside labels of this field",
        draft_);
    if (!settled) return false;
    into = Date::parse(settled->value);
    draft_.version.quotes.push_back(settled->quote);
    return true;
  }

  // A date that ends a cycle to the day, and that no label says anything else of: the days of surveillance
  // audits and of other documents are whole years on, too (ISO/IEC 17021-1:2015, 9.1.3.2 and 9.1.3.3).
  void set_expiry_by_cycle() {
    Ballot ballot;
    for (const Segment& segment : sheet_.segments) {
      if (segment.font_size < kSmallPrint * sheet_.body_size || is_labelled(segment)) continue;
      const double weight = kByCycle * segment.least_confidence;  // one misread digit makes another day
      for (const FoundDate& found : find_dates(segment.text, sheet_.labels, sheet_.orders)) {
        if (found.other || !ends_cycle(found.date)) continue;
        const std::string day = found.date.to_string();
        ballot.add(day, day, quote_of(segment, "expires", segment.text, weight), weight);
      }
    }
    settle(ballot, "expires", false, draft_.version.expires);
  }

  bool ends_cycle(Date end) const {
    const CertificateVersion& version = draft_.version;
    return std::ranges::any_of(std::array{version.issued, version.valid_from, version.first_issued},
                               [&](const auto& start) { return start && is_cycle(*start, end); });
  }

  bool is_labelled(const Segment& segment) const {
    const Neighbours& neighbours = sheet_.neighbours;
    if (neighbours.begins_with_label(segment) || neighbours.label_left_of(segment)) return true;
    const Segment* above = line_above(sheet_.segments, sheet_.index_of(segment));
    if (above != nullptr && neighbours.is_bare_label(*above)) return true;
    return std::ranges::any_of(
        witnesses_, [&](const DateWitness& witness) { return witness.segment == &segment && !witness.weak; });
  }

  // A certificate that prints the day of the decision alone was issued by it: it is never effective before
  // (ISO/IEC 17021-1:2015, 8.2.2 b).
  void set_issued_otherwise() {
    CertificateVersion& version = draft_.version;
    if (set_unlabelled(version.issued) || is_open(draft_, "issued") || !version.decided) return;
    version.issued = version.decided;
    const auto quote = std::ranges::find(version.quotes, "decided", &Quote::field);
    if (quote == version.quotes.end()) return;
    Quote issued = *quote;
    issued.field = "issued";
    issued.confidence *= kByDecision;
    version.quotes.push_back(std::move(issued));
  }

  bool set_unlabelled(std::optional<Date>& into) {
    const CertificateVersion& version = draft_.version;
    Ballot ballot;
    for (const DateWitness& witness : unlabelled_dates(sheet_, witnesses_)) {
      const Date day = witness.found.date;
      const bool before = version.first_issued && day < version.first_issued->plus_days(-62);
      const bool after = version.expires && day >= *version.expires;
      if (!before && !after) vote(ballot, witness);
    }
    return settle(ballot, "issued", false, into);
  }

  // What cannot be true together is left to a person: an expiry on or before the issue, a cycle that is
  // longer than any, a first issue after this one.
  void open_what_contradicts() {
    CertificateVersion& version = draft_.version;
    if (version.expires && (!follows(version.valid_from, *version.expires, kLongestCycleMonths) ||
                            !follows(version.issued, *version.expires, kLongestFromIssue)))
      leave_open("expires", version.expires);
    if (version.first_issued && version.issued && *version.first_issued > version.issued->plus_days(31))
      leave_open("first_issued", version.first_issued);
  }

  static bool follows(const std::optional<Date>& start, Date end, int most_months) {
    return !start || (end > *start && end <= start->plus_months(most_months));
  }

  void leave_open(std::string_view member, std::optional<Date>& date) {
    auto& quotes = draft_.version.quotes;
    const auto quote = std::ranges::find(quotes, member, &Quote::field);
    Ambiguity open{std::string(member), "the dates of the certificate contradict each other", {}};
    if (quote != quotes.end()) {
      open.candidates.push_back({date->to_string(), *quote});
      quotes.erase(quote);
    }
    draft_.ambiguities.push_back(std::move(open));
    date.reset();
  }

  const Sheet& sheet_;
  Draft& draft_;
  std::vector<DateWitness> witnesses_;
};

}  // namespace

void read_dates(const Sheet& sheet, Draft& draft) { DateReader(sheet, draft).read(); }

}  // namespace certreg::reading
