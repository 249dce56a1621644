#include "reading/segments.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>

namespace certreg::reading {
namespace {

constexpr std::size_t kMaxSegments = 60'000;
constexpr std::size_t kMaxBytes = 4000;  // of one segment: longer ones are running text, never a field
constexpr double kLetterWidth = 5, kLineHeight = 10, kCellWidth = 200;

constexpr double kOneDisputed = 0.55;  // at most, of a line with such a word: too little for a name

double heading_size(const Line& line) { return line.kind == LineKind::Heading ? 24 - 2 * line.level : 10; }

ReadingMethod method_of(TextOrigin origin) {
  switch (origin) {
    case TextOrigin::TextLayer:
      return ReadingMethod::TextLayer;
    case TextOrigin::Ocr:
      return ReadingMethod::Ocr;
    case TextOrigin::Markup:
      break;
  }
  return ReadingMethod::Markup;
}

// Without the tag of a subset ("ABCDEF+Name").
std::string_view font_name(std::string_view font) {
  constexpr std::size_t kTag = 6;
  return font.size() > kTag + 1 && font[kTag] == '+' ? font.substr(kTag + 1) : font;
}

// The font of most letters: single letters may come from another that has them.
std::string usual_font(const std::vector<Word>& words) {
  std::map<std::string_view, std::size_t> letters;
  for (const Word& word : words) letters[font_name(word.font)] += word.text.size();
  return std::string(
      std::ranges::max_element(letters, {}, [](const auto& entry) { return entry.second; })->first);
}

std::size_t letter_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : (byte < 0xE0 ? 2 : (byte < 0xF0 ? 3 : 4));
}

// "기 업 명 :", "C E R T I F I C A T E": letters that are set apart are one word.
std::string closed_up(std::string text) {
  constexpr std::size_t kLeast = 3;  // letters in a row
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at, letters = 0;
    while (end < text.size() && text[end] != ' ') {
      const std::size_t length = letter_length(text[end]);
      const bool alone = end + length >= text.size() || text[end + length] == ' ';
      if (!alone || (static_cast<unsigned char>(text[end]) < 0x80 && !(text[end] >= 'A' && text[end] <= 'Z')))
        break;
      ++letters;
      end += length;
      if (end < text.size()) ++end;
    }
    if (letters >= kLeast) {
      for (std::size_t letter = at; letter < end; ++letter)
        if (text[letter] != ' ') result += text[letter];
      if (end < text.size()) result += ' ';
      at = end;
      continue;
    }
    const std::size_t blank = std::min(text.find(' ', at), text.size());
    result.append(text, at, blank - at + (blank < text.size() ? 1 : 0));
    at = blank + 1;
  }
  return result;
}

bool is_capital_alone(const Word& word) {
  return word.text.size() == 1 && word.text[0] >= 'A' && word.text[0] <= 'Z';
}

std::vector<double> gaps_between(const std::vector<Word>& words) {
  std::vector<double> gaps;
  for (std::size_t at = 1; at < words.size(); ++at)
    gaps.push_back(std::max(0.0, words[at].box.x - words[at - 1].box.x - words[at - 1].box.width));
  return gaps;
}

double usual_gap(const std::vector<Word>& words) {
  std::vector<double> sorted = gaps_between(words);
  std::ranges::nth_element(sorted, sorted.begin() + std::ssize(sorted) / 2);
  return sorted[sorted.size() / 2];
}

Line part_of(const Line& line, std::size_t begin, std::size_t end) {
  Line part = line;
  part.words.assign(line.words.begin() + static_cast<std::ptrdiff_t>(begin),
                    line.words.begin() + static_cast<std::ptrdiff_t>(end));
  part.box.x = part.words.front().box.x;
  part.box.width = part.words.back().box.x + part.words.back().box.width - part.box.x;
  part.text.clear();
  for (const Word& word : part.words) part.text += (part.text.empty() ? "" : " ") + word.text;
  return part;
}

// "P R E S S  R E L E A S E": where most words are single capitals, the wide gaps part the words.
std::string text_of(const Line& line) {
  constexpr std::ptrdiff_t kLeast = 5;
  constexpr double kWideGap = 2;  // times the usual one
  const auto& words = line.words;
  const auto alone = std::ranges::count_if(words, is_capital_alone);
  if (alone < kLeast || 2 * alone < std::ssize(words)) return line.text;
  const std::vector<double> gaps = gaps_between(words);
  const double usual = usual_gap(words);
  std::string text = words.front().text;
  for (std::size_t at = 1; at < words.size(); ++at)
    text += (gaps[at - 1] > kWideGap * usual ? " " : "") + words[at].text;
  return text;
}

class Cutter {
 public:
  explicit Cutter(const Text& text) : text_(text) {}

  std::vector<Segment> cut() {
    for (std::size_t index = 0; index < text_.pages.size(); ++index) {
      page_index_ = index;
      row_ = 0;
      for (const Line& line : text_.pages[index].lines) cut_line(line);
    }
    return std::move(segments_);
  }

