// What a proposal is about, in words for people; every text is harmless.
#pragma once

#include <string>

#include "certreg/reading/draft.h"
#include "certreg/store/imports.h"
#include "web/visit.h"

namespace certreg::web {

reading::Draft draft_of(const store::Proposal& proposal);

struct Whose {
  std::string name, address;  // the address is empty for whoever is not in the register
  bool is_new = false;        // no supplier is proposed: the holder as printed
};
Whose whose_words(const Visit& visit, const store::Proposal& proposal, const reading::Draft& draft);

std::string standard_words(const Visit& visit, const CertificateVersion& version);  // "ISO/IEC 27001:2022"
std::string document_words(const store::Proposal& proposal);  // the address, or the name of an upload
std::string age_words(const Visit& visit, Instant since);     // "today", "3 days"

// "2 fields are left open", "1 field was not found": how much there is to decide; `has_warnings`: the import
// said something of the document.
std::string open_words(const Visit& visit, const reading::Draft& draft, bool has_warnings);

}  // namespace certreg::web
