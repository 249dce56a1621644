// The answer to "may we rely on this certificate?" as JSON.
#pragma once

#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/service/verification.h"

namespace certreg::api {

// The question as it was understood, whom and which standard it was about, and the verdict's members.
codec::Json to_json(const service::Verification& verification);

}  // namespace certreg::api