 private:
  void cut_line(const Line& line) {
    ++row_;
    if (!line.words.empty()) return add_positioned(line);
    if (!line.cells.empty()) return add_cells(line);
    add_columns(line);
  }

  // A value that nearly fills its column: the next one begins where its label above does.
  bool begins_below_label(const Line& line, std::size_t word, double gap) const {
    constexpr double kSamePlace = 1.5, kWider = 1.8,
                     kNextLine = 2.5;  // points; times the usual gap; of the height
    const Box &before = line.words[word - 1].box, &begin = line.words[word].box;
    if (begin.x - before.x - before.width < kWider * gap) return false;
    return std::ranges::any_of(text_.pages[page_index_].lines, [&](const Line& other) {
      const double above = line.box.y - other.box.y;
      return above > 0.5 * line.box.height && above < kNextLine * line.box.height &&
             other.box.x > line.box.x && std::abs(other.box.x - begin.x) < kSamePlace;
    });
  }

  void add_positioned(const Line& line) {
    constexpr std::size_t kMostLines = 400;  // of a page: more are a list, whose columns stand apart
    std::size_t first = 0;
    const bool may_cut = line.words.size() > 2 && text_.pages[page_index_].lines.size() < kMostLines;
    const double gap = may_cut ? usual_gap(line.words) : 0;
    for (std::size_t word = 1; may_cut && word < line.words.size(); ++word) {
      if (!begins_below_label(line, word, gap)) continue;
      add_words(part_of(line, first, word));
      first = word;
    }
    add_words(first == 0 ? line : part_of(line, first, line.words.size()));
  }

  void add_words(const Line& line) {
    double size = line.words.front().font_size > 0 ? line.words.front().font_size : line.box.height;
    add(text_of(line), line.box, size, true);
    if (segments_.empty()) return;
    segments_.back().font = usual_font(line.words);
    double sum = 0;
    for (const Word& word : line.words) {
      sum += word.confidence;
      segments_.back().least_confidence = std::min(segments_.back().least_confidence, word.confidence);
    }
    // What two looks read as different things stays so among words that are sure.
    const double mean = sum / static_cast<double>(line.words.size());
    const double least = segments_.back().least_confidence;
    segments_.back().confidence = least <= kDisputed ? std::min(mean, kOneDisputed) : mean;
  }

  void add_cells(const Line& line) {
    for (std::size_t at = 0; at < line.cells.size(); ++at)
      if (!line.cells[at].empty())
        add(line.cells[at], {static_cast<double>(at) * kCellWidth, row_y(), kCellWidth - 10, kLineHeight}, 10,
            false);
  }

  void add_columns(const Line& line) {
    std::string_view rest = line.text;
    std::size_t column = 0;
    while (!rest.empty()) {
      std::size_t end = std::min(rest.find("  "), rest.find('\t'));
      std::string_view piece = rest.substr(0, end);
      if (!piece.empty())
        add(std::string(piece),
            {static_cast<double>(column) * kLetterWidth, row_y(),
             static_cast<double>(piece.size()) * kLetterWidth, kLineHeight},
            heading_size(line), false);
      if (end == std::string_view::npos) return;
      std::size_t next = rest.find_first_not_of(" \t", end);
      if (next == std::string_view::npos) return;
      column += next;
      rest.remove_prefix(next);
    }
  }

  double row_y() const { return static_cast<double>(row_) * (kLineHeight + 2); }

  void add(std::string text, Box box, double size, bool has_position) {
    if (segments_.size() >= kMaxSegments || text.size() > kMaxBytes) return;
    Segment segment;
    text = closed_up(std::move(text));
    // Recognition parts the letters of Chinese and Japanese.
    if (text_.pages[page_index_].origin == TextOrigin::Ocr) text = without_blanks_between_wide(text);
    segment.folded = fold(text);
    segment.text = std::move(text);
    segment.box = box;
    segment.font_size = size;
    segment.has_position = has_position;
    segment.page = text_.pages[page_index_].width > 0 ? text_.pages[page_index_].number : 0;
    segment.page_index = page_index_;
    segment.origin = text_.pages[page_index_].origin;
    segments_.push_back(std::move(segment));
  }

  const Text& text_;
  std::vector<Segment> segments_;
  std::size_t page_index_ = 0, row_ = 0;
};

constexpr double kMuchSmaller = 0.65;  // of the font size
constexpr double kCovered = 0.3;       // of the smaller box
constexpr std::size_t kNear = 40;      // segments before and after that can overlap
constexpr std::size_t kMostMarkedPages = 30;

bool covers(const Box& large, const Box& small) {
  double width = std::min(large.x + large.width, small.x + small.width) - std::max(large.x, small.x);
  double height = std::min(large.y + large.height, small.y + small.height) - std::max(large.y, small.y);
  return width > 0 && height > 0 && width * height > kCovered * small.width * small.height;
}

