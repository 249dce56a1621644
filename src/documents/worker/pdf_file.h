// SPDX-License-Identifier: GPL-2.0-or-later
// A PDF as poppler opens it: its text layer and its pages as pictures.
#pragma once

#include <poppler-document.h>
#include <poppler-page.h>

#include <memory>
#include <string>
#include <vector>

#include "certreg/reading/text.h"
#include "documents/worker/picture.h"

namespace certreg::worker {

inline constexpr int kMaxPages = 200;

// Throws documents::Failure: NotThatKind, Damaged, Encrypted. `bytes` must outlive the document.
std::unique_ptr<poppler::document> open_pdf(const std::string& bytes);

// Upright words only, unless the page has none: watermarks and margins run across.
std::vector<reading::Word> layer_words(const poppler::page& page);

// As it is shown, turned as the page itself says.
struct PageSize {
  double width = 0, height = 0;
};
PageSize size_of(const poppler::page& page);

// At that resolution, or a lower one when the page is large (bounded_dpi()).
Picture draw(const poppler::page& page, double dpi);

}  // namespace certreg::worker
