#include "certreg/store/leases.h"

#include "store/values.h"

namespace certreg::store {

bool take_lease(Transaction& transaction, std::string_view job, const std::string& holder, Instant now,
                Instant until) {
  return !transaction.run("take_lease", {job, holder, to_string(now), to_string(until)}).empty();
}

void release_lease(Transaction& transaction, std::string_view job, const std::string& holder) {
  transaction.run("release_lease", {job, holder});
}

}  // namespace certreg::store
