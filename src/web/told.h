// What the domain says, in the visitor's language; in English where only that is known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/finding.h"
#include "web/template.h"

namespace certreg::web {

struct Told {
  std::string text;  // plain, not escaped
  Language language = Language::English;
};

Told told(const std::string& english, const std::vector<Said>& said, Language language);
Told told(const Reason& reason, Language language);
Told told(const Finding& finding, Language language);

// Sets `name` to the harmless text and `name`_lang to its language.
void set_told(Data& view, const std::string& name, const Told& told);

// A tier's name in a policy; one of the names that ship with certreg in the visitor's language.
std::string tier_word(const std::string& name, Language language);

}  // namespace certreg::web
