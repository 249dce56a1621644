// SPDX-License-Identifier: GPL-2.0-or-later
// One page of a PDF without character recognition: its layer, and what to think of it.
#pragma once

#include <vector>

#include "certreg/reading/text.h"
#include "documents/worker/layer_quality.h"
#include "documents/worker/pdf_file.h"
#include "documents/worker/pdf_structure.h"

namespace certreg::worker {

struct LayerPage {
  PageSize size;
  std::vector<reading::Word> words;
  PageStructure structure;
  PageFacts facts;
  LayerVerdict verdict = LayerVerdict::Good;
};

LayerPage read_layer(const poppler::page& page, const PdfStructure& structure, int index);

}  // namespace certreg::worker
