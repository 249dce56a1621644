// Words with boxes: a line of input is "x y size words", as in drawings.
#include <charconv>
#include <sstream>
#include <string>

#include "documents/worker/lines.h"
#include "fuzz/fuzz.h"

using namespace certreg;

namespace {

constexpr double kLetterWidth = 0.5, kFarthest = 20'000;

double bounded(double value) { return value >= -kFarthest && value <= kFarthest ? value : 0; }

std::vector<reading::Word> words_in(std::string_view text) {
  std::vector<reading::Word> words;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream parts(line);
    double x = 0, y = 0, size = 0;
    if (!(parts >> x >> y >> size)) continue;
    x = bounded(x), size = bounded(size);
    for (std::string word; parts >> word;) {
      const double width = static_cast<double>(word.size()) * size * kLetterWidth;
      words.push_back({word, {x, bounded(y) - size, width, size}, size});
      x += width + size * kLetterWidth / 2;
    }
  }
  return words;
}

std::size_t words_of(const std::vector<reading::Line>& lines) {
  std::size_t count = 0;
  for (const reading::Line& line : lines) count += line.words.size();
  return count;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<reading::Word> words = words_in(fuzz::text_of(data, size));
  reading::Text text;
  text.pages.push_back({1, 595, 842, worker::lines_of(words), reading::TextOrigin::TextLayer});
  fuzz::require(words_of(text.pages.front().lines) == words.size(), "no word is lost or doubled");
  fuzz::check_lines(text);
  fuzz::check_fields(text);
  return 0;
}
