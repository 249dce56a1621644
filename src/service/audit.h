// One audit event for each change, in the change's own transaction.
#pragma once

#include <string>

#include "certreg/service/actor.h"
#include "certreg/store/access.h"

namespace certreg::service {

inline void audit(store::Transaction& transaction, const Actor& actor, const std::string& action,
                  const std::string& noun, const std::string& id, const std::string& detail = "{}") {
  store::record_audit(transaction,
                      {.actor = actor.name, .action = action, .noun = noun, .noun_id = id, .detail = detail});
}

}  // namespace certreg::service
