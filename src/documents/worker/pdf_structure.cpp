// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/pdf_structure.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <algorithm>
#include <cmath>
#include <exception>

#include "documents/worker/codes.h"
#include "documents/worker/pdf_content.h"
#include "documents/worker/pdf_picture.h"

namespace certreg::worker {
namespace {

constexpr std::size_t kMostLinks = 500;
constexpr std::size_t kLongestAddress = 2000;
constexpr double kLeastCode = 25, kLargestCode = 250;  // points
constexpr double kSquarish = 1.2;
constexpr std::size_t kMostCodePictures = 6;

// The part of the page that is shown, and how it is turned.
class Sheet {
 public:
  explicit Sheet(QPDFPageObjectHelper& page) {
    QPDFObjectHandle::Rectangle area(0, 0, 612, 792);
    auto box = page.getAttribute("/CropBox", false);
    if (!box.isRectangle()) box = page.getAttribute("/MediaBox", false);
    if (box.isRectangle()) area = box.getArrayAsRectangle();
    left_ = std::min(area.llx, area.urx);
    top_ = std::max(area.lly, area.ury);
    width_ = std::abs(area.urx - area.llx);
    height_ = std::abs(area.ury - area.lly);
    auto rotate = page.getAttribute("/Rotate", false);
    if (rotate.isInteger()) turn_ = static_cast<int>((rotate.getIntValue() % 360 + 360) % 360);
  }

  double width() const { return is_sideways() ? height_ : width_; }
  double height() const { return is_sideways() ? width_ : height_; }

  // From the corners of a box in the page's own coordinates.
  Box shown(double x1, double y1, double x2, double y2) const {
    const Box box{std::min(x1, x2) - left_, top_ - std::max(y1, y2), std::abs(x2 - x1), std::abs(y2 - y1)};
    switch (turn_) {
      case 90:
        return {height_ - box.y - box.height, box.x, box.height, box.width};
      case 180:
        return {width_ - box.x - box.width, height_ - box.y - box.height, box.width, box.height};
      case 270:
        return {box.y, width_ - box.x - box.width, box.height, box.width};
      default:
        return box;
    }
  }

 private:
  bool is_sideways() const { return turn_ == 90 || turn_ == 270; }

  double left_ = 0, top_ = 0, width_ = 0, height_ = 0;
  int turn_ = 0;
};

std::string address_of(QPDFObjectHandle annotation) {
  if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isNameAndEquals("/Link")) return {};
  auto action = annotation.getKey("/A");
  if (!action.isDictionary() || !action.getKey("/S").isNameAndEquals("/URI")) return {};
  auto address = action.getKey("/URI");
  if (!address.isString() || address.getStringValue().size() > kLongestAddress) return {};
  return address.getUTF8Value();
}

void read_links(QPDFPageObjectHelper& page, const Sheet& sheet, int number, PageStructure& structure) {
  auto annotations = page.getObjectHandle().getKey("/Annots");
  if (!annotations.isArray()) return;
  for (auto annotation : annotations.aitems()) {
    std::string address = address_of(annotation);
    auto area = address.empty() ? QPDFObjectHandle::newNull() : annotation.getKey("/Rect");
    if (!area.isRectangle()) continue;
    const auto box = area.getArrayAsRectangle();
    structure.links.push_back(
        {{}, std::move(address), number, sheet.shown(box.llx, box.lly, box.urx, box.ury)});
    if (structure.links.size() == kMostLinks) return;
  }
}

bool may_be_a_code(const Box& box) {
  return box.width >= kLeastCode && box.width <= kLargestCode && box.width <= kSquarish * box.height &&
         box.height <= kSquarish * box.width;
}

void read_codes(const QPDFObjectHandle& image, const Box& box, PageStructure& structure) {
  Picture picture{grey_picture(image), 72};
  for (reading::Code& code : codes_in(with_quiet_zone(picture)))
    structure.codes.push_back({std::move(code.content), 0, box});
}

void read_content(QPDFPageObjectHelper& page, const Sheet& sheet, PageStructure& structure) {
  const ContentFacts facts = read_page_content(page);
  structure.has_invisible_text = facts.has_invisible_text;
  structure.has_visible_text = facts.has_visible_text;
  std::size_t looked_at = 0;
  for (const PlacedPicture& picture : facts.pictures) {
    const Box box = sheet.shown(picture.x1, picture.y1, picture.x2, picture.y2);
    structure.pictures.push_back(box);
    if (may_be_a_code(box) && picture.image.isInitialized() && ++looked_at <= kMostCodePictures)
      read_codes(picture.image, box, structure);
  }
}

}  // namespace

PdfStructure::PdfStructure(const std::string& bytes) : pdf_(std::make_unique<QPDF>()) {
  try {
    pdf_->setSuppressWarnings(true);
    pdf_->processMemoryFile("document", bytes.data(), bytes.size());
  } catch (const std::exception&) {
    pdf_.reset();
  }
}

PdfStructure::~PdfStructure() = default;

std::string PdfStructure::language() const {
  try {
    if (!pdf_) return {};
    auto language = pdf_->getRoot().getKey("/Lang");
    return language.isString() ? language.getUTF8Value() : std::string();
  } catch (const std::exception&) {
    return {};
  }
}

PageStructure PdfStructure::page(int index) const {
  PageStructure structure;
  try {
    if (!pdf_) return structure;
    const auto& pages = pdf_->getAllPages();
    if (index < 0 || static_cast<std::size_t>(index) >= pages.size()) return structure;
    QPDFPageObjectHelper page(pages[static_cast<std::size_t>(index)]);
    const Sheet sheet(page);
    structure.width = sheet.width();
    structure.height = sheet.height();
    read_links(page, sheet, index + 1, structure);
    if (has_pictures(page)) read_content(page, sheet, structure);
  } catch (const std::exception&) {
    return structure;
  }
  return structure;
}

}  // namespace certreg::worker
