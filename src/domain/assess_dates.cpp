#include <fmt/format.h>

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
  std::string who;

  const CertificateVersion& version() const { return certificate.version(); }
  Date on() const { return facts.question.on; }
};

bool lies_in(const std::optional<Gap>& gap, Date on) { return gap && gap->from <= on && on <= gap->until; }

void add_lapse(const Life& life, const Gap& gap, Reasons& reasons) {
  reasons.add(Code::LapsedThen,
              fmt::format("{} had lapsed from {} to {}, between two cycles.", life.who, gap.from.to_string(),
                          gap.until.to_string()),
              gap.until);
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
    reasons.add(Code::NotYetValid,
                fmt::format("{} starts on {}; no issue before it is held.", life.who, start->to_string()),
                start);
  } else if (!start && end && life.on() < end->plus_months(-kLongestCycleMonths)) {
    const auto earliest = end->plus_months(-kLongestCycleMonths);
    reasons.add(Code::NotYetValid,
                fmt::format("{} ends on {} and a cycle is three years, so it had not begun.", life.who,
                            end->to_string()),
                earliest);
  }
}

std::string_view word_of(CertificateStatus status) {
  return status == CertificateStatus::Withdrawn ? "withdrawn" : "suspended";
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
    const auto code = status.status == CertificateStatus::Withdrawn ? Code::Withdrawn : Code::Suspended;
    const auto until = status.until ? " until " + status.until->to_string() : std::string();
    const auto said_by = status.said_by.empty() ? std::string() : " (" + status.said_by + ")";
    reasons.add(code,
                fmt::format("{} is {} from {}{}{}.", life.who, word_of(status.status),
                            status.from.to_string(), until, said_by),
                status.from);
  }
}

void note_restoration(const Life& life, Reasons& reasons) {
  const auto limit = restorable_until(*life.certificate.record, life.version(), life.facts.reference);
  if (!limit || life.on() > *limit) return;
  reasons.add(Code::RestorableUntil,
              fmt::format("The issuing body may restore it until {}; it is not in force until it does.",
                          limit->to_string()),
              limit);
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
    reasons.add(
        Code::NotYetRenewed,
        fmt::format("{} ends on {}; whether it will be renewed is not known.", life.who, end.to_string()),
        end);
  } else {
    reasons.add(Code::Expired, fmt::format("{} expired; {} was its last day.", life.who, end.to_string()),
                end);
    note_restoration(life, reasons);
  }
}

void judge_end(const Life& life, Reasons& reasons) {
  const auto end = own_end(life.version());
  const auto found = found_expired_on(*life.certificate.record, life.version());
  if (end && life.on() > *end) {
    judge_past_end(life, *end, reasons);
  } else if (found && *found <= life.on()) {
    reasons.add(Code::Expired,
                fmt::format("{} was found expired in a register on {}.", life.who, found->to_string()),
                found);
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
  const auto who = fmt::format("The {} certificate that it extends",
                               standard_name(facts.reference, parent.version().standard));
  if (parent_life(facts) == ParentLife::NextIssueUnknown) {
    const auto end = own_end(parent.version());
    Reasons open(Topic::Dates, parent.version());
    open.add(Code::NotYetRenewed,
             fmt::format("{} ends on {}; its next issue is not known.", who, end->to_string()), end);
    reasons.take(std::move(open));
    return;
  }
  auto adverse = adverse_reasons({facts, parent, who});
  if (!own_end(parent.version()))
    adverse.add(Code::NoExpiryPrinted, fmt::format("{} prints no expiry.", who));
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
    reasons.add(Code::Expiring,
                fmt::format("{} days are left until {}.", days_between(on, *end), end->to_string()), end);
  }
  if (version.expiry_kind == ExpiryKind::RecertificationDue && is_near(version.expires)) {
    reasons.add(Code::RecertificationDue,
                fmt::format("Recertification is due on {}.", version.expires->to_string()), version.expires);
  }
  const auto window = surveillance_window(version, on);
  if (window && window->from <= on) {
    reasons.add(
        Code::SurveillanceWindow,
        fmt::format(
            "Computed: a surveillance audit falls between {} and {}; the certificate does not print it.",
            window->from.to_string(), window->until.to_string()),
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
  auto reasons = adverse_reasons({facts, facts.certificate, "The certificate"});
  if (!own_end(facts.version()) && !(facts.parent && own_end(facts.parent->version()))) {
    reasons.add(Code::NoExpiryPrinted, "Nothing that we hold says when the certificate ends.");
  }
  if (facts.parent) judge_parent(facts, reasons);
  if (reasons.empty()) {
    const auto end = own_end(facts.version());
    const auto until = end ? end->to_string() : own_end(facts.parent->version())->to_string();
    reasons.add(Code::InForce,
                fmt::format("The certificate is in force on {}; its last day is {}.",
                            facts.question.on.to_string(), until),
                end);
    add_warnings(facts, reasons);
  }
  return std::move(reasons).answer();
}

}  // namespace certreg
