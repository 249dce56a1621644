// Companies as the catalogue knows them now, each the same object as long as nothing about it changed.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "certreg/domain/known_party.h"
#include "certreg/service/services.h"
#include "service/bounded_map.h"
#include "service/searches.h"

namespace certreg::service {

class KnownParties {  // thread-safe
 public:
  KnownPartyPtr find(const Services& services, const WorldData& world, const SupplierId& id);

 private:
  struct Spoken {  // a source that speaks for it, and what came of searching it
    const SourceDefinition* source;
    std::shared_ptr<const SourceSearch> search;
  };
  struct Entry {
    KnownPartyPtr party;
    const WorldData* world;
    std::vector<Spoken> sources;
  };
  static bool holds(const Entry& entry, const Services& services, const WorldData& world,
                    const KnownParty& now);
  Entry made(const Services& services, const WorldData& world, KnownParty party);
  std::shared_ptr<const SpeakingSources> sources_of(const WorldData& world);

  static constexpr std::size_t kMostKept = 100'000;
  BoundedMap<SupplierId, std::shared_ptr<const Entry>> entries_{kMostKept};
  std::mutex mutex_;
  const WorldData* world_ = nullptr;
  std::shared_ptr<const SpeakingSources> sources_;  // of world_
};

}  // namespace certreg::service
