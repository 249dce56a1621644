// Databases for tests.
#pragma once

#include <string>

namespace certreg::test {

// Conninfo of a new database with all migrations, for this test alone; dropped when the process ends. Under
// ctest the databases live in one cluster for the whole run (fixture `postgres`), by hand in a cluster for
// this process.
std::string fresh_database();

// The same without any table.
std::string empty_database();

}  // namespace certreg::test
