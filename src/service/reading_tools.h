// What the service reads documents with.
#pragma once

#include "certreg/service/services.h"
#include "certreg/service/text_reading.h"

namespace certreg::service {

// Of the world as it is now; a reload meanwhile changes nothing for who holds them.
inline ReadingTools tools_of(const Services& services) {
  return {services.worker, services.world.data(), services.signature_roots, services.clock.now()};
}

}  // namespace certreg::service
