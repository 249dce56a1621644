#include "store/failure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "certreg/store/database.h"

namespace certreg::store {
namespace {

constexpr const char* kAway = "the database is not available";

struct Rule {
  std::string_view state;  // SQLSTATE, or its first two letters for a class
  ErrorKind kind;
  const char* detail;
};

// PostgreSQL 15, appendix A. The first row that fits counts.
constexpr std::array kRules = {
    Rule{"23502", ErrorKind::Invalid, "a value that must be there is missing"},
    Rule{"23514", ErrorKind::Invalid, "a value breaks a rule of the register"},
    Rule{"23503", ErrorKind::Conflict, "it refers to something that does not exist, or is still referred to"},
    Rule{"23", ErrorKind::Conflict, "it exists already"},
    Rule{"22", ErrorKind::Invalid, "a value has the wrong form"},
    Rule{"40003", ErrorKind::Unavailable, kAway},
    Rule{"40", ErrorKind::Conflict, "somebody else changed the same at the same time"},
    Rule{"25P02", ErrorKind::Conflict, "an earlier step of the transaction failed"},
    Rule{"25P03", ErrorKind::Unavailable, kAway},
    Rule{"25006", ErrorKind::Unavailable, "the database does not take changes at present"},
    Rule{"P0001", ErrorKind::Conflict, "the register refuses this change"},
    Rule{"57014", ErrorKind::Busy, "the database took too long"},
    Rule{"55P03", ErrorKind::Busy, "the database took too long"},
    Rule{"53", ErrorKind::Unavailable, "the database is out of resources"},
};

// Wrong statements: syntax and names, protocol, cursors, transaction state, features.
constexpr std::array<std::string_view, 7> kProgrammerClasses = {"42", "08P", "26", "34", "25", "0A", "3D0"};

bool is_programmers_fault(std::string_view state) {
  if (state == "42501") return false;  // a right that the operator did not grant
  return std::any_of(kProgrammerClasses.begin(), kProgrammerClasses.end(),
                     [&](std::string_view prefix) { return state.starts_with(prefix); });
}

std::string field(const PGresult* result, int code) {
  const char* text = result ? PQresultErrorField(result, code) : nullptr;
  return text ? text : "";
}

std::string internal_text(const PGconn* connection, const PGresult* result, std::string_view about) {
  std::string message = result ? PQresultErrorMessage(result) : "";
  if (message.empty()) message = PQerrorMessage(connection);
  while (message.ends_with('\n')) message.pop_back();
  return fmt::format("{}: {}", about, message);
}

}  // namespace

bool is_success(const PGresult* result) {
  switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_EMPTY_QUERY:
    case PGRES_PIPELINE_SYNC:
      return true;
    default:
      return false;
  }
}

void throw_failure(const PGconn* connection, const PGresult* result, std::string_view about) {
  const std::string state = field(result, PG_DIAG_SQLSTATE);
  const std::string internal = internal_text(connection, result, about);
  for (const Rule& rule : kRules) {
    if (!state.starts_with(rule.state)) continue;
    if (state.starts_with("23"))
      throw ConstraintViolation(rule.kind, rule.detail, internal, field(result, PG_DIAG_CONSTRAINT_NAME));
    throw Error(rule.kind, rule.detail, internal);
  }
  if (is_programmers_fault(state)) throw std::logic_error(internal);
  throw Error(ErrorKind::Unavailable, kAway, internal);
}

void check_result(const PGconn* connection, const PGresult* result, std::string_view about) {
  if (!is_success(result)) throw_failure(connection, result, about);
}

}  // namespace certreg::store
