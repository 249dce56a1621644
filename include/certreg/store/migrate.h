// Brings a database to the schema that this program knows.
#pragma once

#include <span>
#include <string_view>

#include "certreg/store/database.h"

namespace certreg::store {

// Runs those of the files `migrations/NNNN_what.sql` that the database has not seen, in the order of their
// numbers, each in a transaction of its own, and records number, name and digest in the table
// `schema_migration`. Several programs may do so at once: each migration runs once. Returns how many were run
// here.
//
// Throws Error Conflict, and changes nothing, when a recorded migration was edited since, when the database
// is newer than the program, or when a migration lies before one that is recorded already. An Error of a
// migration itself leaves the database as the migration before left it; `internal` names the file.
int migrate(Database& database, std::span<const EmbeddedFile> files = embedded_files());

}  // namespace certreg::store
