// One document comes in: kept, read, settled.
#pragma once

#include <functional>
#include <string>

#include "certreg/service/intake.h"
#include "service/import_report.h"

namespace certreg::service {

struct Incoming {
  std::string name, address, media_type, bytes;
  const SourceDefinition* source = nullptr;
};

// What the whole import was asked to do.
struct IntakeContext {
  Services& services;
  const ImportRequest& request;
  const Actor& actor;
  ImportReport& report;
  std::function<bool()> is_stopping;
};

// Of a table's rows: `registered` only for what came from the source's own address, or for what the caller
// called this source's. A file's name alone proves nothing.
EvidenceLevel table_evidence(const IntakeContext& context, const Incoming& incoming);

// What the document itself is at fault for becomes an item ("failed"); throws only for what is the machine's
// fault.
void take_document(IntakeContext& context, Incoming incoming);

// The parts of it, by kind of document.
void take_text(IntakeContext& context, const Incoming& incoming, const DocumentId& document,
               documents::MediaKind kind);
void take_table(IntakeContext& context, const Incoming& incoming, const DocumentId& document);
void take_register(IntakeContext& context, const Incoming& incoming, const DocumentId& document);

}  // namespace certreg::service
