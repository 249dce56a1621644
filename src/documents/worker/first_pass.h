// SPDX-License-Identifier: GPL-2.0-or-later
// What a page has to be recognised with, from a quick look at half the resolution.
#pragma once

#include <string>
#include <vector>

#include "documents/worker/picture.h"
#include "documents/worker/recogniser.h"

namespace certreg::worker {

inline constexpr double kFirstPassDpi = 150;

struct FirstPass {
  std::vector<std::string> languages;  // by tesseract's names, the most likely first
  bool has_turned = false;
};

bool is_east_asian(const std::vector<std::string>& languages);

// The wide gaps between characters of East Asia are taken for those of columns.
Layout layout_for(const std::vector<std::string>& languages);

// Turns the picture upright when letters stand on their sides or heads.
FirstPass first_pass(Picture& picture, Recogniser& recogniser);

}  // namespace certreg::worker
