// What the register knows of the world, read from files: those that are built in, and over them the user's
// own.
#pragma once

#include <functional>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "certreg/service/actor.h"
#include "certreg/service/current_world.h"

namespace certreg::service {

struct Services;

struct OverlayFile {
  std::string name;  // from the data directory on: "reference/mine.yaml", "importers/acme/source.yaml"
  std::string bytes;
};

struct WorldOptions {
  bool sample = false;  // the made-up bodies and sources of the sample, too
};

// Pure. Of the overlay, a row of reference data or a source with the id or name of a built-in one replaces it
// whole, a new one is added; labels are added. Throws Error(Invalid) with a field for each problem:
// "reference/mine.yaml:7" and the rule.
WorldData load_world(std::span<const NamedText> built_in, std::span<const OverlayFile> overlay,
                     const WorldOptions& options);

// Everything that is built in, by its path in the repository.
std::vector<NamedText> built_in_world_files();

struct ReloadReport {
  std::string reference_version;
  std::vector<ListCount> counts;
};

// Thread-safe.
class WorldReload {
 public:
  // Reads the user's files anew; throws Error when it cannot.
  using ReadOverlay = std::function<std::vector<OverlayFile>()>;

  WorldReload(CurrentWorld& world, ReadOverlay read_overlay, WorldOptions options)
      : world_(world), read_overlay_(std::move(read_overlay)), options_(options) {}

  // Loads, records and replaces the world, one reload at a time, and notes it for the audit. What load_world
  // and the store throw leaves the world as it is.
  ReloadReport reload(Services& services, const Actor& actor);

 private:
  CurrentWorld& world_;
  ReadOverlay read_overlay_;
  WorldOptions options_;
  std::mutex mutex_;
};

}  // namespace certreg::service
