// Certification bodies that are named by their brand alone. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/sheet.h"

namespace certreg::reading {

constexpr std::ptrdiff_t kMostBrandWords = 7;

// By its name, or by its name without accents, which pictures and old fonts lose; null else.
const CertificationBody* body_named(const std::string& name, const Reference& reference);

// Begins with a known brand and goes on with some words more, without a legal form.
bool is_branded_line(const Segment& segment, const Sheet& sheet);

// "AENOR" by itself, of which there is one legal unit: it stands for that.
std::vector<std::string> sole_brands_in(std::string_view text, const Reference& reference);

// "ISOQAR" in a sentence, and at the foot "ISOQAR CEE Sp. z o.o.", which nobody knows.
bool is_brand_of_another_unit(const std::string& brand, const Sheet& sheet);

// At the top or the foot of its page.
bool is_at_edge(const Segment& segment, const Sheet& sheet);

}  // namespace certreg::reading
