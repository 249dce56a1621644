// The list of services in scope that a certificate itself carries, under a label of its own.
#include <algorithm>
#include <array>

#include "reading/service_entry.h"
#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kMostLines = 500;
constexpr double kWidestGap = 1.5;  // between two lines of one list, in heights of a line
constexpr double kConfidence = 0.9;

struct ListText {
  std::string text;
  const Segment* segment = nullptr;
};

std::string_view bullet_of(std::string_view text) {
  constexpr std::array<std::string_view, 9> kBullets{"•", "‣", "◦", "▪", "●", "- ", "– ", "* ", "· "};
  for (auto bullet : kBullets)
    if (text.starts_with(bullet)) return bullet;
  return {};
}

bool goes_on(const Sheet& sheet, const Segment& before, const Segment* next) {
  if (next == nullptr || sheet.neighbours.begins_with_label(*next)) return false;
  return next->box.y - before.box.y - before.box.height <= kWidestGap * before.box.height;
}

std::vector<ListText> lines_under(const Sheet& sheet, const Anchor& anchor) {
  const auto values = values_of(sheet, anchor);
  if (values.empty()) return {};
  std::vector<ListText> lines{{values.front().text, values.front().segment}};
  while (lines.size() < kMostLines) {
    const Segment& last = *lines.back().segment;
    const auto* next = sheet.neighbours.next_in_block(sheet.index_of(last));
    if (!goes_on(sheet, last, next)) break;
    lines.push_back({next->text, next});
  }
  return lines;
}

// Each bullet with the lines that go on with it.
std::vector<ListText> bullets_in(const std::vector<ListText>& lines) {
  std::vector<ListText> bullets;
  for (const auto& line : lines) {
    const auto bullet = bullet_of(line.text);
    if (!bullet.empty() || bullets.empty())
      bullets.push_back(
          {std::string(trimmed(std::string_view(line.text).substr(bullet.size()))), line.segment});
    else
      bullets.back().text += ' ' + line.text;
  }
  return bullets;
}

// Lines without bullets may be broken anywhere, so only separators tell where a service ends.
std::vector<ListText> parts_of(const std::vector<ListText>& lines) {
  std::string all;
  for (const auto& line : lines) all += (all.empty() ? "" : " ") + line.text;
  if (all.ends_with('.')) all.pop_back();
  const bool has_semicolons = all.find(';') != std::string::npos;
  auto parts = split_list(all, has_semicolons ? ";" : ",");
  if (parts.size() < 2 && lines.size() > 1) return {};
  std::vector<ListText> texts;
  for (auto& part : parts) texts.push_back({std::move(part), lines.front().segment});
  return texts;
}

// False when an entry is no service; the others are still read.
bool add_entries(const std::vector<ListText>& texts, Draft& draft) {
  const ListSpec words;
  auto& items = draft.version.scope_items;
  bool all = true;
  for (const auto& text : texts) {
    auto entry = begins_like_a_name(text.text) ? read_entry(text.text, words) : std::nullopt;
    if (!entry || items.size() >= kMostScopeItems) {
      all = false;
      continue;
    }
    for (const auto& mark : entry->marks) leave_out(entry->item, ScopeExtent::InPart, mark);
    const auto field = "scope_items[" + std::to_string(items.size()) + "]";
    items.push_back(std::move(entry->item));
    draft.version.quotes.push_back(quote_of(*text.segment, field, text.text, kConfidence));
  }
  return all;
}

bool says_complete(const Sheet& sheet) {
  return std::ranges::any_of(sheet.segments, [&](const Segment& segment) {
    return std::ranges::any_of(sheet.labels.phrases(), [&](const Phrase& phrase) {
      return phrase.kind == PhraseKind::ServicesComplete &&
             segment.folded.text.find(phrase.folded) != std::string::npos;
    });
  });
}

bool has_every_page(const Sheet& sheet, const Draft& draft) {
  return sheet.text.whole && draft.version.pages_stated > 0 &&
         draft.version.pages_held == draft.version.pages_stated;
}

// No bullet stands anywhere that was not read.
bool has_every_bullet(const Sheet& sheet, std::size_t read) {
  const auto bullets = std::ranges::count_if(
      sheet.segments, [](const Segment& segment) { return !bullet_of(segment.text).empty(); });
  return static_cast<std::size_t>(bullets) == read;
}

}  // namespace

void read_services(const Sheet& sheet, Draft& draft) {
  bool all = true;
  std::size_t lists = 0, bullets = 0;
  for (const Anchor& anchor : sheet.anchors) {
    if (anchor.field != LabelField::Services) continue;
    const auto lines = lines_under(sheet, anchor);
    if (lines.empty()) continue;
    const bool has_bullets = !bullet_of(lines.front().text).empty();
    const auto texts = has_bullets ? bullets_in(lines) : parts_of(lines);
    const bool are_names = has_bullets || std::ranges::all_of(texts, [](const auto& text) {
                             return begins_like_a_name(text.text) && read_entry(text.text, {});
                           });
    if (!are_names || texts.empty()) return;
    ++lists;
    if (has_bullets) bullets += texts.size();
    all = add_entries(texts, draft) && all;
  }
  draft.version.services_closed = lists == 1 && all && bullets > 0 && has_every_bullet(sheet, bullets) &&
                                  says_complete(sheet) && has_every_page(sheet, draft);
}

}  // namespace certreg::reading
