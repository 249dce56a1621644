// What names of organisations and their addresses look like. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/reference.h"

namespace certreg::reading {

// A legal form ends the name, or stands in it as it is written ("Acme S.r.l. a socio unico").
bool has_legal_form(std::string_view name);

bool ends_in_legal_form(std::string_view name);
// "Sp. z 0.0.", as recognition reads it, with its letters.
std::string with_letters_in_legal_form(std::string name);

// A country's name in one of the languages of the labels, alone or at the end after a comma.
bool ends_in_country(std::string_view text);

// Digits as a house number or a postal code has them, a country, or a word that only addresses have.
bool looks_like_address(std::string_view text);

// A name stands in it with an address behind it: the name alone ("Acme GmbH, Weg 5, 12345 Berlin").
std::string without_address(std::string_view text);

bool is_lead_in(std::string_view text);
bool is_first_of_two(std::string_view text);  // "X Ltd en"

// Short, without sentence marks, not in lower case: may be the name of an organisation.
bool may_be_name(std::string_view text);
bool may_begin_name(std::string_view text);  // the first line of one that goes on, whatever word it stops at

// The names with a legal form that stand in running text ("remains the property of Acme Cert Ltd, London").
std::vector<std::string> names_in(std::string_view text);

// "issued on ... by X", "durch X geprüft": the one who did it.
bool is_named_as_doer(std::string_view text, std::string_view name);

// Most of its words begin with capitals, links between names aside; several words.
bool is_mostly_capitals(std::string_view text);

// The name is, or begins with, that of a certification or accreditation body that the reference knows.
bool is_known_body(std::string_view name, const Reference& reference);

}  // namespace certreg::reading
