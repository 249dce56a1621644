// Names of legal entities, certificate numbers and identifiers in the form in which they are compared. Pure.
#pragma once

#include <string>
#include <string_view>

namespace certreg {

// NFKC, case folded, punctuation and runs of blanks to one blank; usual legal forms in one spelling
// ("limited" = "ltd", "gesellschaft mit beschränkter haftung" = "gmbh"). The legal form stays: "X GmbH" and
// "X AG" are two entities.
std::string normalise_name(std::string_view name);

// The same without the legal form; for finding candidates, never for deciding.
std::string name_without_legal_form(std::string_view name);

// Letters (upper case) and digits only, NFKC: "IS 616800" and "is-616800" are one number.
std::string normalise_number(std::string_view number);

// Throws nothing; true when it may be shown and stored: valid UTF-8, no control, bidirectional or other
// format characters, not blank. `max_characters` counts code points.
bool is_clean_text(std::string_view text, std::size_t max_characters);

bool is_lei(
    std::string_view text);  // ISO 17442: 18 letters or digits and two check digits, ISO 7064 mod 97-10
bool is_mail_address(
    std::string_view text);  // local part and a domain with a dot; no quoted local parts (RFC 5321, 4.1.2)
bool is_country_code(std::string_view text);  // ISO 3166-1 alpha-2, upper case, assigned

}  // namespace certreg
