// What became of a list of suppliers, row by row, or would.
#pragma once

#include "certreg/service/relationship_rows.h"
#include "web/visit.h"

namespace certreg::web {

Data list_rows_view(const service::RelationshipImport& imported, const Visit& visit);

}  // namespace certreg::web