// Large type that other words are printed over.
bool is_watermark(const std::vector<Segment>& segments, std::size_t at) {
  const Segment& large = segments[at];
  if (!large.has_position) return false;
  for (std::size_t other = at < kNear ? 0 : at - kNear; other < std::min(segments.size(), at + kNear);
       ++other) {
    const Segment& small = segments[other];
    if (small.page_index != large.page_index || small.font_size > kMuchSmaller * large.font_size) continue;
    if (small.text.size() > 3 && covers(large.box, small.box)) return true;
  }
  return false;
}

// "S U S P E N D E D" set askew over a page comes as single letters in large type: they are one mark.
std::optional<Segment> mark_of_letters(std::vector<Segment>& segments, std::size_t page) {
  constexpr std::size_t kLeast = 5, kMostInOne = 3;  // letters in all; letters and blanks of a piece
  std::vector<double> sizes;
  for (const Segment& segment : segments)
    if (segment.page_index == page && segment.has_position) sizes.push_back(segment.font_size);
  if (sizes.empty()) return std::nullopt;
  std::ranges::nth_element(sizes, sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2));
  const double usual = sizes[sizes.size() / 2];
  const auto is_letter = [&](const Segment& segment) {
    return segment.page_index == page && segment.has_position && segment.font_size > 2 * usual &&
           segment.text.size() <= kMostInOne && std::ranges::all_of(segment.text, [](char sign) {
             return (sign >= 'A' && sign <= 'Z') || sign == ' ';
           });
  };
  std::vector<Segment> letters;
  std::ranges::copy_if(segments, std::back_inserter(letters), is_letter);
  if (letters.size() < kLeast) return std::nullopt;
  std::erase_if(segments, is_letter);
  std::ranges::stable_sort(letters, {}, [](const Segment& letter) { return letter.box.x; });
  Segment mark = letters.front();
  mark.text.clear();
  for (const Segment& letter : letters)
    for (char sign : letter.text)
      if (sign != ' ') mark.text += sign;
  mark.folded = fold(mark.text);
  return mark;
}

// Of a mark that comes in pieces, those that no words lie under.
void mark_pieces(const std::vector<Segment>& segments, std::vector<bool>& marks) {
  constexpr std::size_t kLongestPiece = 4;  // bytes
  constexpr double kSameSize = 0.01;        // of the size
  for (std::size_t piece = 0; piece < segments.size(); ++piece) {
    if (marks[piece] || segments[piece].text.size() > kLongestPiece) continue;
    for (std::size_t other = piece < kNear ? 0 : piece - kNear;
         other < std::min(segments.size(), piece + kNear) && !marks[piece]; ++other)
      marks[piece] = marks[other] && segments[other].page_index == segments[piece].page_index &&
                     std::abs(segments[other].font_size - segments[piece].font_size) <=
                         kSameSize * segments[other].font_size;
  }
}

std::vector<Segment> without_watermarks(std::vector<Segment> segments, std::vector<Segment>& watermarks) {
  std::vector<bool> marks(segments.size());
  for (std::size_t at = 0; at < segments.size(); ++at) marks[at] = is_watermark(segments, at);
  mark_pieces(segments, marks);
  std::size_t kept = 0;
  for (std::size_t at = 0; at < segments.size(); ++at) {
    if (marks[at]) {
      watermarks.push_back(std::move(segments[at]));
      continue;
    }
    if (kept != at) segments[kept] = std::move(segments[at]);
    ++kept;
  }
  segments.resize(kept);
  const std::size_t pages = segments.empty() ? 0 : segments.back().page_index + 1;
  for (std::size_t page = 0; page < std::min(pages, kMostMarkedPages); ++page)
    if (auto mark = mark_of_letters(segments, page)) watermarks.push_back(std::move(*mark));
  return segments;
}

}  // namespace

std::vector<Segment> segments_of(const Text& text, std::vector<Segment>& watermarks) {
  return without_watermarks(Cutter(text).cut(), watermarks);
}

bool similar_size(const Segment& one, const Segment& other) {
  constexpr double kSame = 0.06, kSameInPicture = 0.3;  // of the larger
  const double larger = std::max(one.font_size, other.font_size);
  const bool picture = one.origin == TextOrigin::Ocr || other.origin == TextOrigin::Ocr;
  return std::abs(one.font_size - other.font_size) <= (picture ? kSameInPicture : kSame) * larger;
}

bool same_type(const Segment& one, const Segment& other) {
  return similar_size(one, other) && one.font == other.font;
}

Quote quote_of(const Segment& segment, std::string field, std::string words, double confidence) {
  Quote quote;
  quote.field = std::move(field);
  quote.text = std::move(words);
  quote.page = segment.page;
  if (segment.has_position) quote.box = segment.box;
  quote.method = method_of(segment.origin);
  quote.confidence = confidence;
  return quote;
}

}  // namespace certreg::reading
