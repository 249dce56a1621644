// One document comes in: kept, read, settled.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "certreg/domain/held_bytes.h"
#include "certreg/service/intake.h"
#include "certreg/service/page_result.h"
#include "service/import_report.h"

namespace certreg::service {

struct Incoming {
  std::string name, address, media_type;
  HeldBytes bytes;
  const SourceDefinition* source = nullptr;
  std::optional<documents::MediaKind> kind;  // what it must be; none: anything that is read
};

// What the whole import was asked to do.
struct IntakeContext {
  Services& services;
  const ImportRequest& request;
  const Actor& actor;
  ImportReport& report;
  std::function<bool()> is_stopping;
};

// What became of a document.
struct Taken {
  DocumentId document;                  // kept; empty when there were no bytes
  std::optional<PageResult> hindrance;  // why nothing was read from it; none: it was read
  std::string detail;
  std::vector<reading::Link> links;
  std::string base_address;  // that its links are relative to, when it states one
};

// Of a table's rows: `registered` only for what came from the source's own address, or for what the caller
// called this source's. A file's name alone proves nothing.
EvidenceLevel table_evidence(const IntakeContext& context, const Incoming& incoming);

// How the document is read, by its source.
const PageDefinition& page_of(const Incoming& incoming);

// What the document itself is at fault for becomes an item ("failed", or the hindrance's name); throws only
// for what is the machine's fault.
Taken take_document(IntakeContext& context, const Incoming& incoming);

// The parts of it, by kind of document.
Taken take_text(IntakeContext& context, const Incoming& incoming, const DocumentId& document,
                documents::MediaKind kind);
void take_rows(IntakeContext& context, const Incoming& incoming, const DocumentId& document,
               documents::MediaKind kind);

// It was seen at its address; with `Read`, what stood there before is told by it from now on.
enum class Seen { Read, Unread };
void record_seen(store::Transaction& transaction, const IntakeContext& context, const Incoming& incoming,
                 const DocumentId& document, Seen seen);

}  // namespace certreg::service
