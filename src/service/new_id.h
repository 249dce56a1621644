// Ids of own records, made from the service's clock.
#pragma once

#include "certreg/crypto/random.h"
#include "certreg/service/clock.h"

namespace certreg::service {

inline std::string new_id(const Clock& clock) {
  return crypto::new_uuid_v7(std::chrono::floor<std::chrono::milliseconds>(clock.now()));
}

}  // namespace certreg::service
