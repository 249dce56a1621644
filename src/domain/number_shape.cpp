#include <algorithm>

#include "certreg/domain/reference.h"

namespace certreg {
namespace {

bool fits(char shape, char letter) {
  if (shape == '9') return letter >= '0' && letter <= '9';
  if (shape == 'A') return letter >= 'A' && letter <= 'Z';
  return shape == letter;
}

}  // namespace

// Greedy with one way back, to the last *: linear for one star, never worse than the product of the lengths.
bool fits_shape(std::string_view shape, std::string_view number) {
  std::size_t at = 0, star = std::string_view::npos, taken = 0;
  for (std::size_t i = 0; i < number.size();) {
    if (at < shape.size() && shape[at] == '*') {
      star = at++;
      taken = ++i;  // a star stands for one character at least
    } else if (at < shape.size() && fits(shape[at], number[i])) {
      ++at;
      ++i;
    } else if (star != std::string_view::npos && taken < number.size()) {
      at = star + 1;
      i = ++taken;
    } else {
      return false;
    }
  }
  return at == shape.size();
}

bool fits_known_shape(const CertificationBody& body, const StandardId& standard, std::string_view number) {
  return std::any_of(body.number_shapes.begin(), body.number_shapes.end(), [&](const NumberShape& shape) {
    return (!shape.standard || *shape.standard == standard) && fits_shape(shape.shape, number);
  });
}

}  // namespace certreg
