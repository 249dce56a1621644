// A text that may be the scope of a certificate, and what all who look for one share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/text_block.h"

namespace certreg::reading {

struct Scope {
  TextBlock block;
  double weight;         // how often such a witness is right, 0 to 1
  bool of_site = false;  // under the heading of a column beside one of sites
};

// Where words lead to it that are guessed to; in quotation marks.
constexpr double kGuessedScope = 0.85, kQuotedScope = 0.85;
constexpr double kWithoutLabel = 0.6;         // what weighs less is not sure to be a scope
constexpr double kRunning = 0.25;             // what it adds that a text is running text
constexpr double kSmallPrint = 0.95;          // of the size of type: smaller is small print
constexpr std::size_t kLeastRunning = 40;     // bytes of running text
constexpr std::size_t kMostLinesBetween = 3;  // of a paragraph, or from one to the next

bool ends_in_colon(std::string_view text);
std::string without_quotation_marks(std::string text);

// "See annex", and little more.
bool sends_elsewhere(const Sheet& sheet, const std::string& text);
bool sends_on(const Sheet& sheet, const Segment& line);

// Of two texts of which one may translate the other.
bool is_as_long(const std::string& one, const std::string& other);
void add_translation(const Sheet& sheet, TextBlock& block, bool in_two_languages);

void drop_small_print(std::vector<Scope>& scopes);

}  // namespace certreg::reading
