// What is known of one company. Its records are shared with whoever else knows them, never copied.
#pragma once

#include <memory>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/source_search.h"
#include "certreg/domain/supplier.h"

namespace certreg {

using RecordPtr = std::shared_ptr<const CertificateRecord>;

struct KnownParty {
  std::shared_ptr<const Supplier> supplier;  // never null
  std::vector<RecordPtr> certificates;       // never null; unretired, of any standard
  std::vector<SourceSearch> searched;        // sources that speak for it
};

using KnownPartyPtr = std::shared_ptr<const KnownParty>;  // null: unmatched, unknown or retired

}  // namespace certreg
