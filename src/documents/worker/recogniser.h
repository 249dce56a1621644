// SPDX-License-Identifier: GPL-2.0-or-later
// Character recognition by tesseract.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "documents/worker/line_reader.h"
#include "documents/worker/picture.h"

namespace tesseract {
class TessBaseAPI;
}

namespace certreg::worker {

struct Orientation {
  int turn = 0;  // degrees clockwise that bring the picture upright
  double confidence = 0;
  std::string script;  // "Latin", "Cyrillic", "Han", "Japanese", "Korean", ...
};

// A page of paragraphs in columns; lines one below the other; words anywhere.
enum class Layout { Page, Column, Scattered };

class Recogniser {
 public:
  // The folder with the language data, e.g. tessdata_folder().
  explicit Recogniser(std::string folder);
  Recogniser(const Recogniser&) = delete;
  Recogniser& operator=(const Recogniser&) = delete;
  ~Recogniser();

  // Whether the data of a language, by tesseract's name ("eng", "chi_sim"), is there.
  bool has(std::string_view language) const;

  // Lines of words with boxes in points, in the order in which they were found; see LineReader. Empty when
  // none of the languages is there.
  std::vector<WordLine> lines(const Picture& picture, const std::vector<std::string>& languages,
                              Layout layout = Layout::Page);
  // The same without their lines.
  std::vector<reading::Word> words(const Picture& picture, const std::vector<std::string>& languages,
                                   Layout layout = Layout::Page);

  // Nothing when the picture has too few letters to tell.
  std::optional<Orientation> orientation(const Picture& picture);

 private:
  bool load(const std::string& languages);

  std::string folder_, loaded_;
  std::unique_ptr<tesseract::TessBaseAPI> engine_;
};

// Where the language data is on this machine, or empty.
std::string tessdata_folder();

// Of letters and digits, weighted by their number; 0 without any.
double mean_confidence(const std::vector<reading::Word>& words);

}  // namespace certreg::worker
