#include <algorithm>

#include "certreg/domain/lifecycle.h"
#include "domain/assessment.h"
#include "domain/scope_items.h"

namespace certreg {
namespace {

// ISO/IEC 17021-1:2015, 9.1.3.2: a cycle is three years; a timely recertification may lengthen it by some
// months.
constexpr int kLongestCycleMonths = 42;

// One certificate, the asked one or its parent, on the asked day. `who` begins a sentence.
struct Life {
  const Case& facts;
  const Issued& certificate;
  Sentence who;

  const CertificateVersion& version() const { return certificate.version(); }
  Date on() const { return facts.question.on; }
};

bool lies_in(const std::optional<Gap>& gap, Date on) { return gap && gap->from <= on && on <= gap->until; }

void add_lapse(const Life& life, const Gap& gap, Reasons& reasons) {
  reasons.add(Code::LapsedThen, say("lapsed_then", life.who, gap.from, gap.until), gap.until);
}

void judge_start(const Life& life, Reasons& reasons) {
  const auto start = start_of(life.version());
  const auto end = own_end(life.version());
  if (start && life.on() < *start) {
    const auto gap = lapse_of(life.version());
    if (lies_in(gap, life.on())) {
      add_lapse(life, *gap, reasons);
      return;
    }
    reasons.add(Code::NotYetValid, say("not_yet_valid", life.who, *start), start);
  } else if (!start && end && life.on() < end->plus_months(-kLongestCycleMonths)) {
    const auto earliest = end->plus_months(-kLongestCycleMonths);
    reasons.add(Code::NotYetValid, say("not_yet_valid.cycle", life.who, *end), earliest);
  }
}

void judge_status(const Life& life, Reasons& reasons) {
  const auto& facts = life.facts;
  const auto& items = facts.version().scope_items;
  auto services = with_listed_names(items, facts.services, facts.naming);
  const auto families = families_of(items, facts.services, facts.naming);
  services.insert(services.end(), families.begin(), families.end());
  const PlaceNames places(facts.version(), facts.supplier, facts.reference);
  const AskedPart asked{facts.question.site, services, facts.naming, places};
  for (const auto& status : adverse_statuses(*life.certificate.record, life.on(), asked)) {
    const bool withdrawn = status.status == CertificateStatus::Withdrawn;
    const auto until = status.until ? say("word.until", *status.until) : Sentence();
    const auto said_by = status.said_by.empty() ? Sentence() : say("word.bracketed", status.said_by);
    reasons.add(withdrawn ? Code::Withdrawn : Code::Suspended,
                say(withdrawn ? SentenceId("withdrawn") : SentenceId("suspended"), life.who, status.from,
                    until, said_by),
                status.from);
  }
}

void note_restoration(const Life& life, Reasons& reasons) {
  const auto limit = restorable_until(*life.certificate.record, life.version(), life.facts.reference);
  if (!limit || life.on() > *limit) return;
  reasons.add(Code::RestorableUntil, say("restorable_until", *limit), limit);
}

// The gap between this issue and the next that we hold; none when the next shows a cycle between them.
std::optional<Gap> gap_to_next(const Life& life) {
  const auto* next = life.certificate.issue.next;
  if (next == nullptr || (next->previous_expiry && *next->previous_expiry >= life.on())) return std::nullopt;
  return Gap{own_end(life.version())->plus_days(1), start_of(*next)->plus_days(-1)};
}

void judge_past_end(const Life& life, Date end, Reasons& reasons) {
  const auto gap = gap_to_next(life);
  if (lies_in(gap, life.on())) {
    add_lapse(life, *gap, reasons);
  } else if (end >= life.facts.question.today) {
    reasons.add(Code::NotYetRenewed, say("not_yet_renewed", life.who, end), end);
  } else {
    reasons.add(Code::Expired, say("expired", life.who, end), end);
    note_restoration(life, reasons);
  }
}

void judge_end(const Life& life, Reasons& reasons) {
  const auto end = own_end(life.version());
  const auto found = found_expired_on(*life.certificate.record, life.version());
  if (end && life.on() > *end) {
    judge_past_end(life, *end, reasons);
  } else if (found && *found <= life.on()) {
    reasons.add(Code::Expired, say("expired.register", life.who, *found), found);
  }
}

Reasons adverse_reasons(const Life& life) {
  Reasons reasons(Topic::Dates, life.version());
  judge_start(life, reasons);
  judge_status(life, reasons);
  judge_end(life, reasons);
  for (const auto& contradiction : date_contradictions(life.version())) {
    reasons.add(Code::DatesContradict, contradiction);
  }
  return reasons;
}

// The parent's own life, which the extension shares.
void judge_parent(const Case& facts, Reasons& reasons) {
  const auto& parent = *facts.parent;
  const auto who = say("word.parent", standard_name(facts.reference, parent.version().standard));
  if (parent_life(facts) == ParentLife::NextIssueUnknown) {
    const auto end = own_end(parent.version());
    Reasons open(Topic::Dates, parent.version());
    open.add(Code::NotYetRenewed, say("not_yet_renewed.next_issue", who, *end), end);
    reasons.take(std::move(open));
    return;
  }
  auto adverse = adverse_reasons({facts, parent, who});
  if (!own_end(parent.version())) adverse.add(Code::NoExpiryPrinted, say("no_expiry_printed.parent", who));
  reasons.take(std::move(adverse));
}

void add_warnings(const Case& facts, Reasons& reasons) {
  const auto on = facts.question.on;
  const auto& version = facts.version();
  const auto is_near = [&](std::optional<Date> day) {
    return day && on <= *day && days_between(on, *day) <= facts.question.expiring_within_days;
  };
  const auto end = effective_end_of(facts);
  if (is_near(end)) {
    reasons.add(Code::Expiring, say("expiring", days_between(on, *end), *end), end);
  }
  if (version.expiry_kind == ExpiryKind::RecertificationDue && is_near(version.expires)) {
    reasons.add(Code::RecertificationDue, say("recertification_due", *version.expires), version.expires);
  }
  const auto window = surveillance_window(version, on);
  if (window && window->from <= on) {
    reasons.add(Code::SurveillanceWindow, say("surveillance_window", window->from, window->until),
                window->until);
  }
}

}  // namespace

std::optional<Date> effective_end_of(const Case& facts) {
  const auto own = effective_end(*facts.certificate.record, facts.version(), facts.reference);
  if (!facts.parent) return own;
  const auto parent = effective_end(*facts.parent->record, facts.parent->version(), facts.reference);
  if (!own || !parent) return own ? own : parent;
  return std::min(*own, *parent);
}

Answer assess_dates(const Case& facts) {
  auto reasons = adverse_reasons({facts, facts.certificate, say("word.certificate")});
  if (!own_end(facts.version()) && !(facts.parent && own_end(facts.parent->version()))) {
    reasons.add(Code::NoExpiryPrinted, say("no_expiry_printed"));
  }
  if (facts.parent) judge_parent(facts, reasons);
  if (reasons.empty()) {
    const auto end = own_end(facts.version());
    const auto until = end ? *end : *own_end(facts.parent->version());
    reasons.add(Code::InForce, say("in_force", facts.question.on, until), end);
    add_warnings(facts, reasons);
  }
  return std::move(reasons).answer();
}

}  // namespace certreg
