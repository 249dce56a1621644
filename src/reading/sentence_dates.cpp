#include "reading/sentence_dates.h"

#include <algorithm>

#include "reading/guessed_labels.h"

namespace certreg::reading {
namespace {

constexpr double kSaid = 0.8, kSaidAsRange = 0.86;
constexpr double kSmallPrint = 0.85;         // of the body's size
constexpr std::size_t kLongestContext = 64;  // bytes before a date
constexpr std::size_t kLongestBetween = 26;  // between the two ends of a range

std::string_view last_sentence(std::string_view text) {
  for (std::string_view end : {". ", "; ", "。"})
    if (auto at = text.rfind(end); at != std::string_view::npos) text.remove_prefix(at + end.size());
  if (text.size() <= kLongestContext) return text;
  text.remove_prefix(text.size() - kLongestContext);
  const auto blank = text.find(' ');
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

class SentenceReader {
 public:
  SentenceReader(const Sheet& sheet, const DateOrders& orders, const std::vector<DateWitness>& known)
      : sheet_(sheet), orders_(orders), known_(known) {}

  std::vector<DateWitness> read() {
    for (std::size_t at = 0; at < sheet_.segments.size(); ++at) read_line(at);
    return std::move(witnesses_);
  }

 private:
  void read_line(std::size_t at) {
    const Segment& segment = sheet_.segments[at];
    if (segment.font_size < kSmallPrint * sheet_.body_size) return;
    if (sheet_.neighbours.label_left_of(segment) == LabelField::Soa) return;
    // A date may be broken over two lines.
    const Segment* next = close_below(at);
    const std::string text = next == nullptr ? segment.text : segment.text + " " + next->text;
    const std::vector<FoundDate> dates = dates_in(segment.text, text);
    const std::string before = words_above(at);
    std::size_t end = 0;
    for (std::size_t index = 0; index < dates.size() && dates[index].begin < segment.text.size(); ++index) {
      const std::string context =
          before_date(before, std::string_view(text).substr(end, dates[index].begin - end), end == 0);
      if (index + 1 < dates.size() && is_range(dates[index], dates[index + 1]) &&
          !is_known(segment, dates[index]) && is_validity(context, around(text, dates[index + 1])) &&
          !has_own_words(context, std::string_view(text).substr(dates[index].end,
                                                                dates[index + 1].begin - dates[index].end))) {
        add(LabelField::ValidFrom, dates[index], segment, text, kSaidAsRange);
        add(LabelField::Expires, dates[index + 1], segment, text, kSaidAsRange);
        end = dates[++index].end;
        continue;
      }
      end = dates[index].end;
      if (is_followed_by_issue(text, dates[index]) && !is_known(segment, dates[index])) {
        add(LabelField::Issued, dates[index], segment, text, kSaid);
        continue;
      }
      if (context.empty() || says_soa(context) || is_known(segment, dates[index])) continue;
      const auto field = field_said(sheet_.labels.roles_in(fold_label(context)));
      if (field && *field != LabelField::Other && *field != LabelField::Validity)
        add(*field, dates[index], segment, text, kSaid);
    }
  }

  // "2025年6月24日（令和7年）発行"
  bool is_followed_by_issue(std::string_view text, const FoundDate& date) const {
    constexpr std::size_t kLongest = 12;  // bytes: four characters of East Asia
    std::string_view after = text.substr(date.end);
    if (after.starts_with("（"))
      if (const auto close = after.find("）"); close != after.npos) after.remove_prefix(close + 3);
    return !after.empty() && after.size() <= kLongest && static_cast<unsigned char>(after.front()) >= 0xE3 &&
           sheet_.labels.roles_in(fold_label(after)).has(LabelRole::Issued);
  }

  // Those of the line itself, and one that only the next line completes.
  std::vector<FoundDate> dates_in(const std::string& line, const std::string& with_next) const {
    std::vector<FoundDate> dates = find_dates(line, sheet_.labels, orders_);
    if (with_next.size() == line.size()) return dates;
    const std::size_t end = dates.empty() ? 0 : dates.back().end;
    for (const FoundDate& date : find_dates(with_next, sheet_.labels, orders_))
      if (date.begin >= end) dates.push_back(date);
    return dates;
  }

  // "Certificate AB-114, version 8 of 22 September 2025" is of the certificate's own version.
  static std::optional<LabelField> field_said(LabelRoles roles) {
    if (const auto field = dated_field(roles)) return field;
    const bool own_version = roles.has(LabelRole::Version) && roles.has(LabelRole::Certificate);
    return own_version ? std::optional(LabelField::Issued) : std::nullopt;
  }

  // Not what the sentence goes on to say.
  static std::string_view around(std::string_view text, const FoundDate& last) {
    constexpr std::size_t kBehind = 24;  // bytes
    return text.substr(0, last.end + kBehind);
  }

  static std::string before_date(const std::string& above, std::string_view between, bool first) {
    const std::string whole = first ? above + " " + std::string(between) : std::string(between);
    return std::string(last_sentence(whole));
  }

  static bool is_range(const FoundDate& from, const FoundDate& until) {
    return until.begin - from.end <= kLongestBetween && from.date < until.date;
  }

  bool is_validity(std::string_view context, std::string_view line) const {
    for (std::string_view text : {context, line}) {
      const LabelRoles roles = sheet_.labels.roles_in(fold_label(text));
      if (roles.has(LabelRole::Other) || roles.has(LabelRole::Audit)) return false;
      if (roles.has(LabelRole::Expires) || roles.has(LabelRole::From)) return true;
    }
    return false;
  }

  // "was issued on ... and is valid until ...": each of the two days has words of its own.
  bool has_own_words(std::string_view context, std::string_view between) const {
    const LabelRoles before = sheet_.labels.roles_in(fold_label(context));
    const LabelRoles after = sheet_.labels.roles_in(fold_label(between));
    constexpr std::size_t kLongestLink = 8;  // "to the"
    return before.has(LabelRole::Issued) && !before.has(LabelRole::From) && !before.has(LabelRole::Expires) &&
           after.has(LabelRole::Expires) && between.size() > kLongestLink;
  }

  bool says_soa(std::string_view context) const {
    const std::string folded = fold_label(context);
    for (const Label& label : sheet_.labels.labels())
      if (label.field == LabelField::Soa && label.folded.size() > 2 &&
          folded.find(label.folded) != std::string::npos)
        return true;
    return false;
  }

  bool is_known(const Segment& segment, const FoundDate& date) const {
    return std::ranges::any_of(known_, [&](const DateWitness& witness) {
      return witness.segment == &segment && witness.found.date == date.date;
    });
  }

  const Segment* close_below(std::size_t at) const {
    const Segment& segment = sheet_.segments[at];
    const Segment* next = sheet_.neighbours.next_in_block(at);
    if (next == nullptr || !similar_size(*next, segment)) return nullptr;
    return next->box.y - segment.box.y - segment.box.height < 0.7 * segment.box.height ? next : nullptr;
  }

  std::string words_above(std::size_t at) const {
    constexpr double kSameParagraph = 0.7;  // of the height
    const Segment& segment = sheet_.segments[at];
    const Segment* above = line_above(sheet_.segments, at);
    if (above == nullptr || !same_type(*above, segment)) return {};
    const double gap = segment.box.y - above->box.y - above->box.height;
    if (gap >= kSameParagraph * segment.box.height) return {};
    const std::vector<FoundDate> dates = find_dates(above->text, sheet_.labels, orders_);
    return dates.empty() ? above->text : above->text.substr(dates.back().end);
  }

  void add(LabelField field, const FoundDate& found, const Segment& segment, const std::string& words,
           double weight) {
    weight *= segment.least_confidence;  // one misread digit makes another day
    witnesses_.push_back({field, found, quote_of(segment, std::string(member_of(field)), words, weight),
                          &segment, weight, false});
  }

  const Sheet& sheet_;
  const DateOrders& orders_;
  const std::vector<DateWitness>& known_;
  std::vector<DateWitness> witnesses_;
};

}  // namespace

std::vector<DateWitness> sentence_dates(const Sheet& sheet, const DateOrders& orders,
                                        const std::vector<DateWitness>& known) {
  return SentenceReader(sheet, orders, known).read();
}

}  // namespace certreg::reading
