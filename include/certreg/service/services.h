// What use cases work with. Built in main (or a test) once, passed by reference; every part is thread-safe.
#pragma once

#include <span>
#include <vector>

#include "certreg/catalogue/catalogue.h"
#include "certreg/documents/worker.h"
#include "certreg/domain/reference.h"
#include "certreg/fetch/fetcher.h"
#include "certreg/reading/labels.h"
#include "certreg/service/clock.h"
#include "certreg/service/reference_files.h"
#include "certreg/service/sources.h"
#include "certreg/store/database.h"

namespace certreg::service {

class CatalogueFeed;
class KeyRing;
class ImportQueue;

struct Services {
  store::Database& database;
  catalogue::Catalogue& catalogue;
  CatalogueFeed& feed;
  KeyRing& keys;
  ImportQueue& imports;
  const Reference& reference;
  std::span<const Register> registers;
  const reading::Labels& labels;
  std::span<const SourceDefinition> sources;
  const documents::Worker& worker;
  fetch::Fetcher& fetcher;
  const Clock& clock;
};

}  // namespace certreg::service
