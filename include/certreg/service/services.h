// What use cases work with. Built in main (or a test) once, passed by reference; every part is thread-safe.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "certreg/catalogue/catalogue.h"
#include "certreg/documents/worker.h"
#include "certreg/fetch/fetcher.h"
#include "certreg/service/clock.h"
#include "certreg/service/current_world.h"
#include "certreg/store/database.h"

namespace certreg::fetch {
class Poster;
}

namespace certreg::mail {
class Mailer;
}

namespace certreg::service {

class AssessmentMemo;
class CatalogueFeed;
class KeyRing;
class ImportQueue;
class ReferenceHistory;
class WorldReload;

struct Services {
  store::Database& database;
  catalogue::Catalogue& catalogue;
  CatalogueFeed& feed;
  KeyRing& keys;
  ImportQueue& imports;
  const CurrentWorld& world;
  const documents::Worker& worker;
  fetch::Fetcher& fetcher;
  const Clock& clock;
  WorldReload& reload;
  ReferenceHistory& history;
  AssessmentMemo& assessments;
  std::string signature_roots = {};  // certificates in PEM form; empty: nobody answers for signatures
  mail::Mailer* mailer = nullptr;    // null: nobody is written to
  std::string mail_from = {};        // the address that messages come from; empty when there is no mailer
  std::string public_address =
      {};  // where people reach the pages, "https://certreg.example"; empty: no links

  fetch::Poster* poster = nullptr;  // null: no webhook is called

  const Reference& reference() const { return world.data().reference; }
  std::span<const Register> registers() const { return world.data().registers; }
  const reading::Labels& labels() const { return world.data().labels; }
  std::span<const SourceDefinition> sources() const { return world.data().sources; }
  const reading::PageWords& page_words() const { return world.data().page_words; }
  const reading::ClaimWords& claim_words() const { return world.data().claim_words; }
};

}  // namespace certreg::service
