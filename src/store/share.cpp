#include "certreg/store/share.h"

#include <stdexcept>

#include "certreg/store/database.h"

namespace certreg::store {

std::string snapshot_of(Transaction& transaction) {
  return transaction.run("export_snapshot").only().text("snapshot");
}

void see_as(Transaction& transaction, const std::string& snapshot) {
  // The statement takes no parameters; PostgreSQL makes these names of hexadecimal digits and dashes.
  if (snapshot.empty() || snapshot.find_first_not_of("0123456789ABCDEFabcdef-") != std::string::npos)
    throw std::logic_error("no name of a snapshot");
  transaction.run_script("set transaction snapshot '" + snapshot + "'");
}

}  // namespace certreg::store
