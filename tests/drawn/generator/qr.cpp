#include "qr.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace certreg::drawn {

std::vector<std::vector<bool>> qr_modules(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) throw std::runtime_error("QR code of " + text);
  const auto width = static_cast<std::size_t>(code->width);
  std::vector<std::vector<bool>> rows(width, std::vector<bool>(width));
  for (std::size_t i = 0; i < width * width; ++i) rows[i / width][i % width] = (code->data[i] & 1) != 0;
  return rows;
}

}  // namespace certreg::drawn
