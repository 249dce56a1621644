// Running text that is set over several lines, as one.
#pragma once

#include <string>
#include <vector>

#include "reading/sheet.h"

namespace certreg::reading {

struct TextBlock {
  std::string text;                   // paragraphs of one language joined by blanks, of two by " / "
  std::string language;               // of the first paragraph, BCP 47, or empty where its words do not tell
  std::vector<const Segment*> lines;  // in order
  Box box;                            // around the lines of the first page
  double confidence = 1;              // of character recognition: the least sure line's
};

// The text that begins with `words` in the line `first` and goes on below it in the same type, until a label,
// words of conformity, a line that begins with the Statement of Applicability, an address of a web page or a
// wider gap ends it. Goes on at the next page's top where the text breaks off at the page's end.
TextBlock text_block(const Sheet& sheet, const Segment& first, std::string_view words);

// Both are known and not the same; Japanese without kana looks like Chinese.
bool is_another_language(const std::string& language, const std::string& than);

// Joins a line to a text: without a blank between Chinese or Japanese letters and after a hyphen; the hyphen
// itself goes where the language breaks words by one ("Informations-" "sicherheit").
void join_line(std::string& text, std::string_view line, std::string_view language);

}  // namespace certreg::reading
