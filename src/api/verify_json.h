// The answer to "may we rely on this certificate?" as JSON.
#pragma once

#include "certreg/codec/json_writer.h"
#include "certreg/service/verification.h"

namespace certreg::api {

// The question as it was understood, whom and which standard it was about, and the verdict's members.
void write(codec::JsonWriter& out, const service::Verification& verification);

}  // namespace certreg::api
