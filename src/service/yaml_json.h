// A plain YAML document as JSON.
#pragma once

#include <string>

#include "certreg/codec/json.h"

namespace certreg::service {

// Of the built-in files only: plain scalars true, false, null and whole numbers become these, all else text.
codec::Json json_of_yaml(const std::string& text);

}  // namespace certreg::service
