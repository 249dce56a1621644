#include "store/conninfo.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <memory>

namespace certreg::store {
namespace {

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

ConninfoEntries parse(const std::string& conninfo) {
  char* message = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(conninfo.c_str(), &message));
  if (!options) {
    // The message may quote a password, so it is for the log only.
    const std::string internal = message ? message : "out of memory";
    PQfreemem(message);
    throw Error(ErrorKind::Invalid, "the database address cannot be read", internal);
  }
  ConninfoEntries entries;
  for (const PQconninfoOption* option = options.get(); option->keyword; ++option)
    if (option->val) entries.emplace_back(option->keyword, option->val);
  return entries;
}

std::string& entry(ConninfoEntries& entries, std::string_view keyword) {
  for (auto& [name, value] : entries)
    if (name == keyword) return value;
  return entries.emplace_back(keyword, std::string()).second;
}

void set_default(ConninfoEntries& entries, std::string_view keyword, const std::string& value) {
  std::string& current = entry(entries, keyword);
  if (current.empty()) current = value;
}

}  // namespace

ConninfoEntries complete_conninfo(const DatabaseOptions& options) {
  ConninfoEntries entries = parse(options.conninfo);
  set_default(entries, "connect_timeout", fmt::format("{}", options.connect_timeout.count()));
  set_default(entries, "application_name", "certreg");
  // A host that vanishes sends no error: the kernel has to notice, a little after the server would have
  // spoken.
  set_default(entries, "tcp_user_timeout", fmt::format("{}", (options.statement_timeout * 2).count()));
  set_default(entries, "keepalives_idle", "10");
  set_default(entries, "keepalives_interval", "5");
  set_default(entries, "keepalives_count", "3");
  entry(entries, "client_encoding") = "UTF8";
  std::string& settings = entry(entries, "options");
  settings = fmt::format(
      "-c statement_timeout={} -c lock_timeout={} -c idle_in_transaction_session_timeout={} {} -c "
      "timezone=UTC "
      "-c datestyle=ISO,YMD -c bytea_output=hex -c extra_float_digits=1",
      options.statement_timeout.count(), options.lock_timeout.count(),
      options.idle_in_transaction_timeout.count(), settings);
  return entries;
}

std::string quote_conninfo_value(const std::string& value) {
  std::string quoted = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

}  // namespace certreg::store
