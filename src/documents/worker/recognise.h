// SPDX-License-Identifier: GPL-2.0-or-later
// From the picture of a page to its words: turned upright, in the languages that a first pass shows.
#pragma once

#include <string>
#include <vector>

#include "certreg/reading/text.h"
#include "documents/worker/picture.h"
#include "documents/worker/recogniser.h"

namespace certreg::worker {

inline constexpr double kRecognitionDpi = 300;

struct Recognition {
  Picture upright;                   // what the boxes refer to
  std::vector<reading::Word> words;  // as of the page turned upright
  std::vector<std::string> languages;
  std::vector<std::string> warnings;  // data of a language that is not there
  bool was_turned = false;            // by 90 degrees or more
};

// Straight: a slanted page is turned upright too, so that boxes no longer are those of the page as it is.
enum class Slant { Straighten, Keep };

// Takes a picture at kRecognitionDpi or less.
Recognition recognise(Picture picture, Recogniser& recogniser, Slant slant = Slant::Straighten);

// What recognise() would call `upright`, without its words.
Picture upright(Picture picture, Recogniser& recogniser, Slant slant = Slant::Straighten);

}  // namespace certreg::worker
