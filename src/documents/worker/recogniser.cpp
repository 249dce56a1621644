// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/recogniser.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

#include "documents/worker/letters.h"

namespace certreg::worker {
namespace {

using reading::Word;

constexpr double kLeastConfidence = 0.1;     // below, it is a picture that was taken for letters
constexpr double kLeastOfPunctuation = 0.6;  // strokes of frames and logos come as dashes and bars
constexpr float kLeastRow = 0.6F;            // of the height of a word in it
constexpr float kMostRow = 2.4F;             // of one with letters: "no" has half the height of its row
constexpr int kMostLine = 3;                 // of East Asian characters: a stroke such as "one" is low
constexpr double kSizeOfLetters = 1.3;       // from the height of capitals to that of a row
constexpr std::array kFolders{"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tessdata",
                              "/usr/local/share/tessdata"};

std::string joined(const std::vector<std::string>& languages) {
  std::string all;
  for (const auto& language : languages) {
    if (!all.empty()) all += '+';
    all += language;
  }
  return all;
}

// Frames and pictures come as words of one blank.
bool is_noise(const Word& word) {
  return word.text.find_first_not_of(' ') == std::string::npos || word.confidence < kLeastConfidence ||
         (letters_in(word.text) == 0 && word.confidence < kLeastOfPunctuation);
}

tesseract::PageSegMode mode_of(Layout layout) {
  switch (layout) {
    case Layout::Page:
      return tesseract::PSM_AUTO;
    case Layout::Column:
      return tesseract::PSM_SINGLE_COLUMN;
    case Layout::Scattered:
      return tesseract::PSM_SPARSE_TEXT;
  }
  return tesseract::PSM_AUTO;
}

// From U+3000 on: characters without ascenders and descenders, by which tesseract judges a row.
bool has_east_asian(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xE3; });
}

class WordReader {
 public:
  WordReader(const tesseract::ResultIterator& at, double dpi) : at_(at), points_(72 / dpi) {}

  Word read() const {
    const std::unique_ptr<char[]> text(at_.GetUTF8Text(tesseract::RIL_WORD));
    Word word;
    word.text = text ? text.get() : "";
    word.confidence = std::clamp(at_.Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
    place(word);
    return word;
  }

 private:
  void place(Word& word) const {
    int left = 0, top = 0, right = 0, bottom = 0;
    at_.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
    double high = top, low = bottom, size = (bottom - top) * kSizeOfLetters;
    int from_x = 0, from_y = 0, to_x = 0, to_y = 0;
    float height = 0, descenders = 0, ascenders = 0;
    at_.RowAttributes(&height, &descenders, &ascenders);
    if (has_east_asian(word.text)) {
      at_.BoundingBox(tesseract::RIL_TEXTLINE, &from_x, &from_y, &to_x, &to_y);
      if (to_y - from_y < kMostLine * (bottom - top)) std::tie(high, low) = std::pair(from_y, to_y);
      size = low - high;
    } else if (fits(height, bottom - top, word) &&
               at_.Baseline(tesseract::RIL_WORD, &from_x, &from_y, &to_x, &to_y)) {
      const double base = (from_y + to_y) / 2.0;
      high = std::min(high, base - (height - std::abs(descenders)));
      low = std::max(low, base + std::abs(descenders));
      size = height;
    }
    word.box = {left * points_, high * points_, (right - left) * points_, (low - high) * points_};
    word.font_size = size * points_;
  }

  // What tesseract says of a row goes wrong where a picture, or letters that run down the margin, were taken
  // for a part of it.
  static bool fits(float row, int letters, const Word& word) {
    if (row <= 0 || row < kLeastRow * static_cast<float>(letters)) return false;
    return letters_in(word.text) == 0 || row < kMostRow * static_cast<float>(letters);
  }

  const tesseract::ResultIterator& at_;
  double points_;
};

}  // namespace

Recogniser::Recogniser(std::string folder)
    : folder_(std::move(folder)), engine_(std::make_unique<tesseract::TessBaseAPI>()) {}

Recogniser::~Recogniser() = default;

bool Recogniser::has(std::string_view language) const {
  const std::string file = folder_ + "/" + std::string(language) + ".traineddata";
  return !folder_.empty() && access(file.c_str(), R_OK) == 0;
}

bool Recogniser::load(const std::string& languages) {
  if (loaded_ == languages) return !languages.empty();
  loaded_.clear();
  engine_->End();
  const auto mode = languages == "osd" ? tesseract::OEM_TESSERACT_ONLY : tesseract::OEM_LSTM_ONLY;
  if (languages.empty() || engine_->Init(folder_.c_str(), languages.c_str(), mode) != 0) return false;
  loaded_ = languages;
  return true;
}

std::vector<Word> Recogniser::words(const Picture& picture, const std::vector<std::string>& languages,
                                    Layout layout) {
  std::vector<std::string> there;
  std::ranges::copy_if(languages, std::back_inserter(there),
                       [this](const std::string& language) { return has(language); });
  std::vector<Word> words;
  if (!picture.pix || !load(joined(there))) return words;
  engine_->SetPageSegMode(mode_of(layout));
  engine_->SetImage(picture.pix.get());
  engine_->SetSourceResolution(static_cast<int>(std::lround(picture.dpi)));
  if (engine_->Recognize(nullptr) != 0) return words;
  const std::unique_ptr<tesseract::ResultIterator> at(engine_->GetIterator());
  if (!at) return words;
  do {
    if (at->Empty(tesseract::RIL_WORD)) continue;
    Word word = WordReader(*at, picture.dpi).read();
    if (!is_noise(word)) words.push_back(std::move(word));
  } while (at->Next(tesseract::RIL_WORD));
  return words;
}

std::optional<Orientation> Recogniser::orientation(const Picture& picture) {
  if (!picture.pix || !has("osd") || !load("osd")) return std::nullopt;
  engine_->SetPageSegMode(tesseract::PSM_OSD_ONLY);
  engine_->SetImage(picture.pix.get());
  engine_->SetSourceResolution(static_cast<int>(std::lround(picture.dpi)));
  int degrees = 0;
  float confidence = 0, script_confidence = 0;
  const char* script = nullptr;
  if (!engine_->DetectOrientationScript(&degrees, &confidence, &script, &script_confidence))
    return std::nullopt;
  return Orientation{(360 - degrees) % 360, confidence, script == nullptr ? "" : script};
}

std::string tessdata_folder() {
  const auto* found =
      std::ranges::find_if(kFolders, [](const char* folder) { return access(folder, R_OK | X_OK) == 0; });
  return found == kFolders.end() ? std::string() : *found;
}

double mean_confidence(const std::vector<Word>& words) {
  double sum = 0, letters = 0;
  for (const Word& word : words) {
    const auto count = static_cast<double>(letters_in(word.text));
    sum += word.confidence * count;
    letters += count;
  }
  return letters > 0 ? sum / letters : 0;
}

}  // namespace certreg::worker
