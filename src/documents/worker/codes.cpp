// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/codes.h"

#include <leptonica/allheaders.h>
#include <zbar.h>

#include <algorithm>
#include <string>

namespace certreg::worker {
namespace {

constexpr std::size_t kMostCodes = 20;

std::string bytes_of(const Picture& picture) {
  const int width = pixGetWidth(picture.pix.get()), height = pixGetHeight(picture.pix.get());
  std::string bytes;
  bytes.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    const l_uint32* line =
        pixGetData(picture.pix.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(picture.pix.get());
    for (int x = 0; x < width; ++x) bytes += static_cast<char>(GET_DATA_BYTE(line, x));
  }
  return bytes;
}

Box box_of(const zbar::Symbol& symbol, double points) {
  if (symbol.get_location_size() <= 0) return {};
  int left = symbol.get_location_x(0), right = left, top = symbol.get_location_y(0), bottom = top;
  for (unsigned index = 1; index < static_cast<unsigned>(symbol.get_location_size()); ++index) {
    left = std::min(left, symbol.get_location_x(index));
    right = std::max(right, symbol.get_location_x(index));
    top = std::min(top, symbol.get_location_y(index));
    bottom = std::max(bottom, symbol.get_location_y(index));
  }
  return {left * points, top * points, (right - left) * points, (bottom - top) * points};
}

}  // namespace

std::vector<reading::Code> codes_in(const Picture& picture) {
  std::vector<reading::Code> codes;
  if (!picture.pix) return codes;
  const std::string bytes = bytes_of(picture);
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  zbar::Image image(static_cast<unsigned>(pixGetWidth(picture.pix.get())),
                    static_cast<unsigned>(pixGetHeight(picture.pix.get())), "Y800", bytes.data(),
                    bytes.size());
  if (scanner.scan(image) <= 0) return codes;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) {
    std::string content = symbol->get_data();
    const bool is_new = std::ranges::find(codes, content, &reading::Code::content) == codes.end();
    if (is_new && !content.empty() && codes.size() < kMostCodes)
      codes.push_back({std::move(content), 0, box_of(*symbol, 72 / picture.dpi)});
  }
  return codes;
}

Picture with_quiet_zone(const Picture& picture) {
  if (!picture.pix) return {nullptr, picture.dpi};
  const int margin = std::max(8, pixGetWidth(picture.pix.get()) / 10);
  return {PixPtr(pixAddBorder(picture.pix.get(), margin, 0xFF)), picture.dpi};
}

}  // namespace certreg::worker
