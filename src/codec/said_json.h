// Sentences as they were made, as the store keeps them.
#pragma once

#include <vector>

#include "certreg/codec/json.h"
#include "certreg/domain/sentence.h"

namespace certreg::codec {

Json said_json(const std::vector<Said>& said);
// Empty when it names a sentence that there is no more, or that has more values now.
std::vector<Said> stored_said(const Json& list);

}  // namespace certreg::codec
