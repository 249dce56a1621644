#include "service/known_parties.h"

#include <algorithm>

namespace certreg::service {
namespace {

std::vector<std::string> names_of(const Supplier& supplier) {
  auto names = supplier.aliases;
  names.push_back(supplier.name);
  return normalised(names);
}

}  // namespace

bool KnownParties::holds(const Entry& entry, const Services& services, const WorldData& world,
                         const KnownParty& now) {
  const auto is_same_search = [&](const Spoken& spoken) {
    return services.catalogue.search_of(spoken.source->name) == spoken.search;
  };
  return entry.world == &world && entry.party->supplier == now.supplier &&
         entry.party->certificates == now.certificates && std::ranges::all_of(entry.sources, is_same_search);
}

KnownParties::Entry KnownParties::made(const Services& services, const WorldData& world, KnownParty party) {
  Entry entry{nullptr, &world, {}};
  const auto names = names_of(*party.supplier);
  for (const auto* source : sources_of(world)->of(names)) {
    auto search = services.catalogue.search_of(source->name);
    party.searched.push_back(search_of(*source, names, search ? *search : SourceSearch{}));
    entry.sources.push_back({source, std::move(search)});
  }
  entry.party = std::make_shared<const KnownParty>(std::move(party));
  return entry;
}

std::shared_ptr<const SpeakingSources> KnownParties::sources_of(const WorldData& world) {
  const std::lock_guard lock(mutex_);
  if (world_ != &world) {
    sources_ = std::make_shared<const SpeakingSources>(world.sources);
    world_ = &world;
  }
  return sources_;
}

KnownPartyPtr KnownParties::find(const Services& services, const WorldData& world, const SupplierId& id) {
  KnownParty now{services.catalogue.supplier(id), {}, {}};
  if (!now.supplier || now.supplier->retired) return nullptr;
  now.certificates = services.catalogue.certificates_of(id);
  const auto known = entries_.find(id);
  if (known && holds(**known, services, world, now)) return (*known)->party;
  auto entry = std::make_shared<const Entry>(made(services, world, std::move(now)));
  auto party = entry->party;
  entries_.put(id, std::move(entry));
  return party;
}

}  // namespace certreg::service
