#pragma once

#include <string>
#include <vector>

namespace certreg::drawn {

// The QR code of a text, row by row, true for black.
std::vector<std::vector<bool>> qr_modules(const std::string& text);

}  // namespace certreg::drawn
