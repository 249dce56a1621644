#include "reading/named_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/names.h"
#include "reading/name_shape.h"

namespace certreg::reading {
namespace {

// Korean sets its particles behind a name without a blank; with anything else it is a longer, another name.
bool ends_word(std::string_view rest) {
  constexpr std::string_view kParticles[] = {"은", "는", "이", "가", "의", "에", "에서"};
  const std::string_view behind = rest.substr(0, rest.find(' '));
  return behind.empty() || std::ranges::find(kParticles, behind) != std::end(kParticles);
}

// Blanks between letters of Chinese and Japanese come and go with the type.
std::string searched(std::string_view text) { return without_blanks_between_wide(normalise_name(text)); }

}  // namespace

bool contains_words(std::string_view text, std::string_view words) {
  for (auto at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) {
    bool begins = at == 0 || text[at - 1] == ' ';
    bool ends = ends_word(text.substr(at + words.size()));
    if (begins && ends) return true;
  }
  return false;
}

NamedLines::NamedLines(const Sheet& sheet) : sheet_(sheet) {
  for (const Segment& segment : sheet.segments) normalised_.push_back(searched(segment.text));
  for (std::size_t at = 0; at < sheet.segments.size(); ++at) {
    const Segment* next = sheet.neighbours.next_in_block(at);
    if (next == nullptr || next->box.y - sheet.segments[at].box.y > 2 * next->box.height) continue;
    over_two_lines_.push_back({at, searched(fmt::format("{} {}", sheet.segments[at].text, next->text))});
  }
}

const Segment* NamedLines::naming(std::string_view name) const {
  const std::string wanted = searched(name);
  if (wanted.size() < kShortestName) return nullptr;
  for (std::size_t at = 0; at < normalised_.size(); ++at)
    if (contains_words(normalised_[at], wanted)) return &sheet_.segments[at];
  for (const auto& [at, text] : over_two_lines_)
    if (contains_words(text, wanted)) return &sheet_.segments[at];
  return nullptr;
}

const Segment* NamedLines::with_acronym(const std::string& acronym, std::string_view stem) const {
  constexpr std::size_t kTelling = 5;  // letters: of shorter ones only capitals count
  if (ends_in_legal_form("x " + acronym)) return nullptr;
  for (const Segment& segment : sheet_.segments)
    if (contains_words(segment.folded.text, fold_label(acronym)) &&
        (acronym.size() >= kTelling || segment.text.find(acronym) != std::string::npos) &&
        segment.folded.text.find(stem) != std::string::npos)
      return &segment;
  return nullptr;
}

}  // namespace certreg::reading
