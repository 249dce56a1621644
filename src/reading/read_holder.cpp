#include <algorithm>
#include <cmath>

#include "certreg/domain/names.h"
#include "reading/sheet.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongestName = 200, kMostWords = 20;
constexpr double kUncertain = 0.5, kInferred = 0.8;

bool has_legal_form(const std::string& name) { return name_without_legal_form(name) != normalise_name(name); }

bool has_digit(const std::string& text) {
  return std::ranges::any_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

bool begins_in_lower_case(const std::string& text) {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z';
}

std::string trimmed(std::string text) {
  while (!text.empty() &&
         (text.back() == ' ' || text.back() == ',' || text.back() == '*' || text.back() == ':'))
    text.pop_back();
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  return text;
}

// Of "the Information Security Management System of X" the name is X; of running text there is none.
std::string name_in(std::string text, const Sheet& sheet) {
  for (std::string_view before :
       {"anagement system of ", "anagement System of ", "anagement System Of ", "ANAGEMENT SYSTEM OF "})
    if (auto at = text.find(before); at != std::string::npos) text.erase(0, at + before.size());
  text = trimmed(std::move(text));
  auto words = 1 + std::ranges::count(text, ' ');
  bool refused = !is_clean_text(text, kLongestName) || begins_in_lower_case(text) || text.size() < 2 ||
                 static_cast<std::size_t>(words) > kMostWords || text.ends_with(" of") ||
                 !find_standards(text, sheet.reference).empty() ||
                 !find_dates(text, sheet.labels, sheet.orders).empty();
  return refused ? std::string() : text;
}

bool same_size(const Segment& one, const Segment& other) {
  return std::abs(one.font_size - other.font_size) < 0.4;
}

struct Name {
  std::string text;
  double confidence = 1;
};

class Continuation {
 public:
  Continuation(const Sheet& sheet, const Segment& first) : sheet_(sheet), first_(first) {}

  // A name that goes on in the next line: known by a legal form that only the whole has, or by its size of
  // type.
  Name complete(const std::string& name) const {
    const Segment* next = follower(first_);
    if (next == nullptr || has_legal_form(name)) return {name, 1};
    std::string joined = name + " " + trimmed(next->text);
    if (has_digit(next->text)) return {name, 1};
    if (has_legal_form(joined)) return {joined, kInferred};
    const Segment* third = follower(*next);
    if (first_.has_position && third == nullptr && first_.font_size > 12) return {joined, kInferred};
    return {name, kUncertain};
  }

 private:
  // The next line when it is set like this one, close below it and no label.
  const Segment* follower(const Segment& segment) const {
    const Segment* next =
        sheet_.neighbours.next_in_block(static_cast<std::size_t>(&segment - sheet_.segments.data()));
    if (next == nullptr || !same_size(segment, *next)) return nullptr;
    if (sheet_.neighbours.begins_with_label(*next) || begins_in_lower_case(next->text)) return nullptr;
    double gap = next->box.y - segment.box.y - segment.box.height;
    return gap < 0.9 * segment.box.height ? next : nullptr;
  }

  const Sheet& sheet_;
  const Segment& first_;
};

void collect(const Sheet& sheet, const Anchor& anchor, std::vector<TextCandidate>& candidates) {
  for (const Value& value : values_of(sheet, anchor)) {
    std::string name = name_in(value.text, sheet);
    if (name.empty()) continue;
    Name whole = Continuation(sheet, *value.segment).complete(name);
    Quote quote = quote_of(*value.segment, "holder", whole.text, whole.confidence);
    candidates.push_back(
        {whole.text, normalise_name(whole.text), std::move(quote), !anchor.phrase || anchor.weak});
    return;
  }
}

}  // namespace

void read_holder(const Sheet& sheet, Draft& draft) {
  std::vector<TextCandidate> candidates;
  for (const Anchor& anchor : sheet.anchors)
    if (anchor.field == LabelField::Holder) collect(sheet, anchor, candidates);
  auto settled =
      settle(std::move(candidates), "holder", "several names stand where the holder's name stands", draft);
  if (!settled) return;
  draft.version.holders.push_back({settled->value, "main", "", "", "", "", ""});
  draft.version.quotes.push_back(settled->quote);
}

}  // namespace certreg::reading
