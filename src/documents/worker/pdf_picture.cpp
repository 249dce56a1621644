// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/pdf_picture.h"

#include <leptonica/allheaders.h>
#include <qpdf/JSON.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace certreg::worker {
namespace {

constexpr long long kMostPixelsOfPicture = 1'000'000;

struct Layout {
  int width = 0, height = 0, bits = 8;
  std::string palette;  // of an indexed picture, three bytes a colour
};

int number(QPDFObjectHandle object, int otherwise) {
  return object.isInteger() ? object.getIntValueAsInt() : otherwise;
}

std::string palette_of(QPDFObjectHandle colours) {
  if (!colours.isArray() || colours.getArrayNItems() != 4) return {};
  if (!colours.getArrayItem(0).isNameAndEquals("/Indexed")) return {};
  auto table = colours.getArrayItem(3);
  if (table.isString()) return table.getStringValue();
  if (!table.isStream()) return {};
  const auto bytes = table.getStreamData(qpdf_dl_all);
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

Layout layout_of(QPDFObjectHandle picture) {
  auto keys = picture.getDict();
  auto mask = keys.getKey("/ImageMask");
  const bool is_mask = mask.isBool() && mask.getBoolValue();
  return {number(keys.getKey("/Width"), 0), number(keys.getKey("/Height"), 0),
          is_mask ? 1 : number(keys.getKey("/BitsPerComponent"), 8), palette_of(keys.getKey("/ColorSpace"))};
}

unsigned char byte_at(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0xFF;
}

// The mean of the colours; of four, which are inks, what they leave of the paper.
unsigned char grey_of(std::string_view colours) {
  unsigned sum = 0;
  for (char colour : colours) sum += static_cast<unsigned char>(colour);
  if (colours.size() == 4) return static_cast<unsigned char>(255 - std::min(255U, sum));
  return static_cast<unsigned char>(sum / std::max<std::size_t>(1, colours.size()));
}

unsigned char grey_of_index(unsigned index, const Layout& layout) {
  const auto& palette = layout.palette;
  if (palette.size() < 3 * (std::size_t{index} + 1)) return 0xFF;
  return grey_of(std::string_view(palette).substr(std::size_t{3} * index, 3));
}

// The grey of a pixel among unpacked bytes.
class Pixels {
 public:
  Pixels(std::string_view bytes, Layout layout) : bytes_(bytes), layout_(std::move(layout)) {
    const auto width = static_cast<std::size_t>(layout_.width);
    components_ = bytes.size() / (width * static_cast<std::size_t>(layout_.height));
    row_ = layout_.bits == 1 ? (width + 7) / 8 : width * components_;
  }

  bool are_plain() const {
    if (layout_.bits == 1) return bytes_.size() >= row_ * static_cast<std::size_t>(layout_.height);
    return layout_.bits == 8 && (components_ == 1 || components_ == 3 || components_ == 4);
  }

  unsigned char at(std::size_t x, std::size_t y) const {
    if (layout_.bits == 1) {
      const unsigned bit = (byte_at(bytes_, y * row_ + x / 8) >> (7 - x % 8)) & 1U;
      return layout_.palette.empty() ? static_cast<unsigned char>(bit * 0xFF) : grey_of_index(bit, layout_);
    }
    if (!layout_.palette.empty()) return grey_of_index(byte_at(bytes_, y * row_ + x), layout_);
    return grey_of(bytes_.substr(std::min(bytes_.size(), y * row_ + x * components_), components_));
  }

 private:
  std::string_view bytes_;
  Layout layout_;
  std::size_t components_ = 0, row_ = 0;
};

PixPtr pix_of(const Pixels& pixels, int width, int height) {
  PixPtr pix(pixCreate(width, height, 8));
  if (!pix) return nullptr;
  for (int y = 0; y < height; ++y) {
    l_uint32* line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix.get());
    for (int x = 0; x < width; ++x)
      SET_DATA_BYTE(line, x, pixels.at(static_cast<std::size_t>(x), static_cast<std::size_t>(y)));
  }
  return pix;
}

}  // namespace

PixPtr grey_picture(QPDFObjectHandle image) {
  const Layout layout = layout_of(image);
  if (layout.width <= 0 || layout.height <= 0) return nullptr;
  if (static_cast<long long>(layout.width) * layout.height > kMostPixelsOfPicture) return nullptr;
  const auto bytes = image.getStreamData(qpdf_dl_all);
  const std::string_view view(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
  const Pixels pixels(view, layout);
  return pixels.are_plain() ? pix_of(pixels, layout.width, layout.height) : nullptr;
}

}  // namespace certreg::worker
