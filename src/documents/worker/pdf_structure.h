// SPDX-License-Identifier: GPL-2.0-or-later
// What poppler's interface does not tell of a PDF: links, its language, where pictures stand, hidden text.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "certreg/reading/text.h"

class QPDF;

namespace certreg::worker {

// In points from the top left corner of the page as it is shown.
struct PageStructure {
  double width = 0, height = 0;
  std::vector<reading::Link> links;  // to addresses; without text
  std::vector<Box> pictures;
  std::vector<reading::Code> codes;  // QR codes that are pictures of their own; without a page's number
  bool has_invisible_text = false, has_visible_text = false;
};

// Nothing of this is worth a failure: what cannot be told is left out.
class PdfStructure {
 public:
  explicit PdfStructure(const std::string& bytes);  // which must outlive it
  PdfStructure(const PdfStructure&) = delete;
  PdfStructure& operator=(const PdfStructure&) = delete;
  ~PdfStructure();

  std::string language() const;  // /Lang of the document, or empty
  PageStructure page(int index) const;

 private:
  std::unique_ptr<QPDF> pdf_;
};

}  // namespace certreg::worker
