// Lists and single records of what only the database keeps. All throw Error(Unavailable) when it is away.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "certreg/service/services.h"
#include "certreg/store/access.h"
#include "certreg/store/documents.h"
#include "certreg/store/imports.h"

namespace certreg::service {

// `after`: id of the last one seen, empty = from the start. Newest first unless said otherwise.
std::vector<store::ImportRun> list_imports(Services& services, const std::string& after, int limit);
store::ImportRun find_import(Services& services, const ImportId& id);  // NotFound
int count_import_items(Services& services, const ImportId& id);
// In the order of their ordinals, after `after_ordinal`. NotFound when there is no such import.
std::vector<store::ImportItem> import_items(Services& services, const ImportId& id,
                                            std::int64_t after_ordinal, int limit);

std::vector<store::Proposal> list_proposals(Services& services, const std::string& state,
                                            const std::string& after, int limit);
store::Proposal find_proposal(Services& services, const ProposalId& id);  // NotFound
// As store::import_warnings.
std::map<ProposalId, std::vector<std::string>> import_warnings(Services& services,
                                                               std::span<const ProposalId> proposals);

std::vector<store::Observation> list_observations(Services& services, const std::string& after, int limit);

std::vector<store::FetchRecord> source_fetches(Services& services, const std::string& source, int limit);

store::DocumentFacts find_document(Services& services, const DocumentId& id);  // NotFound
// NotFound, also when the bytes were erased.
std::string document_content(Services& services, const DocumentId& id);
// Of one that is kept in pieces: appends the next of them, false after the last. None for others.
std::optional<std::function<bool(std::string& out)>> long_document_content(Services& services,
                                                                           const DocumentId& id);

// With numbers below `before`, newest first.
std::vector<store::AuditEvent> list_audit_events(Services& services, std::int64_t before, int limit);

}  // namespace certreg::service
