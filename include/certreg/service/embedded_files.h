// The files that are built into the program: "schema/reference/standards.yaml", "importers/labels/en.yaml"
// ...
#pragma once

#include <span>

#include "certreg/domain/embedded.h"

namespace certreg::service {

std::span<const EmbeddedFile> embedded_files();

}  // namespace certreg::service
