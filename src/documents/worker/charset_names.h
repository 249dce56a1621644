// SPDX-License-Identifier: GPL-2.0-or-later
// Names of character sets as the web uses them.
#pragma once

#include <string>
#include <string_view>

namespace certreg::worker {

// Of ASCII letters only.
std::string lower_ascii(std::string_view text);

// The converter for a label, with or without quotes and blanks around it, as the Encoding standard (WHATWG,
// section 4.2) takes it: "iso-8859-1" means windows-1252. Empty for a label that no web page may use, such as
// UTF-7.
std::string_view converter_of(std::string_view label);

// Of the converters above: sets in which Chinese, Japanese and Korean are written, a letter in several bytes.
bool is_multibyte(std::string_view converter);

}  // namespace certreg::worker
