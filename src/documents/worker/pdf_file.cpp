// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/pdf_file.h"

#include <leptonica/allheaders.h>
#include <poppler-page-renderer.h>

#include <algorithm>
#include <utility>

#include "certreg/documents/worker.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;

std::string utf8(const poppler::ustring& text) {
  poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

// leptonica packs pixels into words of the machine, the first one in the highest bits.
PixPtr grey_pix(const poppler::image& image) {
  PixPtr pix(pixCreate(image.width(), image.height(), 8));
  if (!pix) return pix;
  for (int y = 0; y < image.height(); ++y) {
    const char* row = image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    for (int x = 0; x < image.width(); ++x) SET_DATA_BYTE(line, x, static_cast<unsigned char>(row[x]));
  }
  return pix;
}

}  // namespace

std::unique_ptr<poppler::document> open_pdf(const std::string& bytes) {
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document && bytes.find("%PDF-") == std::string::npos)
    throw Failure(FailureKind::NotThatKind, "the document is no PDF");
  if (!document) throw Failure(FailureKind::Damaged, "the PDF is damaged");
  if (document->is_locked()) throw Failure(FailureKind::Encrypted, "the PDF needs a password");
  return document;
}

std::vector<reading::Word> layer_words(const poppler::page& page) {
  std::vector<poppler::text_box> boxes = page.text_list(poppler::page::text_list_include_font);
  bool upright = std::ranges::any_of(boxes, [](const poppler::text_box& box) { return box.rotation() == 0; });
  std::vector<reading::Word> words;
  for (const poppler::text_box& box : boxes) {
    if (upright && box.rotation() != 0) continue;
    poppler::rectf area = box.bbox();
    double size = box.has_font_info() ? box.get_font_size() : area.height();
    std::string font = box.has_font_info() ? box.get_font_name() : std::string();
    words.push_back(
        {utf8(box.text()), {area.x(), area.y(), area.width(), area.height()}, size, std::move(font)});
  }
  return words;
}

PageSize size_of(const poppler::page& page) {
  const poppler::rectf area = page.page_rect();
  PageSize size{area.width(), area.height()};
  const auto turn = page.orientation();
  if (turn == poppler::page::landscape || turn == poppler::page::seascape) std::swap(size.width, size.height);
  return size;
}

Picture draw(const poppler::page& page, double dpi) {
  const PageSize size = size_of(page);
  Picture picture{nullptr, bounded_dpi(dpi, size.width, size.height)};
  if (picture.dpi <= 0) return picture;
  poppler::page_renderer renderer;
  renderer.set_render_hints(poppler::page_renderer::antialiasing | poppler::page_renderer::text_antialiasing);
  renderer.set_image_format(poppler::image::format_gray8);
  const poppler::image image = renderer.render_page(&page, picture.dpi, picture.dpi);
  if (image.is_valid()) picture.pix = grey_pix(image);
  return picture;
}

}  // namespace certreg::worker
