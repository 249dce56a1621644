// draw_pdf < drawing.txt > certificate.pdf
#include <iostream>
#include <iterator>

#include "system/pdf_drawing.h"

int main() {
  const std::string drawing{std::istreambuf_iterator<char>(std::cin), {}};
  std::cout << certreg::sample::draw_pdf(drawing);
}
