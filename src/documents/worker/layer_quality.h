// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a page's text layer says what the page shows. Pure.
#pragma once

#include <vector>

#include "certreg/reading/text.h"

namespace certreg::worker {

enum class LayerVerdict {
  Good,
  Empty,     // no text, or a stamp or a page number: the page is its picture
  Nonsense,  // characters that are none, letters shifted by a font without a map
  Doubtful,  // perhaps nonsense, or left by somebody's character recognition: compare with our own
  Sparse     // some words beside a large picture: what stands in the picture alone is to be added
};

struct PageFacts {
  bool has_large_picture = false;      // more than a third of the page, or of its width
  bool has_page_wide_picture = false;  // most of the page: a scan, or a background
  bool is_invisible = false;           // all of the text is: it lies behind a scan to be found and copied
};

LayerVerdict judge_layer(const std::vector<reading::Word>& words, const PageFacts& facts);

// Of a doubtful layer: whether what was recognised holds more of the words that are known, or, behind a scan,
// about as many.
bool is_recognition_better(const std::vector<reading::Word>& layer,
                           const std::vector<reading::Word>& recognised, bool is_invisible);

}  // namespace certreg::worker
