// schema/names/company_words.yaml as the build made it into code (src/write_company_words.cpp).
#pragma once

#include <span>
#include <string_view>

namespace certreg {

enum class WordKind {
  Distinctive,
  Common,  // borne by many companies
  Group,   // names the whole of several companies
  Place,   // country or region
  Number,
  LegalForm,
  Linking,  // "of"
  Silent    // "the", "and"
};

struct CompanyWord {
  std::string_view spelling;  // folded; may be several words
  std::string_view text;      // what all spellings of the row mean
  WordKind kind;
};
std::span<const CompanyWord> company_words();

struct Abbreviation {
  std::string_view spelling, whole;  // folded; may be several words
};
std::span<const Abbreviation> abbreviations();

struct AlikeForms {
  std::string_view form;  // as in a normalised name
  int family;             // one family may hold many forms, one form may be of several
};
std::span<const AlikeForms> alike_forms();

std::span<const std::string_view> local_register_countries();
std::span<const std::string_view> shared_domains();

}  // namespace certreg
