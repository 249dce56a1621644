// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/recogniser.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/resultiterator.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "documents/worker/letters.h"
#include "documents/worker/word_doubt.h"

namespace certreg::worker {
namespace {

using reading::Word;

constexpr double kLeastConfidence = 0.1;     // below, it is a picture that was taken for letters
constexpr double kLeastOfPunctuation = 0.6;  // strokes of frames and logos come as dashes and bars
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

// At a line's ends the frame of its cell, read as a sign.
bool is_frame(const Word& word) { return word.text.find_first_not_of('|') == std::string::npos; }

bool is_lost_letter(const Word& word) {
  return letters_in(word.text) > 0 && word.confidence < kLeastConfidence;
}

// Among characters that follow each other without blanks, what could not be read is missed by nobody: those
// beside it are doubtful.
WordLine without_noise(WordLine line) {
  if (has_east_asian(line))
    for (std::size_t at = 1; at + 1 < line.size(); ++at) {
      if (!is_lost_letter(line[at])) continue;
      dispute(line[at - 1]);
      dispute(line[at + 1]);
    }
  std::erase_if(line, is_noise);
  while (!line.empty() && is_frame(line.back())) line.pop_back();
  while (!line.empty() && is_frame(line.front())) line.erase(line.begin());
  return line;
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

std::vector<WordLine> Recogniser::lines(const Picture& picture, const std::vector<std::string>& languages,
                                        Layout layout) {
  std::vector<std::string> there;
  std::ranges::copy_if(languages, std::back_inserter(there),
                       [this](const std::string& language) { return has(language); });
  std::vector<WordLine> lines;
  if (!picture.pix || !load(joined(there))) return lines;
  engine_->SetPageSegMode(mode_of(layout));
  engine_->SetImage(picture.pix.get());
  engine_->SetSourceResolution(static_cast<int>(std::lround(picture.dpi)));
  if (engine_->Recognize(nullptr) != 0) return lines;
  const std::unique_ptr<tesseract::ResultIterator> at(engine_->GetIterator());
  if (!at) return lines;
  for (LineReader reader(*at, picture.dpi); !reader.is_at_end();) {
    WordLine line = without_noise(reader.next());
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<Word> Recogniser::words(const Picture& picture, const std::vector<std::string>& languages,
                                    Layout layout) {
  std::vector<Word> words;
  for (WordLine& line : lines(picture, languages, layout)) std::ranges::move(line, std::back_inserter(words));
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
