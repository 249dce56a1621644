// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/charset_names.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace certreg::worker {
namespace {

struct Label {
  std::string_view label, converter;
};

constexpr std::array kLabels{
    Label{"utf-8", "UTF-8"},
    Label{"utf8", "UTF-8"},
    Label{"us-ascii", "windows-1252"},
    Label{"ascii", "windows-1252"},
    Label{"iso-8859-1", "windows-1252"},
    Label{"iso8859-1", "windows-1252"},
    Label{"iso_8859-1", "windows-1252"},
    Label{"latin1", "windows-1252"},
    Label{"windows-1252", "windows-1252"},
    Label{"cp1252", "windows-1252"},
    Label{"iso-8859-2", "ISO-8859-2"},
    Label{"latin2", "ISO-8859-2"},
    Label{"iso-8859-3", "ISO-8859-3"},
    Label{"iso-8859-4", "ISO-8859-4"},
    Label{"iso-8859-5", "ISO-8859-5"},
    Label{"iso-8859-6", "ISO-8859-6"},
    Label{"iso-8859-7", "ISO-8859-7"},
    Label{"iso-8859-8", "ISO-8859-8"},
    Label{"iso-8859-9", "windows-1254"},
    Label{"latin5", "windows-1254"},
    Label{"windows-1254", "windows-1254"},
    Label{"iso-8859-10", "ISO-8859-10"},
    Label{"iso-8859-11", "windows-874"},
    Label{"tis-620", "windows-874"},
    Label{"windows-874", "windows-874"},
    Label{"iso-8859-13", "ISO-8859-13"},
    Label{"iso-8859-14", "ISO-8859-14"},
    Label{"iso-8859-15", "ISO-8859-15"},
    Label{"latin9", "ISO-8859-15"},
    Label{"iso-8859-16", "ISO-8859-16"},
    Label{"windows-1250", "windows-1250"},
    Label{"cp1250", "windows-1250"},
    Label{"windows-1251", "windows-1251"},
    Label{"cp1251", "windows-1251"},
    Label{"windows-1253", "windows-1253"},
    Label{"windows-1255", "windows-1255"},
    Label{"windows-1256", "windows-1256"},
    Label{"windows-1257", "windows-1257"},
    Label{"windows-1258", "windows-1258"},
    Label{"koi8-r", "KOI8-R"},
    Label{"koi8-u", "KOI8-U"},
    Label{"macintosh", "macintosh"},
    Label{"shift_jis", "windows-31j"},
    Label{"shift-jis", "windows-31j"},
    Label{"sjis", "windows-31j"},
    Label{"x-sjis", "windows-31j"},
    Label{"windows-31j", "windows-31j"},
    Label{"ms932", "windows-31j"},
    Label{"euc-jp", "EUC-JP"},
    Label{"x-euc-jp", "EUC-JP"},
    Label{"iso-2022-jp", "ISO-2022-JP"},
    Label{"gb2312", "GB18030"},
    Label{"gbk", "GB18030"},
    Label{"x-gbk", "GB18030"},
    Label{"gb18030", "GB18030"},
    Label{"big5", "Big5"},
    Label{"big5-hkscs", "Big5-HKSCS"},
    Label{"euc-kr", "windows-949"},
    Label{"ks_c_5601-1987", "windows-949"},
    Label{"uhc", "windows-949"},
};

constexpr std::array<std::string_view, 7> kMultibyte{"windows-31j", "EUC-JP",     "ISO-2022-JP", "GB18030",
                                                     "Big5",        "Big5-HKSCS", "windows-949"};

bool is_around(char letter) { return letter == '"' || letter == '\'' || letter == ' ' || letter == '\t'; }

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
  });
  return result;
}

std::string_view converter_of(std::string_view label) {
  while (!label.empty() && is_around(label.front())) label.remove_prefix(1);
  while (!label.empty() && is_around(label.back())) label.remove_suffix(1);
  const auto* found = std::ranges::find(kLabels, lower_ascii(label), &Label::label);
  return found == kLabels.end() ? std::string_view() : found->converter;
}

bool is_multibyte(std::string_view converter) {
  return std::ranges::find(kMultibyte, converter) != kMultibyte.end();
}

}  // namespace certreg::worker
