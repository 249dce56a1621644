// SPDX-License-Identifier: GPL-2.0-or-later
// A page as a picture for people.
#include <leptonica/allheaders.h>

#include "certreg/documents/worker.h"
#include "documents/worker/pdf_page.h"
#include "documents/worker/picture_file.h"
#include "documents/worker/readers.h"
#include "documents/worker/recognise.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;
using documents::MediaKind;
using documents::PageView;

constexpr double kShownDpi = 130;  // small print can be read, and a page has some hundred KB

struct PdfPage {
  std::unique_ptr<poppler::document> document;
  std::unique_ptr<poppler::page> page;
};

PdfPage page_of(const std::string& bytes, int number) {
  PdfPage found{open_pdf(bytes), nullptr};
  if (number >= 1 && number <= found.document->pages())
    found.page.reset(found.document->create_page(number - 1));
  if (!found.page) throw Failure(FailureKind::Damaged, "there is no such page");
  return found;
}

// The same as recognise_page() has it, so that its boxes fit.
Picture recognised(const std::string& bytes, MediaKind kind, int number, Recogniser& recogniser) {
  if (is_picture(kind)) return upright(unpack_picture(bytes, kind, number, kRecognitionDpi), recogniser);
  const auto pdf = page_of(bytes, number);
  const auto layer = read_layer(*pdf.page, PdfStructure(bytes), number - 1);
  if (layer.verdict == LayerVerdict::Good) return draw(*pdf.page, kShownDpi);
  auto picture = draw(*pdf.page, kRecognitionDpi);
  if (!picture.pix) return picture;
  const bool keeps_places = layer.verdict == LayerVerdict::Sparse;
  return upright(std::move(picture), recogniser, keeps_places ? Slant::Keep : Slant::Straighten);
}

Picture printed(const std::string& bytes, MediaKind kind, int number) {
  if (is_picture(kind)) return unpack_picture(bytes, kind, number, kShownDpi);
  return draw(*page_of(bytes, number).page, kShownDpi);
}

std::string png_of(const Picture& picture) {
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (pixWriteMemPng(&data, &size, picture.pix.get(), 0) != 0) return {};
  std::string png(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  return png;
}

}  // namespace

documents::PagePicture draw_page(const std::string& bytes, MediaKind kind, int number, PageView view,
                                 const std::string& tessdata) {
  Picture picture;
  if (view == PageView::AsRecognised) {
    Recogniser recogniser(tessdata);
    picture = recognised(bytes, kind, number, recogniser);
  } else {
    picture = printed(bytes, kind, number);
  }
  if (!picture.pix) throw Failure(FailureKind::Damaged, "the page cannot be drawn");
  const double width = width_in_points(picture), height = height_in_points(picture);
  if (picture.dpi > kShownDpi) picture = scaled_to(picture, kShownDpi);
  auto png = picture.pix ? png_of(picture) : std::string();
  if (png.empty()) throw Failure(FailureKind::Damaged, "the page cannot be drawn");
  return {width, height, std::move(png)};
}

}  // namespace certreg::worker
