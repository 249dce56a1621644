#include <algorithm>
#include <cmath>

#include "reading/sheet.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kMostLines = 60;
constexpr double kConfidence = 0.9;
constexpr std::size_t kShortest = 12;  // bytes; below, it is "see annex" or a heading

struct Block {
  std::string text;
  const Segment* first = nullptr;
  Box box;
  std::string language;
};

void add_line(Block& block, const Segment& line) {
  bool wide = !block.text.empty() && static_cast<unsigned char>(block.text.back()) >= 0x80 &&
              !line.text.empty() && static_cast<unsigned char>(line.text.front()) >= 0xE3;
  if (!block.text.empty() && !wide) block.text += ' ';
  block.text += line.text;
  if (block.first == nullptr) {
    block.first = &line;
    block.box = line.box;
    return;
  }
  double right = std::max(block.box.x + block.box.width, line.box.x + line.box.width);
  block.box.x = std::min(block.box.x, line.box.x);
  block.box.width = right - block.box.x;
  block.box.height = line.box.y + line.box.height - block.box.y;
}

bool belongs(const Segment& before, const Segment& next, const Sheet& sheet) {
  if (sheet.neighbours.begins_with_label(next) || std::abs(next.font_size - before.font_size) > 0.6)
    return false;
  double gap = next.box.y - before.box.y - before.box.height;
  return gap <= 1.3 * before.box.height;
}

Block block_from(const Sheet& sheet, const Segment& first, std::string_view words) {
  Block block;
  Segment start = first;
  start.text = words;
  add_line(block, start);
  block.first = &first;
  const Segment* line = &first;
  for (std::size_t count = 0; count < kMostLines; ++count) {
    const Segment* next =
        sheet.neighbours.next_in_block(static_cast<std::size_t>(line - sheet.segments.data()));
    if (next == nullptr || !belongs(*line, *next, sheet)) break;
    add_line(block, *next);
    line = next;
  }
  return block;
}

std::optional<Block> block_of(const Sheet& sheet, const Anchor& anchor) {
  std::vector<Value> values = values_of(sheet, anchor);
  if (values.empty()) return std::nullopt;
  Block block = block_from(sheet, *values.front().segment, values.front().text);
  if (block.text.size() < kShortest) return std::nullopt;
  return block;
}

}  // namespace

void read_scope(const Sheet& sheet, Draft& draft) {
  std::vector<TextCandidate> candidates;
  for (const Anchor& anchor : sheet.anchors) {
    if (anchor.field != LabelField::Scope) continue;
    auto block = block_of(sheet, anchor);
    if (!block) continue;
    Quote quote = quote_of(*block->first, "scope", block->text, kConfidence);
    if (quote.box) quote.box = block->box;
    candidates.push_back({block->text, fold_label(block->text), std::move(quote), anchor.weak});
  }
  // The scope of the first page is the certificate's; annexes give the sites' own.
  std::erase_if(candidates, [&](const TextCandidate& other) {
    return other.quote.page != candidates.front().quote.page;
  });
  auto settled =
      settle(std::move(candidates), "scope", "several texts stand beside labels of the scope", draft);
  if (!settled) return;
  draft.version.scope = settled->value;
  draft.version.scope_language = sheet.text.language;
  draft.version.quotes.push_back(settled->quote);
}

}  // namespace certreg::reading
