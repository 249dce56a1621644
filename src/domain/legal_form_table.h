// schema/reference/legal_forms.yaml as the build made it into code (src/write_legal_forms.cpp).
#pragma once

#include <span>
#include <string_view>

namespace certreg {

struct LegalFormSpelling {
  std::string_view spelling;  // folded
  std::string_view key;       // what stands for the form in a normalised name
};

std::span<const LegalFormSpelling> legal_form_spellings();

// Spellings that are written onto the name without a blank, longest first.
std::span<const std::string_view> attached_legal_forms();

}  // namespace certreg
