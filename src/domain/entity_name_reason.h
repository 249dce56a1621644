// What two names say about one entity, in words.
#pragma once

#include "certreg/domain/entity_match.h"
#include "domain/entity_name_match.h"

namespace certreg {

EntityReason name_reason(NameRelation relation, const EntityName& asked, const EntityName& other);

}  // namespace certreg
