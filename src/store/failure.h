// What PostgreSQL refused, as an Error.
#pragma once

#include <libpq-fe.h>

#include <string_view>

namespace certreg::store {

// `about` names the statement for the log.
[[noreturn]] void throw_failure(const PGconn* connection, const PGresult* result, std::string_view about);

bool is_success(const PGresult* result);

// Throws unless the result is a success.
void check_result(const PGconn* connection, const PGresult* result, std::string_view about);

}  // namespace certreg::store
