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

// The same with all that is in the database of `conninfo`, which fresh_database() gave and nobody is
// connected to.
std::string copied_database(const std::string& conninfo);

}  // namespace certreg::test
