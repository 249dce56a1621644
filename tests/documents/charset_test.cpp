// Bytes in whatever character set. Words are written as UTF-8 and encoded by hand where they are not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/worker/readers.h"

namespace certreg::documents {
namespace {

struct Case {
  const char *what, *bytes, *http, *seen, *warning;  // a part of the only warning, or null
};

const std::string kJapanese =  // "The certificate's term of validity is 31 January 2027. Scope of
                               // registration: data centre."
    "\xE8\xAA\x8D\xE8\xA8\xBC\xE3\x81\xAE\xE6\x9C\x89\xE5\x8A\xB9\xE6\x9C\x9F\xE9\x99\x90\xE3\x81\xAF"
    "2027\xE5\xB9\xB4"
    "1\xE6\x9C\x88"
    "31\xE6\x97\xA5\xE3\x81\xA7\xE3\x81\x99";
const std::string kJapaneseInShiftJis =
    "\x94\x46\x8F\xD8\x82\xCC\x97\x4C\x8C\xF8\x8A\xFA\x8C\xC0\x82\xCD"
    "2027\x94\x4E"
    "1\x8C\x8E"
    "31\x93\xFA\x82\xC5\x82\xB7";
const std::string kJapaneseInShiftSequences =
    "\x1B$BG'>Z$NM-8z4|8B$O\x1B(B2027\x1B$BG/\x1B(B1\x1B$B7n\x1B(B31\x1B$BF|$G$9\x1B(B";

TEST(Charset, EachDeclarationAgainstTheBytes) {
  const std::string mojibake = "<meta charset=utf-8><p>" + kJapaneseInShiftJis;
  const std::string as_latin = "<meta charset=iso-8859-1><p>" + kJapaneseInShiftJis;
  const std::string as_itself = "<meta charset=Shift_JIS><p>" + kJapaneseInShiftJis;
  const std::string utf8_as_sjis = "<meta charset=shift_jis><p>" + kJapanese;
  const std::string shifted = "<meta charset=iso-2022-jp><p>" + kJapaneseInShiftSequences;
  const Case cases[] = {
      {"UTF-8 that is declared so", "<p>g\xC3\xBCltig", "utf-8", "<p>g\xC3\xBCltig", nullptr},
      {"UTF-8 declared as Latin 1 by HTTP", "<p>g\xC3\xBCltig", "iso-8859-1", "<p>g\xC3\xBCltig", nullptr},
      {"UTF-8 declared as Shift_JIS", utf8_as_sjis.c_str(), "Shift_JIS", "\xE8\xAA\x8D\xE8\xA8\xBC", nullptr},
      {"a byte order mark against HTTP", "\xEF\xBB\xBF<p>\xC3\xBC", "shift_jis", "<p>\xC3\xBC", nullptr},
      {"windows-1252 by HTTP", "<p>g\xFCltig \x96 bis", "windows-1252", "g\xC3\xBCltig \xE2\x80\x93 bis",
       nullptr},
      {"Latin 1 means windows-1252", "<p>g\xFCltig \x96 bis", "\"ISO-8859-1\"",
       "g\xC3\xBCltig \xE2\x80\x93 bis", nullptr},
      {"HTTP before the page", "<meta charset=windows-1252><p>wa\xBFny", "iso-8859-2", "wa\xC5\xBCny",
       nullptr},
      {"the page without HTTP", "<meta charset=windows-1250><p>wa\xBFny", "", "wa\xC5\xBCny", nullptr},
      {"declared UTF-8, is windows-1252", "<meta charset=utf-8><p>g\xFCltig bis", "", "g\xC3\xBCltig bis",
       "do not fit the declared character set utf-8"},
      {"HTTP says UTF-8, the page is right", "<meta charset=windows-1252><p>g\xFCltig", "utf-8",
       "g\xC3\xBCltig", "do not fit the declared character set utf-8"},
      {"declared UTF-8, is Shift_JIS", mojibake.c_str(), "", kJapanese.c_str(),
       "do not fit the declared character set utf-8"},
      {"declared Latin 1, is Shift_JIS", as_latin.c_str(), "", kJapanese.c_str(),
       "do not fit the declared character set iso-8859-1"},
      {"Shift_JIS", as_itself.c_str(), "", kJapanese.c_str(), nullptr},
      {"declared Shift_JIS, is windows-1252", "<meta charset=shift_jis><p>g\xFCltig f\xFCr B\xFCros", "",
       "g\xC3\xBCltig f\xC3\xBCr B\xC3\xBCros", "do not fit the declared character set shift_jis"},
      {"ISO-2022-JP, which looks like ASCII", shifted.c_str(), "", kJapanese.c_str(), nullptr},
      {"nothing declared", "<p>g\xFCltig bis", "", "g\xC3\xBCltig bis", "was guessed: windows-1252"},
      {"a set that no page may use", "<p>g\xFCltig bis", "utf-7", "g\xC3\xBCltig bis",
       "do not fit the declared character set utf-7"},
      {"one bad byte in UTF-8",
       "<p>\xC3\xA4\xC3\xB6\xC3\xBC\xC3\xA4\xC3\xB6\xC3\xBC\xC3\xA4\xC3\xB6\xC3\xBC\xC3\xA4\xC3\xB6 \xFC.",
       "utf-8", "\xC3\xA4\xC3\xB6 \xEF\xBF\xBD.", "1 bytes are not UTF-8"},
      {"UTF-8 cut within a letter", "<p>g\xC3\xBCltig f\xC3", "", "<p>g\xC3\xBCltig f", nullptr},
      {"windows-1252 that ends in a lead byte", "<p>caf\xE9", "", "caf\xC3\xA9", "was guessed"},
  };
  for (const Case& item : cases) {
    const worker::Decoded decoded = worker::to_utf8(item.bytes, MediaKind::Html, item.http);
    EXPECT_THAT(decoded.text, testing::HasSubstr(item.seen)) << item.what;
    if (item.warning == nullptr) {
      EXPECT_THAT(decoded.warnings, testing::IsEmpty()) << item.what;
    } else {
      EXPECT_THAT(decoded.warnings, testing::Contains(testing::HasSubstr(item.warning))) << item.what;
    }
  }
}

TEST(Charset, WhatIsDeclaredInAPageCountsInPagesAlone) {
  const worker::Decoded decoded = worker::to_utf8("charset=windows-1250 wa\xBFny", MediaKind::PlainText, "");
  EXPECT_THAT(decoded.text, testing::HasSubstr("wa\xC2\xBFny"));
}

TEST(Charset, CutAnywhereItIsRead) {
  const std::string bytes =
      "\x1B$BG'>Z \xFC\xE9 \xEF\xBB\xBF \xC3\xA4 " + kJapaneseInShiftJis + std::string(1, '\0');
  for (std::size_t from = 0; from < bytes.size(); ++from) {
    EXPECT_NO_THROW(worker::to_utf8(bytes.substr(from), MediaKind::Html, "shift_jis")) << from;
    EXPECT_NO_THROW(worker::to_utf8(bytes.substr(0, from), MediaKind::Html, "")) << from;
  }
}

}  // namespace
}  // namespace certreg::documents
