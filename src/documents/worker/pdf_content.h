// SPDX-License-Identifier: GPL-2.0-or-later
// What the content of a page in a PDF draws: where pictures come to stand, and whether its text is seen.
#pragma once

#include <qpdf/JSON.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

class QPDFPageObjectHelper;

namespace certreg::worker {

struct PlacedPicture {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;  // corners of the box around it, in the page's own coordinates
  QPDFObjectHandle image;                 // null for one within the content itself
};

struct ContentFacts {
  std::vector<PlacedPicture> pictures;
  bool has_invisible_text = false, has_visible_text = false;
};

// In the resources of the page or of the forms that it draws.
bool has_pictures(QPDFPageObjectHelper& page);

// Of a content that is too long only as far as it was read. Throws what qpdf throws.
ContentFacts read_page_content(QPDFPageObjectHelper& page);

}  // namespace certreg::worker
