#include "certreg/store/migrate.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace certreg::store {
namespace {

constexpr std::string_view kFolder = "migrations/";

struct Migration {
  std::int64_t number;
  std::string_view name;  // "0001_register.sql"
  std::string_view text;
};

Migration parse(const EmbeddedFile& file) {
  const std::string_view name = file.name.substr(kFolder.size());
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const std::string_view rest(stop, name.data() + name.size());
  if (error != std::errc() || !rest.starts_with('_') || !rest.ends_with(".sql") || number <= 0)
    throw std::logic_error(fmt::format("{} is not called NNNN_what.sql", file.name));
  return {number, name, file.bytes};
}

std::vector<Migration> in_order(std::span<const EmbeddedFile> files) {
  std::vector<Migration> migrations;
  for (const EmbeddedFile& file : files)
    if (file.name.starts_with(kFolder)) migrations.push_back(parse(file));
  const auto by_number = [](const Migration& a, const Migration& b) { return a.number < b.number; };
  std::sort(migrations.begin(), migrations.end(), by_number);
  const auto same = [](const Migration& a, const Migration& b) { return a.number == b.number; };
  const auto twice = std::adjacent_find(migrations.begin(), migrations.end(), same);
  if (twice != migrations.end()) throw std::logic_error(fmt::format("{}: number used twice", twice->name));
  return migrations;
}

[[noreturn]] void refuse(const std::string& detail) { throw Error(ErrorKind::Conflict, detail); }

// The number of the latest migration that the database has seen, 0 when there is none.
std::int64_t last_recorded(Transaction& transaction, const std::vector<Migration>& known) {
  const auto row = transaction.run("select_last_migration").first();
  if (!row) return 0;
  const std::int64_t newest = known.empty() ? 0 : known.back().number;
  if (row->integer("number") > newest)
    refuse(
        fmt::format("the database is newer than this program: it has migration {}, the program knows {} "
                    "migrations up to number {}; run a newer certreg",
                    row->text("name"), known.size(), newest));
  return row->integer("number");
}

bool is_recorded(Transaction& transaction, const Migration& migration, std::int64_t last) {
  const auto row = transaction.run("select_migration_state", {migration.number, migration.text}).first();
  if (row && !row->boolean("is_unchanged"))
    refuse(fmt::format("migration {} was edited after the database had run it", migration.name));
  if (!row && migration.number < last)
    refuse(fmt::format("migration {} lies before migration number {}, which the database has run already",
                       migration.name, last));
  return row.has_value();
}

const Migration* next_to_run(Transaction& transaction, const std::vector<Migration>& known) {
  const std::int64_t last = last_recorded(transaction, known);
  const Migration* next = nullptr;
  for (const Migration& migration : known)
    if (!is_recorded(transaction, migration, last) && !next) next = &migration;
  return next;
}

void run_migration(Transaction& transaction, const Migration& migration) try {
  transaction.run_script(std::string(migration.text));
} catch (Error& error) {
  error.internal = fmt::format("migration {}: {}", migration.name, error.internal);
  throw;
} catch (const std::logic_error& error) {
  throw std::logic_error(fmt::format("migration {}: {}", migration.name, error.what()));
}

// False when there was nothing left to do.
bool run_next(Database& database, const std::vector<Migration>& known) {
  Transaction transaction = database.begin();
  transaction.run("lift_timeouts");
  transaction.run("lock_schema");
  transaction.run("create_schema_migration");
  const Migration* next = next_to_run(transaction, known);
  if (next) {
    run_migration(transaction, *next);
    transaction.run("insert_migration", {next->number, next->name, next->text});
  }
  transaction.commit();
  return next != nullptr;
}

}  // namespace

int migrate(Database& database, std::span<const EmbeddedFile> files) {
  const std::vector<Migration> known = in_order(files);
  int count = 0;
  while (run_next(database, known)) ++count;
  return count;
}

}  // namespace certreg::store
