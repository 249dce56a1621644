// Names in Latin letters without accents, whatever script they are written in.
#pragma once

#include <string>
#include <string_view>

namespace certreg {

struct LatinText {
  std::string text;                // lower-case ASCII where a letter has such a form
  bool is_transliterated = false;  // it was written in another script: its letters are one guess of several
};
LatinText latin_text(std::string_view folded);

}  // namespace certreg
